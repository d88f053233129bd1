import type { App, BlockAction } from '@slack/bolt';
import * as z from 'zod';
import type { Services } from '../../services.ts';
import { personFrom } from '../person-from.ts';
import { answerPresses } from './answer.ts';
import { inView, underMessage } from './answering.ts';
import { homePresses } from './home.ts';
import { indicatorPresses } from './indicator.ts';
import { planPresses } from './plan.ts';
import type { PressHandler } from './pressed.ts';
import { routePresses } from './route.ts';

/** What each button and menu does, by its id. */
const presses: Readonly<Record<string, PressHandler>> = {
  ...answerPresses,
  ...homePresses,
  ...indicatorPresses,
  ...planPresses,
  ...routePresses,
};

const pressSchema = z.object({
  action: z.object({
    action_id: z.string(),
    value: z.string().nullish(),
    selected_option: z.object({ value: z.string() }).nullish(),
  }),
  view: z
    .object({
      type: z.enum(['modal', 'home']),
      id: z.string(),
      hash: z.string(),
      private_metadata: z.string().default(''),
    })
    .nullish(),
  response_url: z.string().default(''),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: z.string() }).nullish(),
});

/** One listener for all of them: Bolt tries every listener on every delivery. */
export function registerPresses(app: App, services: Services): void {
  const ids = new RegExp(`^(${Object.keys(presses).join('|')})$`);
  app.action<BlockAction>(ids, async ({ ack, action, body, client, context }) => {
    await ack();
    const {
      action: pressed,
      view: held,
      response_url: url,
      channel,
      message,
    } = pressSchema.parse({ ...body, action });
    const { logger } = services;
    const person = personFrom(context, body.user.id);
    const triggerId = body.trigger_id;
    const view = held
      ? { type: held.type, id: held.id, hash: held.hash, metadata: held.private_metadata }
      : undefined;
    await presses[pressed.action_id]?.({
      services,
      client,
      person,
      value: pressed.selected_option?.value ?? pressed.value ?? '',
      channel: channel?.id,
      message: message?.ts,
      triggerId,
      view,
      ...(view === undefined
        ? underMessage(url, logger)
        : inView(client, view, { user: person.user, triggerId }, logger)),
    });
  });
}
