import type { Kysely } from 'kysely';
import type { KeptStore } from '../../bot/kept/kept-store.ts';
import { retrySerialization } from './retry-serialization.ts';
import type { Tables } from './tables.ts';

/** The part of the store that keeps what people in Slack asked the bot to keep. */
export interface SlackKept extends KeptStore {
  /** Drops what was kept before `date`. Returns how many things that were. */
  forgetKeptBefore(date: Date): Promise<number>;
}

export function slackKept(db: Kysely<Tables>): SlackKept {
  return {
    async listKept({ workspace, user }, kind) {
      const rows = await db
        .selectFrom('slack_kept')
        .select(['item', 'content', 'kept_at'])
        .where('workspace', '=', workspace)
        .where('person', '=', user)
        .where('kind', '=', kind)
        .orderBy('kept_at')
        .orderBy('item')
        .execute();
      return rows.map(({ item, content, kept_at: at }) => ({ item, content, at: new Date(Number(at)) }));
    },
    async keep({ workspace, user }, kind, { item, content, at }) {
      await retrySerialization(() =>
        db
          .insertInto('slack_kept')
          .values({ workspace, person: user, kind, item, content, kept_at: at.getTime() })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    },
    async dropKept({ workspace, user }, kind, item) {
      await retrySerialization(() => {
        const all = db
          .deleteFrom('slack_kept')
          .where('workspace', '=', workspace)
          .where('person', '=', user)
          .where('kind', '=', kind);
        return (item === undefined ? all : all.where('item', '=', item)).execute();
      });
    },
    async forgetPerson({ workspace, user }) {
      const result = await retrySerialization(() =>
        db
          .deleteFrom('slack_kept')
          .where('workspace', '=', workspace)
          .where('person', '=', user)
          .executeTakeFirst(),
      );
      return Number(result.numDeletedRows);
    },
    async forgetWorkspace(workspace) {
      await retrySerialization(() =>
        db.deleteFrom('slack_kept').where('workspace', '=', workspace).execute(),
      );
    },
    async forgetKeptBefore(date) {
      const result = await retrySerialization(() =>
        db.deleteFrom('slack_kept').where('kept_at', '<', date.getTime()).executeTakeFirst(),
      );
      return Number(result.numDeletedRows);
    },
  };
}
