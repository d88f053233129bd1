import type { App } from '@slack/bolt';
import { chaseListMessage } from '../../blocks/chase-list.ts';
import { actionIds } from '../../blocks/file-button.ts';
import { leaksMessage } from '../../blocks/leaks-list.ts';
import { tenantsToAskMessage } from '../../blocks/tenants-to-ask.ts';
import { workingsMessage } from '../../blocks/workings.ts';
import { respond } from '../../replies/response-url.ts';
import type { Services } from '../../services.ts';
import { onFilePress } from './press.ts';

const anyKind = ['lm3', 'tenants', 'spend'] as const;

/** The buttons that show more of a result, to the person who pressed only. */
export function registerShow(app: App, services: Services): void {
  onFilePress(app, services, actionIds.showWorkings, anyKind, ({ answer, from, reply }) =>
    reply.whisper(workingsMessage(answer, from)),
  );
  onFilePress(app, services, actionIds.showChaseList, ['lm3'], ({ answer, reply }) =>
    reply.whisper(chaseListMessage(answer.result, answer.chase)),
  );
  onFilePress(app, services, actionIds.showTenantsToAsk, ['tenants'], ({ answer, reply }) =>
    reply.whisper(tenantsToAskMessage(answer)),
  );
  onFilePress(app, services, actionIds.showLeaks, ['spend'], ({ answer, reply }) =>
    reply.whisper(leaksMessage(answer)),
  );
  for (const turn of [actionIds.previousPage, actionIds.nextPage]) {
    onFilePress(app, services, turn, anyKind, ({ answer, from, responseUrl }) =>
      respond(responseUrl, workingsMessage(answer, from), { to: 'asker', replace: true }, services.logger),
    );
  }
}
