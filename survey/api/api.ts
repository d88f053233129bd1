import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod';
import { type Issue, isCalendarDate } from '../../core/index.ts';
import type { DeskOptions } from '../desk/options.ts';
import { deskPath, linkBase } from '../desk/options.ts';
import { excelType } from '../desk/routes/surveys.ts';
import { isOpen, mailsToGo, queue } from '../owner/asking.ts';
import { closeSurvey, keepSurvey } from '../owner/changing.ts';
import { projectFromWorkbook } from '../owner/from-workbook.ts';
import { reaches, readKey, roleOn } from '../owner/keys.ts';
import { newSurvey } from '../owner/new-survey.ts';
import { respendShares } from '../owner/respend-shares.ts';
import { statusJson, surveyStatus } from '../owner/status.ts';
import { surveyReport } from '../owner/survey-report.ts';
import { type ApiKey, allSurveys, type Role } from '../owner-store.ts';
import { rateLimit } from '../rate-limit.ts';
import type { Survey } from '../store.ts';

/** In a minute, for each sender: requests, and keys that do not work. */
const limits = { requests: 240, wrongKeys: 20 } as const;
const route = '/api/v1/surveys';

const askSchema = z.object({
  what: z.enum(['invitation', 'reminder']),
  /** Reminders to only so many of the largest silent suppliers. */
  largest: z.int().min(1).max(1e7).optional(),
  /** Only count. */
  preview: z.boolean().default(false),
});

/**
 * The survey for programs, such as the workbook pane and Slack: JSON, with a key as
 * `Authorization: Bearer lp_...`. What is wrong comes as `{issues}`. Described in docs/survey-api.md.
 */
export function apiRoutes(app: Hono, options: DeskOptions): void {
  const { store, now, senderOf, mail, version } = options;
  const requests = rateLimit(limits.requests);
  const wrongKeys = rateLimit(limits.wrongKeys);

  const withKey =
    (handle: (context: Context, key: ApiKey) => Promise<Response>) =>
    async (context: Context): Promise<Response> => {
      const sender = senderOf(context);
      if (!requests.allow(sender, now())) return refused(context, 429, tooMany);
      const shown = /^Bearer (\S+)$/.exec(context.req.header('Authorization') ?? '')?.[1];
      const key = shown === undefined ? undefined : await readKey(store, shown);
      if (key !== undefined) return await handle(context, key);
      return wrongKeys.allow(sender, now()) ? refused(context, 401, noKey) : refused(context, 429, tooMany);
    };
  const onSurvey = (
    needed: Role,
    handle: (context: Context, survey: Survey, who: string) => Promise<Response>,
  ) =>
    withKey(async (context, key) => {
      const projectId = context.req.param('project') ?? '';
      const role = roleOn(projectId, [key]);
      const survey = role === undefined ? undefined : await store.survey(projectId);
      if (survey === undefined) return refused(context, 404, noSurvey);
      if (!reaches(role, needed)) return refused(context, 403, notAllowed(needed));
      return await handle(context, survey, `key ${key.label}`);
    });

  app.get(
    route,
    withKey(async (context, key) => {
      const listed = (await store.surveys()).filter(
        ({ projectId }) => roleOn(projectId, [key]) !== undefined,
      );
      return context.json({ surveys: listed.map((survey) => aboutSurvey(survey, now())) });
    }),
  );
  // A workbook as the body; whom to ask and the dates as parameters of the address.
  app.post(
    route,
    withKey(async (context, key) => {
      if (!reaches(roleOn(allSurveys, [key]), 'editor')) return refused(context, 403, notAllowed('editor'));
      const { contact = '', closes = '' } = context.req.query();
      if (contact.trim() === '' || contact.length > 200 || !isCalendarDate(closes)) {
        return refused(context, 400, needsDates);
      }
      const read = projectFromWorkbook(new Uint8Array(await context.req.arrayBuffer()));
      if (!read.ok) return context.json({ issues: read.issues }, 422);
      const closesAt = Date.parse(`${closes}T23:59:59Z`);
      const made = newSurvey({
        ...read.value,
        contact,
        closesAt,
        eraseAt: closesAt + 365 * 24 * 60 * 60 * 1000,
        now: now(),
      });
      if (!made.ok) return context.json({ issues: made.issues }, 422);
      await keepSurvey({ store, who: `key ${key.label}`, now: now() }, made.value);
      const { survey } = made.value;
      const page = `${linkBase(options, context)}${deskPath}/s/${survey.projectId}`;
      return context.json(
        { survey: aboutSurvey(survey, now()), page, issues: [...read.issues, ...made.issues] },
        201,
      );
    }),
  );
  app.get(
    `${route}/:project`,
    onSurvey('viewer', async (context, { projectId }) => {
      const status = await surveyStatus(store, projectId, {
        leaveOutGuesses: context.req.query('guesses') === 'no',
      });
      if (!status?.ok) return context.json({ issues: status?.issues ?? [noSurvey] }, 422);
      return context.json({ ...statusJson(status.value), issues: status.issues });
    }),
  );
  app.get(
    `${route}/:project/answers`,
    onSurvey('viewer', async (context, { projectId }) => context.json(await respendShares(store, projectId))),
  );
  app.post(
    `${route}/:project/mails`,
    onSurvey('editor', async (context, survey, who) => {
      const asked = askSchema.safeParse(await context.req.json().catch(() => undefined));
      if (!asked.success) return refused(context, 400, needsWhat);
      if (!isOpen(survey, now())) return refused(context, 409, closed);
      const { what, largest, preview } = asked.data;
      const mails = await mailsToGo(
        store,
        survey,
        what === 'invitation' ? { what } : { what, ...(largest === undefined ? {} : { largest }) },
      );
      if (preview) return context.json({ mails: mails.length, way: mail.way.kind });
      const queued = await queue(store, survey, mails, who, now());
      mail.nudge();
      return context.json({ queued, way: mail.way.kind }, 202);
    }),
  );
  app.get(
    `${route}/:project/report.xlsx`,
    onSurvey('viewer', async (context, { projectId }, who) => {
      const report = await surveyReport(store, projectId, { version, madeAt: new Date(now()) });
      if (!report?.ok) return context.json({ issues: report?.issues ?? [noSurvey] }, 422);
      const { writeWorkbook } = await import('../../spreadsheet/write-workbook.ts');
      const bytes = await writeWorkbook(report.value.workbook);
      await store.addAudit(projectId, { at: now(), who, what: 'exported', detail: '' });
      return context.body(bytes.slice().buffer as ArrayBuffer, 200, { 'Content-Type': excelType });
    }),
  );
  app.post(
    `${route}/:project/close`,
    onSurvey('owner', async (context, survey, who) =>
      context.json({ closed: await closeSurvey({ store, who, now: now() }, survey) }),
    ),
  );
}

