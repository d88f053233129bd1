import type { Counters, SlackClock } from './counters.ts';
import type { Entry } from './transcript.ts';

/** The ids that let an app open a modal once, within three seconds of what a person did. */
export class TriggerIds {
  private readonly issued = new Map<string, { user: string; until: number; used: boolean }>();

  constructor(
    private readonly counters: Counters,
    private readonly clock: SlackClock,
    private readonly goodForMs: number,
  ) {}

  issue(user: string): string {
    const id = `1001.9001.${this.counters.id('trigger')}`;
    this.issued.set(id, { user, until: this.clock.now() + this.goodForMs, used: false });
    return id;
  }

  /** Uses the id up: whose modal it opens, or Slack's error where it is not good. */
  exchange(
    id: string,
  ):
    | { readonly user: string }
    | { readonly error: 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id' } {
    const found = this.issued.get(id);
    if (!found) return { error: 'invalid_trigger_id' };
    if (found.used) return { error: 'exchanged_trigger_id' };
    if (this.clock.now() > found.until) return { error: 'expired_trigger_id' };
    found.used = true;
    return { user: found.user };
  }
}

export interface ResponsePlace {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed, which an answer may replace. */
  readonly on?: Entry | undefined;
}

const mostUses = 5;
const goodForMs = 30 * 60_000;

/** The addresses where an app answers what a person did: five times, within half an hour. */
export class ResponseUrls {
  private readonly issued = new Map<string, ResponsePlace & { until: number; uses: number }>();

  constructor(
    private readonly counters: Counters,
    private readonly clock: SlackClock,
    private readonly origin: () => string,
  ) {}

  issue(place: ResponsePlace): string {
    const path = `/respond/${this.counters.id('R')}`;
    this.issued.set(path, { ...place, until: this.clock.now() + goodForMs, uses: 0 });
    return this.origin() + path;
  }

  /** Uses the address once. Answers with Slack's error where it is worn out. */
  use(path: string): ResponsePlace | 'used_url' | 'expired_url' | 'no_such_url' {
    const found = this.issued.get(path);
    if (!found) return 'no_such_url';
    if (this.clock.now() > found.until) return 'expired_url';
    found.uses += 1;
    return found.uses > mostUses ? 'used_url' : found;
  }
}
