import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { notice } from '../blocks/message.ts';
import { type DeliveryKind, deliveryKind } from '../metrics.ts';
import { whisperTo } from '../replies/whisper-to.ts';
import type { BotLogger } from '../services.ts';
import { currentWorkspaceId, markDelivery } from '../workspaces/current.ts';
import { Buckets, personSize, workspaceSize } from './limits.ts';

/** How much of what is allowed each kind takes. A form has been opened by something that counted. */
const costs: Readonly<Record<DeliveryKind, number>> = {
  event: 1,
  command: 1,
  action: 1,
  shortcut: 1,
  options: 0.1,
  view: 0,
  other: 0,
};

const slowDown = 'You are asking me faster than I can answer. Wait a minute, then go on.';

/** Holds back people, and workspaces, that ask faster than anybody does by hand. */
export function limitPeople(logger: BotLogger): Middleware<AnyMiddlewareArgs> {
  const people = new Buckets(personSize);
  const workspaces = new Buckets(workspaceSize);
  /** Being told is an answer too: once in a minute is enough. */
  const notices = new Buckets({ most: 1, perSecond: 1 / 60 });
  return async (args) => {
    const { body, context, client, next } = args;
    const kind = deliveryKind(body);
    const cost = costs[kind];
    const workspace = currentWorkspaceId() ?? '';
    const person = `${workspace} ${context.userId}`;
    if (cost === 0 || context.userId === undefined) return await next();
    if (people.take(person, cost) && workspaces.take(workspace, cost)) return await next();
    markDelivery('limited');
    if (kind === 'command') return await acknowledge(args, slowDown);
    await acknowledge(args, kind === 'options' ? { options: [] } : undefined);
    if (kind !== 'options' && notices.take(person, 1))
      await whisperTo(client, logger, body, notice(slowDown));
  };
}

/** Events are acknowledged by the library; everything else has to be. */
async function acknowledge(args: object, answer: unknown): Promise<void> {
  if ('ack' in args && typeof args.ack === 'function') await args.ack(answer);
}