/** A survey without its project. */
function aboutSurvey({ project: _, ...survey }: Survey, now: number) {
  return { ...survey, open: survey.closedAt === undefined && now < survey.closesAt };
}

function refused(context: Context, status: ContentfulStatusCode, issue: Issue): Response {
  return context.json({ issues: [issue] }, status);
}

const issue = (path: string, found: string, expected: string, mend: string): Issue => ({
  severity: 'error',
  where: { path },
  found,
  expected,
  mend,
});

const noKey = issue(
  'Authorization',
  'no key that works',
  'Authorization: Bearer lp_...',
  'Make a key on the owner’s page under "People and keys", or with: localpound survey key',
);
const tooMany = issue('', 'too many requests', 'fewer in a minute', 'Wait a minute, then try again.');
/** What the store, or anything else behind the server, has failed with. */
export const unavailable = issue(
  '',
  'a failure on the server',
  'a server whose store can be reached',
  'Nothing was changed that was not acknowledged. Try again in a minute.',
);
const noSurvey = issue(
  'project',
  'no survey that this key opens',
  'the number of a survey',
  'List them: GET /survey/api/v1/surveys',
);
const notAllowed = (needed: Role): Issue =>
  issue(
    'Authorization',
    'a key whose role does not allow this',
    `a key with the role ${needed}`,
    'Use another key.',
  );
const needsDates = issue(
  'contact, closes',
  'parameters that are missing or cannot be used',
  'contact (whom suppliers can ask) and closes (a day such as 2027-01-31)',
  'Add ?contact=...&closes=2027-01-31 to the address.',
);
const needsWhat = issue(
  'body',
  'no JSON of the right shape',
  '{"what": "invitation"} or {"what": "reminder", "largest": 20}',
  'Correct the body.',
);
const closed = issue('project', 'a survey that is closed', 'an open one', 'Nobody can answer it any more.');
