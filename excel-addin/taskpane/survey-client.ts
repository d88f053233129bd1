import { describeIssue, type Issue, type Outcome } from '../../core/index.ts';

/** A survey as the server tells of it. */
export interface SurveyShown {
  readonly projectId: string;
  readonly name: string;
  readonly open: boolean;
}

/** How a survey stands, as far as the pane shows it. */
export interface SurveyStanding {
  readonly suppliers: number;
  readonly answered: { readonly count: number; readonly shareOfSpend: number };
  readonly lm3: {
    readonly lm3: number;
    readonly rating: 'red' | 'amber' | 'green';
    readonly responseRate: number;
    readonly bounds: { readonly low: number; readonly high: number };
  };
}

/** The supplier survey of the server that the pane came from; it talks to no other. */
export interface SurveyClient {
  list(): Promise<Outcome<readonly SurveyShown[]>>;
  make(
    workbook: Blob,
    contact: string,
    closes: string,
  ): Promise<Outcome<SurveyShown & { readonly page: string }>>;
  /** Returns how many mails were queued, and whether they really go. */
  send(
    projectId: string,
    what: 'invitation' | 'reminder',
  ): Promise<Outcome<{ readonly queued: number; readonly way: string }>>;
  status(projectId: string): Promise<Outcome<SurveyStanding>>;
  /** The report workbook with the answers so far. */
  report(projectId: string): Promise<Outcome<Blob>>;
}

/** @param key made on the owner's page; it is kept in this pane's memory and nowhere else */
export function surveyClient(page: Document, key: string): SurveyClient {
  const address = new URL('/survey/api/v1/surveys', page.baseURI).href;
  const ask = async <Value>(
    path: string,
    read: (response: Response) => Promise<Value>,
    init: RequestInit = {},
  ): Promise<Outcome<Value>> => {
    const headers = { ...init.headers, Authorization: `Bearer ${key}` };
    const response = await fetch(`${address}${path}`, { ...init, headers }).catch(() => undefined);
    if (response === undefined) return { ok: false, issues: [unreachable] };
    if (response.ok) return { ok: true, value: await read(response), issues: [] };
    const told = (await response.json().catch(() => undefined)) as { issues?: Issue[] } | undefined;
    return { ok: false, issues: told?.issues ?? [unreachable] };
  };
  const json = async <Value>(response: Response): Promise<Value> => (await response.json()) as Value;
  return {
    list: () => ask('', async (response) => (await json<{ surveys: SurveyShown[] }>(response)).surveys),
    make: (workbook, contact, closes) =>
      ask(
        `?${new URLSearchParams({ contact, closes })}`,
        async (response) => {
          const made = await json<{ survey: SurveyShown; page: string }>(response);
          return { ...made.survey, page: made.page };
        },
        { method: 'POST', body: workbook },
      ),
    send: (projectId, what) =>
      ask(`/${projectId}/mails`, (response) => json(response), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ what }),
      }),
    status: (projectId) => ask(`/${projectId}`, (response) => json(response)),
    report: (projectId) => ask(`/${projectId}/report.xlsx`, (response) => response.blob()),
  };
}

const unreachable: Issue = {
  severity: 'error',
  where: {},
  found: 'no survey service behind this pane',
  expected: 'the pane as the Local Pound server gives it',
  mend: 'Open the pane from the server (localpound serve), or ask whoever runs it.',
};

/** What is wrong, as one text. */
export const toldIssues = (issues: readonly Issue[]): string => issues.map(describeIssue).join(' ');
