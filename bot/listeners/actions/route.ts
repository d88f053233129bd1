import { notice } from '../../blocks/message.ts';
import { nameOf, routesForAll } from '../../blocks/route-card.ts';
import { routeActions } from '../../blocks/route-form.ts';
import { sendInForms } from '../../replies/send.ts';
import { isShutOut } from '../../replies/shut-out.ts';
import { updateView } from '../../replies/update-view.ts';
import { openAdviser, sendRecord, sendResult, viewOf } from '../../route/adviser.ts';
import { advised, goOn, readSession } from '../../route/session.ts';
import type { Pressed, PressHandler } from './pressed.ts';

/** What the buttons of the route adviser do, in its form and under its result. */
export const routePresses: Readonly<Record<string, PressHandler>> = {
  [routeActions.begin]: ({ client, triggerId, channel }) =>
    openAdviser(client, triggerId, channel === undefined ? {} : { channel }),
  [routeActions.edit]: async ({ client, view, value }) => {
    if (view === undefined) return;
    const session = { ...readSession(view.metadata), at: value };
    await updateView(client, view, viewOf(session));
  },
  [routeActions.finish]: async ({ services, client, person, view }) => {
    if (view === undefined) return;
    const { at: _, ...session } = readSession(view.metadata);
    if (await updateView(client, view, viewOf(session))) await sendResult(services, client, person, session);
  },
  [routeActions.reopen]: async ({ client, triggerId, value }) => {
    const session = readSession(value);
    const next = goOn(session);
    const at = (next.ok ? next.value.at : undefined) ?? session.asked.at(-1);
    await client.views.open({
      trigger_id: triggerId,
      view: viewOf({ ...session, ...(at === undefined ? {} : { at }) }),
    });
  },
  [routeActions.record]: async ({ services, client, person, channel, message, value }) => {
    if (channel === undefined || message === undefined) return;
    await sendRecord(services, client, { channel, thread: message, user: person.user }, readSession(value));
  },
  [routeActions.share]: shareRoutes,
};

/** Shows the result where the adviser was started. */
async function shareRoutes({ services, client, value, whisper }: Pressed): Promise<void> {
  const session = readSession(value);
  const { channel } = session;
  if (channel === undefined) return;
  try {
    await sendInForms(
      routesForAll(advised(session).advice, nameOf(session)),
      (content) => client.chat.postMessage({ channel, ...content }),
      services.logger,
    );
  } catch (error) {
    if (!isShutOut(error)) throw error;
    await whisper(
      notice(
        'I am not a member of that channel. Type /invite @Local Pound there, then press “Share to channel” again.',
      ),
    );
    return;
  }
  await whisper(notice('Shared in the channel where you started.'));
}
