import type { App, ReceiverEvent } from '@slack/bolt';
import { notice } from '../blocks/message.ts';
import { type BotMetrics, deliveryKind } from '../metrics.ts';
import { whisperTo } from '../replies/whisper-to.ts';
import type { BotLogger, BotStore } from '../services.ts';
import { asOneDelivery, type UnderWay } from '../workspaces/current.ts';
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
const unknownButton = 'That button is from an older version of me and does nothing any more. Ask again.';

export interface IntakeOptions {
  readonly store: BotStore;
  readonly logger: BotLogger;
  readonly metrics: BotMetrics;
  /** For deliveries over HTTP, where anyone may send; a socket comes from Slack itself. */
  readonly guard?: ReplayGuard;
}

/**
 * Stands between what receives Slack's deliveries and what answers them. Lets through each delivery
 * once, before Slack is told that it arrived, so that what was acknowledged is neither lost nor done
 * twice; and knows what is still under way.
 */
export class Intake {
  readonly #given: IntakeOptions;
  readonly #inFlight = new InFlight();
  #closed = false;

  constructor(given: IntakeOptions) {
    this.#given = given;
  }

  /** Makes every delivery to the app come through here. */
  standBefore(app: App): void {
    const answer = app.processEvent.bind(app);
    const tell = (body: ReceiverEvent['body'], words: string): Promise<void> =>
      whisperTo(app.client, this.#given.logger, body, notice(words));
    app.processEvent = (delivery) =>
      this.#inFlight.track(asOneDelivery((underWay) => this.#counted(delivery, { answer, tell, underWay })));
  }

  /** Takes nothing more, and waits for what is under way, but not longer than the deadline. */
  async close(deadlineMs: number): Promise<void> {
    this.#closed = true;
    const left = await this.#inFlight.drain(deadlineMs);
    if (left > 0) this.#given.logger.warn({ left }, 'stopped before everything was answered');
  }

  async #counted(delivery: ReceiverEvent, ways: Ways): Promise<void> {
    const { underWay } = ways;
    const kind = deliveryKind(delivery.body);
    const started = performance.now();
    try {
      await this.#take(delivery, ways, started);
    } catch (error) {
      underWay.outcome = error instanceof NotTaken ? 'refused' : 'failed';
      throw error;
    } finally {
      this.#given.metrics.done(kind, underWay.outcome ?? 'answered', secondsSince(started));
    }
  }

  async #take(delivery: ReceiverEvent, { answer, tell, underWay }: Ways, started: number): Promise<void> {
    const { logger, metrics } = this.#given;
    const { body } = delivery;
    if (this.#closed) throw new NotTaken(503, 'the bot is stopping');
    const signed = delivery.customProperties as Partial<Signed> | undefined;
    this.#refuseReplay(signed);
    let acknowledged = false;
    const ack = async (response?: unknown): Promise<void> => {
      acknowledged = true;
      metrics.acknowledged(deliveryKind(body), secondsSince(started));
      // The delivery is ours by now. When Slack does not hear so it delivers again, and that copy is known.
      await delivery.ack(response).catch((error: unknown) => {
        logger.warn({ err: error }, 'an acknowledgement did not reach Slack');
      });
    };
    if (!(await this.#isFirst(delivery, signed))) {
      underWay.outcome = 'repeated';
      await ack();
      return;
    }
    await answer({ ...delivery, ack });
    if (acknowledged) return;
    // Otherwise the person would look at a waiting sign for three seconds, then at an error.
    underWay.outcome ??= 'unknown';
    logger.warn({ type: String(body.type ?? 'command') }, 'nothing answers this delivery');
    await ack(body.command === undefined ? undefined : unknownCommand);
    if (body.type === 'block_actions') await tell(body, unknownButton);
  }

  #refuseReplay(signed: Partial<Signed> | undefined): void {
    const { guard } = this.#given;
    if (guard === undefined) return;
    const { signature, time } = signed ?? {};
    if (signature === undefined || time === undefined || !guard.admit(signature, time)) {
      throw new NotTaken(401, 'a request was sent again, or its time is more than five minutes off');
    }
  }

  /** Slack repeats an event that it thinks was missed. Whether it was, only the claim tells. */
  async #isFirst({ body }: ReceiverEvent, signed: Partial<Signed> | undefined): Promise<boolean> {
    if (body.type !== 'event_callback') return true;
    const { store, guard } = this.#given;
    try {
      return await store.claimEvent(String(body.event_id), new Date());
    } catch (error) {
      if (signed?.signature !== undefined) guard?.release(signed.signature);
      throw error;
    }
  }
}

interface Ways {
  readonly answer: App['processEvent'];
  readonly tell: (body: ReceiverEvent['body'], words: string) => Promise<void>;
  readonly underWay: UnderWay;
}

const secondsSince = (started: number): number => (performance.now() - started) / 1000;
