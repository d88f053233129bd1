import { setTimeout as wait } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { BotLogger } from '../services.ts';

const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** Slack greets within a second; a socket without a greeting would never be given up otherwise. */
const greetingMs = 20_000;

/**
 * The socket over which Slack talks to this process. It is opened again at once whenever it closes,
 * as it does every few hours. The library's own way waits a while first, and ends the whole process
 * when Slack refuses or cannot be reached at that moment; so it is turned off and this goes on trying.
 */
export class SocketConnection {
  readonly #client: SocketModeReceiver['client'];
  readonly #logger: BotLogger;
  readonly #closing = new AbortController();
  #reopening = false;

  /** `receiver` with `autoReconnectEnabled: false`. */
  constructor(receiver: SocketModeReceiver, logger: BotLogger) {
    this.#client = receiver.client;
    this.#logger = logger;
  }

  /** Opens the first socket. Rejects when Slack refuses it. */
  async open(): Promise<void> {
    await this.#connect();
    this.#client.on('disconnected', () => {
      if (!this.#closing.signal.aborted) void this.#reopen();
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client.disconnect();
  }

  async #connect(): Promise<void> {
    const greeted = new AbortController();
    const late = wait(greetingMs, undefined, { signal: greeted.signal }).then(() => {
      throw new Error(`Slack did not greet within ${greetingMs / 1000} seconds`);
    });
    try {
      await Promise.race([this.#client.start(), late]);
    } catch (error) {
      // The client gives no reason when the socket closes before the greeting.
      throw error ?? new Error('the socket was closed before Slack greeted');
    } finally {
      greeted.abort();
      late.catch(() => {});
    }
  }

  async #reopen(): Promise<void> {
    // Each try that fails says that it is disconnected, too.
    if (this.#reopening) return;
    this.#reopening = true;
    const { signal } = this.#closing;
    for (let pause = firstPauseMs; !signal.aborted; pause = Math.min(2 * pause, longestPauseMs)) {
      try {
        await this.#connect();
        break;
      } catch (error) {
        if (signal.aborted) break;
        this.#logger.error({ err: error, pause }, 'the socket to Slack could not be opened; trying again');
        await wait(pause, undefined, { signal }).catch(() => {});
      }
    }
    this.#reopening = false;
    // It may have been told to close while the new socket was on its way.
    if (signal.aborted) await this.#client.disconnect();
  }
}
