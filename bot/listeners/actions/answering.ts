import type { WebClient } from '@slack/web-api';
import { messageForm } from '../../blocks/message-form.ts';
import { writeTo } from '../../replies/direct.ts';
import { respond } from '../../replies/response-url.ts';
import { updateView } from '../../replies/update-view.ts';
import type { BotLogger } from '../../services.ts';
import type { Pressed, PressedView } from './pressed.ts';

type Ways = Pick<Pressed, 'show' | 'whisper' | 'share'>;

/** Ways to answer a press under a message. */
export function underMessage(responseUrl: string, logger: BotLogger): Ways {
  return {
    show: (message) => respond(responseUrl, message, { to: 'asker', replace: true }, logger),
    whisper: (message) => respond(responseUrl, message, { to: 'asker' }, logger),
    share: (message) => respond(responseUrl, message, { to: 'channel' }, logger),
  };
}

/** Ways to answer a press in a form or in the App Home. */
export function inView(
  client: WebClient,
  view: PressedView,
  { user, triggerId }: { readonly user: string; readonly triggerId: string },
  logger: BotLogger,
): Ways {
  return {
    show: async (message) => {
      const form = messageForm(message);
      if (view.type === 'home') await client.views.open({ trigger_id: triggerId, view: form });
      else await updateView(client, view, form);
    },
    whisper: async (message) => {
      await writeTo(client, user, message, logger);
    },
    share: async () => {
      throw new TypeError('a form has no conversation to share with');
    },
  };
}
