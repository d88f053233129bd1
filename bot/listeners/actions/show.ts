import type { App } from '@slack/bolt';
import { chaseListMessage } from '../../blocks/chase-list.ts';
import { actionIds } from '../../blocks/file-button.ts';
import { workingsMessage } from '../../blocks/workings.ts';
import { respond } from '../../replies/response-url.ts';
import type { Services } from '../../services.ts';
import { onPress } from './press.ts';

/** The buttons that show more of a result, to the person who pressed only. */
export function registerShow(app: App, services: Services): void {
  onPress(app, services, actionIds.showWorkings, ({ lm3, from, reply }) =>
    reply.whisper(workingsMessage(lm3.result, from, lm3.discretion.namingNotes)),
  );
  onPress(app, services, actionIds.showChaseList, ({ lm3, reply }) =>
    reply.whisper(chaseListMessage(lm3.result, lm3.chase)),
  );
  for (const turn of [actionIds.previousPage, actionIds.nextPage]) {
    onPress(app, services, turn, ({ lm3, from, responseUrl }) =>
      respond(
        responseUrl,
        workingsMessage(lm3.result, from, lm3.discretion.namingNotes),
        { to: 'asker', replace: true },
        services.logger,
      ),
    );
  }
}
