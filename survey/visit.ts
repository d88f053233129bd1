import type { Context } from 'hono';
import type { Survey, SurveyStore, SurveySupplier } from './store.ts';
import { hashToken } from './tokens.ts';

/** A supplier that came by its own link. */
export interface Visit {
  readonly survey: Survey;
  readonly supplier: SurveySupplier;
  readonly token: string;
  /** Address of the supplier's pages, without a slash at the end. */
  readonly base: string;
  /** Whether answers are still taken. */
  readonly open: boolean;
}

const tokenShape = /^[\w-]{32}$/;
const projectShape = /^[\w-]{1,64}$/;

/**
 * Who comes by a link. A link that never was, has expired or was revoked, and a project that never
 * was, look the same from outside: undefined.
 */
export async function visitBy(
  store: Pick<SurveyStore, 'survey' | 'supplierByLink'>,
  context: Context,
  now: number,
): Promise<Visit | undefined> {
  const { project: projectId = '', token = '' } = context.req.param() as Record<string, string>;
  if (!projectShape.test(projectId) || !tokenShape.test(token)) return undefined;
  const supplier = await store.supplierByLink(projectId, hashToken(token), now);
  if (supplier === undefined) return undefined;
  const survey = await store.survey(projectId);
  if (survey === undefined) return undefined;
  const open = survey.closedAt === undefined && now < survey.closesAt;
  return { survey, supplier, token, base: answerPath(projectId, token), open };
}

/** The same as a pattern of a route under `/survey`. */
export const link = '/a/:project/:token';

/** Where a supplier answers. */
export function answerPath(projectId: string, token: string): string {
  return `/survey/a/${projectId}/${token}`;
}
