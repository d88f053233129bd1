import { type Insertable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { SurveyAuditTable, Tables } from '../tables.ts';

/** An answer that is to be kept. */
export interface KeptAnswer {
  readonly projectId: string;
  readonly supplierId: string;
  /** JSON. */
  readonly answer: string;
  readonly at: number;
}

type AuditLine = Insertable<SurveyAuditTable> | undefined;

/** What PostgreSQL says when two answers at once make the same version (unique_violation). */
export const sameVersion = '23505';

/** The answer as the version after the newest, unless the survey is closed or the newest is the same. */
const newVersion = ({ projectId, supplierId, answer, at }: KeptAnswer): RawBuilder<unknown> => sql`
  insert into survey_answers (project_id, supplier_id, version, answer, answered_at)
  select supplier.project_id, supplier.supplier_id, supplier.answer_version + 1,
    cast(${answer} as text), cast(${at} as bigint)
  from survey_suppliers as supplier
  inner join surveys as survey on survey.project_id = supplier.project_id
  left join survey_answers as newest on newest.project_id = supplier.project_id
    and newest.supplier_id = supplier.supplier_id and newest.version = supplier.answer_version
  where supplier.project_id = ${projectId} and supplier.supplier_id = ${supplierId}
    and survey.closed_at is null and (newest.answer is null or newest.answer <> ${answer})`;

const nowNewest = ({ projectId, supplierId, at }: KeptAnswer): RawBuilder<unknown> => sql`
  update survey_suppliers
  set answer_version = answer_version + 1, answered_at = cast(${at} as bigint), declined_at = null
  where project_id = ${projectId} and supplier_id = ${supplierId}`;

const noted = ({
  project_id,
  entry_id,
  at,
  who,
  what,
  detail,
}: NonNullable<AuditLine>): RawBuilder<unknown> => sql`
  insert into survey_audit (project_id, entry_id, at, who, what, detail)
  select cast(${project_id} as varchar), cast(${entry_id} as varchar), cast(${at} as bigint),
    cast(${who} as text), cast(${what} as varchar), cast(${detail} as text)`;

/** Keeps an answer in one transaction. False when there was nothing to keep. */
export async function saveInSteps(db: Kysely<Tables>, kept: KeptAnswer, line: AuditLine): Promise<boolean> {
  return await db.transaction().execute(async (transaction) => {
    const { numAffectedRows = 0n } = await newVersion(kept).execute(transaction);
    if (numAffectedRows === 0n) return false;
    await nowNewest(kept).execute(transaction);
    if (line !== undefined) await noted(line).execute(transaction);
    return true;
  });
}

/** The same in one statement, for engines whose `with` may change tables. */
export async function saveAtOnce(db: Kysely<Tables>, kept: KeptAnswer, line: AuditLine): Promise<boolean> {
  const ifKept = sql`exists (select 1 from kept)`;
  const { rows } = await sql`
    with kept as (${newVersion(kept)} returning version),
    moved as (${nowNewest(kept)} and ${ifKept})
    ${line === undefined ? sql`` : sql`, noted as (${noted(line)} where ${ifKept})`}
    select version from kept`.execute(db);
  return rows.length > 0;
}
