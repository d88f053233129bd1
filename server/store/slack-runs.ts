import type { DeleteQueryBuilder, DeleteResult, Kysely } from 'kysely';
import { runFiguresSchema } from '../../bot/runs/run-figures.ts';
import type { RunStore } from '../../bot/runs/run-store.ts';
import { retrySerialization } from './retry-serialization.ts';
import type { Tables } from './tables.ts';

/** The part of the store that holds the figures of the last runs in Slack. */
export function slackRuns(db: Kysely<Tables>): RunStore {
  const forget = async (
    which: (
      rows: DeleteQueryBuilder<Tables, 'slack_runs', DeleteResult>,
    ) => DeleteQueryBuilder<Tables, 'slack_runs', DeleteResult>,
  ): Promise<number> => {
    const result = await retrySerialization(() => which(db.deleteFrom('slack_runs')).executeTakeFirst());
    return Number(result.numDeletedRows);
  };
  return {
    async lastRun({ workspace, channel, user, project }) {
      const row = await db
        .selectFrom('slack_runs')
        .select(['figures', 'run_at'])
        .where('workspace', '=', workspace)
        .where('channel', '=', channel)
        .where('project', '=', project)
        .where(({ eb, or }) => or([eb('open', '=', 1), eb('person', '=', user)]))
        .orderBy('run_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { figures: runFiguresSchema.parse(JSON.parse(row.figures)), at: new Date(Number(row.run_at)) };
    },
    async keepRun({ workspace, channel, user, project, open, figures, at }) {
      const kept = { figures: JSON.stringify(figures), run_at: at.getTime() };
      await retrySerialization(() =>
        db
          .insertInto('slack_runs')
          .values({ workspace, channel, project, person: user, open: open ? 1 : 0, ...kept })
          .onConflict((conflict) =>
            conflict.columns(['workspace', 'channel', 'project', 'person', 'open']).doUpdateSet(kept),
          )
          .execute(),
      );
    },
    forgetRunsOf: (workspace, user) =>
      forget((rows) => rows.where('workspace', '=', workspace).where('person', '=', user)),
    forgetRunsIn: (workspace) => forget((rows) => rows.where('workspace', '=', workspace)),
    forgetRunsBefore: (date) => forget((rows) => rows.where('run_at', '<', date.getTime())),
  };
}
