import { answerQuestion, britishDate } from '../core/index.ts';
import { type AttachedFile, answerFiles, looksLikeWorkbook, namesOf } from './answer-files.ts';
import { answerMessage } from './blocks/answer.ts';
import { typedText } from './blocks/escape.ts';
import { helpMessage } from './blocks/help.ts';
import { type Message, notice } from './blocks/message.ts';
import type { LastQuestions } from './last-questions.ts';
import { type FileSpot, type Spot, threadReply } from './replies/reply.ts';
import type { Services } from './services.ts';

/** What a person sent to the bot. */
export interface Said {
  readonly spot: Spot & FileSpot;
  /** As Slack sends it, with mentions and escapes. */
  readonly text: string;
  readonly files: readonly AttachedFile[];
}

/** A workbook gets its LM3, a question its answer, and anything else help. In the thread. */
export async function answerPerson(services: Services, { spot, text, files }: Said): Promise<void> {
  const reply = threadReply(services.client, spot, services.logger);
  const workbooks = files.filter(looksLikeWorkbook);
  if (workbooks.length > 0) {
    await answerFiles(services, reply, { spot, files: workbooks });
    return;
  }
  await reply.post(inWords(services.questions, spot, typedText(text), files));
}

function inWords(
  questions: LastQuestions,
  spot: Spot,
  question: string,
  files: readonly AttachedFile[],
): Message {
  if (question !== '' && !/^help\W*$/i.test(question)) {
    const answer = answerQuestion(question, britishDate(new Date()), questions.before(spot));
    questions.keep(spot, answer.asked);
    return answerMessage(answer);
  }
  return files.length > 0 ? noWorkbook(files) : helpMessage();
}

/** Said where files were sent and none of them has the name of a spreadsheet. */
export function noWorkbook(files: readonly AttachedFile[]): Message {
  return notice(
    `I read Excel workbooks (.xlsx) and lists of payments (.csv). I found only: ${namesOf(files)}. Attach the workbook itself.`,
  );
}
