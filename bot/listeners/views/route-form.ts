import type { App } from '@slack/bolt';
import { FormState } from '../../blocks/form-state.ts';
import { answerBlock, routeActions } from '../../blocks/route-form.ts';
import { sendResult, viewOf } from '../../route/adviser.ts';
import { answered, readSession } from '../../route/session.ts';
import type { Services } from '../../services.ts';
import { personFrom } from '../person-from.ts';

const vatWords: Readonly<Record<string, string>> = { incl: 'inc VAT', excl: 'ex VAT', none: 'no VAT' };

/** A question of the route adviser was answered: the next one, or the result. */
export function registerRouteForm(app: App, services: Services): void {
  app.view(
    { type: 'view_submission', callback_id: routeActions.form },
    async ({ ack, view, body, client, context }) => {
      const session = readSession(view.private_metadata);
      const block = answerBlock(session.at ?? '');
      const state = new FormState(view.state.values);
      const typed = typedIn(state);
      const vat = vatWords[state.choice(routeActions.vat) ?? ''];
      const answer = answered(session, vat === undefined || typed === '' ? typed : `${typed} ${vat}`);
      if (!answer.ok) return await ack({ response_action: 'errors', errors: { [block]: answer.problem } });
      await ack({ response_action: 'update', view: viewOf(answer.session) });
      if (answer.session.at === undefined) {
        await sendResult(services, client, personFrom(context, body.user.id), answer.session);
      }
    },
  );
}

/** The answer in whichever field it was given, as somebody would type it; empty where there is none. */
function typedIn(state: FormState): string {
  const id = routeActions.answer;
  return state.text(id) ?? state.date(id) ?? state.choice(id) ?? state.choices(id).join(',');
}
