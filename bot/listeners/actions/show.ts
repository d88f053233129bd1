import { chaseListMessage } from '../../blocks/chase-list.ts';
import { actionIds } from '../../blocks/file-button.ts';
import { leaksMessage } from '../../blocks/leaks-list.ts';
import { tenantsToAskMessage } from '../../blocks/tenants-to-ask.ts';
import { workingsMessage } from '../../blocks/workings.ts';
import { respond } from '../../replies/response-url.ts';
import { type FilePressHandler, withFile } from './press.ts';

const anyKind = ['lm3', 'tenants', 'spend'] as const;

const turnPage = withFile(anyKind, ({ answer, from, responseUrl, services }) =>
  respond(responseUrl, workingsMessage(answer, from), { to: 'asker', replace: true }, services.logger),
);

/** The buttons that show more of a result, to the person who pressed only. */
export const showPresses: Readonly<Record<string, FilePressHandler>> = {
  [actionIds.showWorkings]: withFile(anyKind, ({ answer, from, reply }) =>
    reply.whisper(workingsMessage(answer, from)),
  ),
  [actionIds.showChaseList]: withFile(['lm3'], ({ answer, reply }) =>
    reply.whisper(chaseListMessage(answer.result, answer.chase)),
  ),
  [actionIds.showTenantsToAsk]: withFile(['tenants'], ({ answer, reply }) =>
    reply.whisper(tenantsToAskMessage(answer)),
  ),
  [actionIds.showLeaks]: withFile(['spend'], ({ answer, reply }) => reply.whisper(leaksMessage(answer))),
  [actionIds.previousPage]: turnPage,
  [actionIds.nextPage]: turnPage,
};
