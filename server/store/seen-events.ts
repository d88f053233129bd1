import type { Kysely } from 'kysely';
import { retrySerialization } from './retry-serialization.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The part of the store that decides which copy of a repeated event is the first. */
export function seenEvents(db: Kysely<Tables>): Pick<Store, 'claimEvent' | 'forgetEventsBefore'> {
  return {
    async claimEvent(id, now) {
      const result = await retrySerialization(() =>
        db
          .insertInto('seen_events')
          .values({ event_id: id, seen_at: now.getTime() })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      );
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async forgetEventsBefore(date) {
      const result = await retrySerialization(() =>
        db.deleteFrom('seen_events').where('seen_at', '<', date.getTime()).executeTakeFirst(),
      );
      return Number(result.numDeletedRows);
    },
  };
}
