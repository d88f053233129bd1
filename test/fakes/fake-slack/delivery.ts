import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from './json.ts';

/** What is sent to an app: an event, a command, or a press or choice. */
export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

export interface Retry {
  /** 1 for the second try. */
  readonly num: number;
  readonly reason: string;
}

/** One try to hand something to the app. */
export interface Attempt {
  readonly retry?: Retry | undefined;
  /** The HTTP status; over a socket 200 when acknowledged; 0 where no answer came. */
  readonly status: number;
  readonly text: string;
  /** Why it counts as not acknowledged, in the word Slack gives as the reason of the next try. */
  readonly failure?:
    | 'http_timeout'
    | 'http_error'
    | 'connection_failed'
    | 'timeout'
    | 'no_socket'
    | undefined;
  /** The app asked for no more tries. */
  readonly noRetry?: boolean | undefined;
}

/** How a delivery ended, with its last status and text, and every try. */
export interface Delivered {
  readonly acked: boolean;
  readonly status: number;
  readonly text: string;
  readonly attempts: readonly Attempt[];
}

/** A way to the app: HTTP or a socket. */
export interface Door {
  attempt(kind: DeliveryKind, payload: Json, retry?: Retry): Promise<Attempt>;
}

/** Delivers, and tries events again after each wait until acknowledged. Other things are sent once. */
export async function deliver(
  door: Door,
  kind: DeliveryKind,
  payload: Json,
  { retryAfterMs, stop }: { retryAfterMs: readonly number[]; stop: AbortSignal },
): Promise<Delivered> {
  const attempts = [await door.attempt(kind, payload)];
  for (const [index, wait] of (kind === 'events_api' ? retryAfterMs : []).entries()) {
    const last = attempts.at(-1);
    if (!last?.failure || last.noRetry) break;
    try {
      await sleep(wait, undefined, { signal: stop });
    } catch (error) {
      if (stop.aborted) break;
      throw error;
    }
    attempts.push(await door.attempt(kind, payload, { num: index + 1, reason: last.failure }));
  }
  return outcome(attempts);
}

export function outcome(attempts: readonly Attempt[]): Delivered {
  const last = attempts.at(-1);
  return { acked: !last?.failure, status: last?.status ?? 0, text: last?.text ?? '', attempts };
}
