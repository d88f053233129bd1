import type { App } from '@slack/bolt';
import { answerBlock, routeActions, vatBlock } from '../blocks/route-form.ts';
import { sendResult, viewOf } from '../route/adviser.ts';
import { answered, readSession } from '../route/session.ts';
import type { Services } from '../services.ts';
import { chosenIn } from './chosen-in.ts';
import { personFrom } from './person-from.ts';

const vatWords: Readonly<Record<string, string>> = { incl: 'inc VAT', excl: 'ex VAT', none: 'no VAT' };

/** A question of the route adviser was answered: the next one, or the result. */
export function registerRouteForm(app: App, services: Services): void {
  app.view(
    { type: 'view_submission', callback_id: routeActions.form },
    async ({ ack, view, body, client, context }) => {
      const session = readSession(view.private_metadata);
      const block = answerBlock(session.at ?? '');
      const typed = chosenIn(view.state, block, routeActions.answer);
      const vat = vatWords[chosenIn(view.state, vatBlock, routeActions.vat)];
      const answer = answered(session, vat === undefined || typed === '' ? typed : `${typed} ${vat}`);
      if (!answer.ok) return await ack({ response_action: 'errors', errors: { [block]: answer.problem } });
      await ack({ response_action: 'update', view: viewOf(answer.session) });
      if (answer.session.at === undefined) {
        await sendResult(services, client, personFrom(context, body.user.id), answer.session);
      }
    },
  );
}
