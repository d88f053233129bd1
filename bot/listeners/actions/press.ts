import { serving } from '../../answer-files.ts';
import type { FileButton } from '../../blocks/file-button.ts';
import { notice } from '../../blocks/message.ts';
import { refusedMessage } from '../../blocks/refused.ts';
import type { FileFigures } from '../../files/file-answer.ts';
import { FileProblem } from '../../files/file-problem.ts';
import type { FileSpot, Reply } from '../../replies/reply.ts';
import type { Services } from '../../services.ts';

/** A press of a button under an answer about a file, by the person who asked for it. */
export interface FilePress {
  readonly services: Services;
  readonly from: FileButton;
  readonly spot: FileSpot;
  readonly responseUrl: string;
  /** Good for three seconds. */
  readonly triggerId: string;
  /** The message with the button is seen by that person only. */
  readonly hidden: boolean;
  readonly reply: Reply;
}

export type FilePressHandler = (press: FilePress) => Promise<void>;

/** The same once the file behind it has been read again. */
export interface ReadPress<Kind extends FileFigures['kind']> extends FilePress {
  readonly fileName: string;
  readonly answer: Extract<FileFigures, { kind: Kind }>;
}

/**
 * Answers a button with what is in its file. The file is read and computed anew, so that nothing has
 * to be kept and any process can answer.
 */
export function withFile<Kind extends FileFigures['kind']>(
  kinds: readonly Kind[],
  answer: (press: ReadPress<Kind>) => Promise<void>,
): FilePressHandler {
  return (press) =>
    working(press, async () => {
      const { services, from, reply } = press;
      const { name: fileName, answer: figures } = await services.reader.read(from);
      if (!figures.ok) return await reply.whisper(refusedMessage(fileName, figures, from));
      if (!isOneOf(figures, kinds)) throw new Error(`${fileName} is a file of another kind by now`);
      await answer({ ...press, fileName, answer: figures });
    });
}

/** File work for the person who pressed, when it is their turn; what is wrong with the file is told. */
export async function working(
  { services, spot, reply }: Pick<FilePress, 'services' | 'spot' | 'reply'>,
  work: () => Promise<void>,
): Promise<void> {
  await serving(services.desk, spot.user, reply, async () => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      await reply.whisper(notice(error.message));
    }
  });
}

function isOneOf<Kind extends FileFigures['kind']>(
  answer: FileFigures,
  kinds: readonly Kind[],
): answer is Extract<FileFigures, { kind: Kind }> {
  return (kinds as readonly string[]).includes(answer.kind);
}
