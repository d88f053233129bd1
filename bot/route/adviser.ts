import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { britishDate, decisionRecord, decisionRecordWorkbook } from '../../core/index.ts';
import { serving } from '../answer-files.ts';
import { notice } from '../blocks/message.ts';
import { nameOf, routeCard, routesForAll } from '../blocks/route-card.ts';
import { routeEnd, routeForm } from '../blocks/route-form.ts';
import type { Person } from '../kept/kept-store.ts';
import { noteResult } from '../kept/results.ts';
import { writeTo } from '../replies/direct.ts';
import { type Spot, threadReply } from '../replies/reply.ts';
import { sendFiles } from '../replies/send-file.ts';
import type { Services } from '../services.ts';
import { advised, goOn, questionOf, type RouteSession } from './session.ts';

/** Opens the adviser at its first question. */
export async function openAdviser(
  client: WebClient,
  triggerId: string,
  { channel, name }: { readonly channel?: string; readonly name?: string } = {},
): Promise<void> {
  const begun = goOn({
    answers: name === undefined ? {} : { name },
    asked: [],
    day: britishDate(new Date()),
    ...(channel === undefined ? {} : { channel }),
  });
  if (!begun.ok) throw new Error('the adviser has no first question');
  await client.views.open({ trigger_id: triggerId, view: viewOf(begun.value) });
}

/** The question that a session is at, or the result where it is at none. */
export function viewOf(session: RouteSession): ModalView {
  const question = questionOf(session.at);
  if (question !== undefined) return routeForm(session, question);
  const { advice } = advised(session);
  return routeEnd(routesForAll(advice, nameOf(session)).blocks);
}

/** Sends the whole result to the person who asked, with the evidence pack in its thread. */
export async function sendResult(
  services: Services,
  client: WebClient,
  person: Person,
  session: RouteSession,
): Promise<void> {
  const { advice } = advised(session);
  const spot = await writeTo(client, person.user, routeCard(advice, session), services.logger);
  const first = advice.routes.find(({ status }) => status !== 'closed');
  const title = nameOf(session) ?? 'a purchase';
  await noteResult(
    services,
    person,
    `Routes for ${title}: ${first === undefined ? 'none named' : first.name}`,
    new Date(),
  );
  await sendRecord(services, client, spot, session);
}

const howToComplete =
  'The evidence pack: a decision record with the facts, the law tested, the route with its conditions, and blanks to complete and sign. A draft, not legal advice.';

/** The evidence pack: the decision record as a workbook, in the thread of the result. */
export async function sendRecord(
  services: Services,
  client: WebClient,
  spot: Spot,
  session: RouteSession,
): Promise<void> {
  const reply = threadReply(client, spot, services.logger);
  const { routeCase, advice } = advised(session);
  const record = decisionRecord(routeCase, advice, britishDate(new Date()));
  if (!record.ok) {
    await reply.post(
      notice('There is no evidence pack: it needs a route that can be used, and these answers name none.'),
    );
    return;
  }
  await serving(
    services.desk,
    spot.user,
    { whisper: async (message) => void (await reply.post(message)) },
    async () => {
      const bytes = await services.writer.workbook(decisionRecordWorkbook(record.value));
      await sendFiles(client, spot, [{ name: 'decision-record.xlsx', bytes }], howToComplete);
    },
  );
}
