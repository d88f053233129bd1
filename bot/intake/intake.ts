import type { App, ReceiverEvent } from '@slack/bolt';
import type { BotLogger, BotStore } from '../services.ts';
import { InFlight } from './in-flight.ts';
import { NotTaken } from './not-taken.ts';
import type { ReplayGuard } from './replay-guard.ts';

/** How a request over HTTP was signed, once the signature was found right. */
export interface Signed {
  readonly signature: string;
  /** Seconds since 1970, as the request says. */
  readonly time: number;
}

const unknownCommand = 'I do not know this command. Type /lm3 help to see what I can do.';

/**
 * Stands between what receives Slack's deliveries and what answers them. Lets through each delivery
 * once, before Slack is told that it arrived, so that what was acknowledged is neither lost nor done
 * twice; and knows what is still under way.
 */
export class Intake {
  readonly #store: BotStore;
  readonly #logger: BotLogger;
  readonly #guard: ReplayGuard | undefined;
  readonly #inFlight = new InFlight();
  #closed = false;

  /** `guard` for deliveries over HTTP, where anyone may send; a socket comes from Slack itself. */
  constructor({ store, logger, guard }: { store: BotStore; logger: BotLogger; guard?: ReplayGuard }) {
    this.#store = store;
    this.#logger = logger;
    this.#guard = guard;
  }

  /** Makes every delivery to the app come through here. */
  standBefore(app: App): void {
    const answer = app.processEvent.bind(app);
    app.processEvent = (delivery) => this.#inFlight.track(this.#take(delivery, answer));
  }

  /** Takes nothing more, and waits for what is under way, but not longer than the deadline. */
  async close(deadlineMs: number): Promise<void> {
    this.#closed = true;
    const left = await this.#inFlight.drain(deadlineMs);
    if (left > 0) this.#logger.warn({ left }, 'stopped before everything was answered');
  }

  async #take(delivery: ReceiverEvent, answer: App['processEvent']): Promise<void> {
    if (this.#closed) throw new NotTaken(503, 'the bot is stopping');
    const signed = delivery.customProperties as Partial<Signed> | undefined;
    this.#refuseReplay(signed);
    let acknowledged = false;
    const ack = async (response?: unknown): Promise<void> => {
      acknowledged = true;
      // The delivery is ours by now. When Slack does not hear so it delivers again, and that copy is known.
      await delivery.ack(response).catch((error: unknown) => {
        this.#logger.warn({ err: error }, 'an acknowledgement did not reach Slack');
      });
    };
    if (!(await this.#isFirst(delivery, signed))) {
      await ack();
      return;
    }
    await answer({ ...delivery, ack });
    if (!acknowledged) {
      // Otherwise the person would look at a waiting sign for three seconds, then at an error.
      this.#logger.warn({ type: String(delivery.body.type ?? 'command') }, 'nothing answers this delivery');
      await ack(delivery.body.command === undefined ? undefined : unknownCommand);
    }
  }

  #refuseReplay(signed: Partial<Signed> | undefined): void {
    if (this.#guard === undefined) return;
    const { signature, time } = signed ?? {};
    if (signature === undefined || time === undefined || !this.#guard.admit(signature, time)) {
      throw new NotTaken(401, 'a request was sent again, or its time is more than five minutes off');
    }
  }

  /** Slack repeats an event that it thinks was missed. Whether it was, only the claim tells. */
  async #isFirst({ body }: ReceiverEvent, signed: Partial<Signed> | undefined): Promise<boolean> {
    if (body.type !== 'event_callback') return true;
    try {
      return await this.#store.claimEvent(String(body.event_id), new Date());
    } catch (error) {
      if (signed?.signature !== undefined) this.#guard?.release(signed.signature);
      throw error;
    }
  }
}
