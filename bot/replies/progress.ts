import { formatShare } from '../../core/index.ts';
import { type Message, notice } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import type { Begun, Reply, Seen } from './reply.ts';

/** Work that takes no longer is not worth a message of its own. */
export const progressAfterMs = 2000;
/** Slack lets a channel change about one message a second. */
const betweenMs = 3000;

/**
 * Tells a person that long work is under way, in one message that is changed as it goes on and becomes
 * the answer at the end. Work that is soon done says nothing but its answer.
 */
export class Progress {
  readonly #reply: Reply;
  readonly #logger: BotLogger;
  readonly #timer: NodeJS.Timeout | undefined;
  #what: string;
  #share: number | undefined;
  #begun: Promise<Begun | undefined> | undefined;
  #toldAt = 0;
  #changing: Promise<void> = Promise.resolve();

  /** @param afterMs how long to say nothing */
  constructor(reply: Reply, logger: BotLogger, what: string, afterMs: number) {
    this.#reply = reply;
    this.#logger = logger;
    this.#what = what;
    if (reply.begin !== undefined) this.#timer = setTimeout(() => this.#begin(), afterMs);
  }

  /** How much is done, from 0 to 1. */
  report(share: number): void {
    this.#share = share;
    if (this.#begun === undefined || Date.now() - this.#toldAt < betweenMs) return;
    this.#toldAt = Date.now();
    this.#changing = this.#changing.then(async () => {
      await (await this.#begun)?.change(this.#message());
    });
    this.#changing = this.#changing.catch((error: unknown) => this.#notTold(error));
  }

  /** Puts the answer in the place of the message, or posts it where there was none. */
  async finish(message: Message): Promise<Seen> {
    clearTimeout(this.#timer);
    await this.#changing;
    const begun = await this.#begun;
    if (begun === undefined) return await this.#reply.post(message);
    try {
      await begun.change(message);
      return begun.seen;
    } catch (error) {
      // The message may have been deleted by then.
      this.#notTold(error);
      return await this.#reply.post(message);
    }
  }

  /** For what only the asker may see: the message says that it is done. */
  async finishQuietly(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#changing;
    await (await this.#begun)?.change(
      notice(`I have read ${this.#what}. The answer went to the person who asked.`),
    );
  }

  /** After a failure, which is told elsewhere. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #begin(): void {
    this.#toldAt = Date.now();
    this.#begun = this.#reply.begin?.(this.#message()).catch((error: unknown) => {
      this.#notTold(error);
      return undefined;
    });
  }

  #message(): Message {
    const done =
      this.#share === undefined ? '' : ` ${formatShare(Math.floor(this.#share * 100) / 100)} done.`;
    return notice(`Reading ${this.#what} …${done}`);
  }

  #notTold(error: unknown): void {
    this.#logger.warn({ err: error }, 'a message about progress did not reach Slack');
  }
}
