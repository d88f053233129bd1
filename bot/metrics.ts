/** What Slack sends: an event, a command, a press, a form, letters typed into a menu, a shortcut. */
export type DeliveryKind = 'event' | 'command' | 'action' | 'view' | 'options' | 'shortcut' | 'other';

/**
 * What became of a delivery: answered; known already; refused as replayed, late or from the future, or
 * because the bot stops; held back because too many came; nothing answers it; something failed.
 */
export type DeliveryOutcome = 'answered' | 'repeated' | 'refused' | 'limited' | 'unknown' | 'failed';

/** Counts for whoever watches the server. No text, no names and no ids go in. */
export interface BotMetrics {
  /** Slack has had its acknowledgement. */
  acknowledged(kind: DeliveryKind, seconds: number): void;
  /** All that a delivery led to is done. */
  done(kind: DeliveryKind, outcome: DeliveryOutcome, seconds: number): void;
  /** A call of Slack's Web API ended: `ok`, Slack's own error code, or `failed` without an answer. */
  called(method: string, result: string): void;
}

/** For a bot that nobody watches. */
export const noMetrics: BotMetrics = { acknowledged: () => {}, done: () => {}, called: () => {} };

/** What kind of delivery a body is. */
export function deliveryKind({
  type,
  command,
}: {
  readonly type?: unknown;
  readonly command?: unknown;
}): DeliveryKind {
  if (command !== undefined) return 'command';
  switch (type) {
    case 'event_callback':
      return 'event';
    case 'block_actions':
      return 'action';
    case 'view_submission':
    case 'view_closed':
      return 'view';
    case 'block_suggestion':
      return 'options';
    case 'shortcut':
    case 'message_action':
      return 'shortcut';
    default:
      return 'other';
  }
}
