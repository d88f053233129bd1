import type { Services } from '../services.ts';

/**
 * True for the first delivery of an event only. Slack delivers again when it has seen no
 * acknowledgement, and the first copy may or may not have arrived: so the id decides, not a header.
 */
export function claimed({ store }: Services, eventId: string): Promise<boolean> {
  return store.claimEvent(eventId, new Date());
}
