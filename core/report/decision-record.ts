import { type Advice, disclaimer, type RouteAdvice } from '../procurement/advice.ts';
import { derivedSentences, standingWords, testedSentences } from '../procurement/advice-text.ts';
import type { RouteCase } from '../procurement/case.ts';
import { factRows } from '../procurement/fact-rows.ts';
import { formatDate } from '../units/calendar.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { noteSections } from './decision-notes.ts';

/** A sentence, or a label with what it stands for. */
export type RecordLine = string | readonly [label: string, text: string];

/** A part of the decision record: sentences, a table, and lines that people fill in. */
export interface RecordSection {
  readonly heading: string;
  /** Sentences, some with a label before them. */
  readonly lines: readonly RecordLine[];
  readonly table?: {
    readonly headings: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  /** Lines to be filled in, with what is known already. */
  readonly blanks?: readonly (readonly [label: string, value: string])[];
}

/** The evidence pack as data, before it becomes a workbook or Markdown. */
export interface DecisionRecord {
  readonly title: string;
  readonly subtitle: string;
  readonly chosen: RouteAdvice;
  readonly limitsByPlace: boolean;
  readonly decisionDate: string;
  /** Empty where no date was given. */
  readonly invitedOn: string;
  readonly sections: readonly RecordSection[];
}

/** Routes whose limit has to be decided before anyone is invited: SI 2026/94 art 3(2)-(3). */
const limitedByPlace: ReadonlySet<string> = new Set(['pa-bt-local-reserved', 'pa-bt-uk-reserved']);

/**
 * The decision record for a case: facts, law tested, the route with its conditions, notes to complete
 * and blank signatures. It holds no specification: a competition written round one provider is none.
 *
 * @param today date as YYYY-MM-DD, printed as the day the record was made
 */
export function decisionRecord(routeCase: RouteCase, advice: Advice, today: string): Outcome<DecisionRecord> {
  const chosen = chosenRoute(routeCase, advice);
  if (!chosen.ok) return chosen;
  const route = chosen.value;
  const combined = advice.routes.filter(({ id }) => route.combinedWith.includes(id));
  const together = [route, ...combined];
  const limitsByPlace = together.some(({ id }) => limitedByPlace.has(id));
  const name = routeCase.name ?? 'a purchase without a name yet';
  const whose = routeCase.organisation === undefined ? '' : `${routeCase.organisation}. `;
  const sections: readonly RecordSection[] = [
    routeSection(route, combined, advice),
    placeSection(routeCase, limitsByPlace),
    {
      heading: 'Facts given',
      lines: [],
      table: { headings: ['Question', 'Answer'], rows: factRows(routeCase) },
    },
    problemsSection(advice.issues),
    { heading: 'Law tested', lines: [...testedSentences(advice), ...derivedSentences(advice)] },
    {
      heading: 'What holds whatever the route',
      lines: [],
      table: {
        headings: ['Rule', 'What it says', 'Law', 'Standing'],
        rows: [...advice.guards, ...advice.overlays].map((remark) => [
          remark.rule,
          remark.text,
          remark.citation,
          standingWords(remark),
        ]),
      },
    },
    {
      heading: 'Conditions to meet',
      lines: [],
      table: {
        headings: ['Condition', 'Met? Evidence and where it is kept'],
        rows: [...new Set(together.flatMap(({ conditions }) => conditions))].map((condition) => [
          condition,
          '',
        ]),
      },
    },
    ...noteSections(routeCase, advice),
    ownRulesSection(advice),
    {
      heading: 'Records to keep',
      lines: [],
      table: {
        headings: ['Record', 'Where it is kept, and its date'],
        rows: recordsOf(together, advice).map((item) => [item, '']),
      },
    },
    routesSection(advice),
    { heading: 'What would change the order', lines: advice.wouldChange.map(({ text }) => text) },
    specificationSection(),
    {
      heading: 'Decision and signatures',
      lines: [],
      blanks: [
        ['Route decided on', routeCase.chosenRoute === undefined ? '' : route.name],
        ['Date of decision', routeCase.decisionDate ?? ''],
        ['Prepared by (name and post)', ''],
        ['Signature and date', ''],
        ['Approved by (name and post)', ''],
        ['Signature and date of approval', ''],
        ['Legal advice taken from, and date', ''],
      ],
    },
    { heading: 'Please note', lines: [disclaimer] },
  ];
  const value: DecisionRecord = {
    title: `Decision record: ${name}`,
    subtitle: `${whose}Made on ${formatDate(today)} with Local Pound. A draft to complete, not legal advice.`,
    chosen: route,
    limitsByPlace,
    decisionDate: routeCase.decisionDate ?? '',
    invitedOn: routeCase.answered.has('startDate') ? routeCase.startDate : '',
    sections: sections.filter(holdsSomething),
  };
  return { ok: true, value, issues: chosen.issues };
}

const holdsSomething = ({ lines, table, blanks }: RecordSection): boolean =>
  lines.length > 0 || (table?.rows.length ?? 0) > 0 || (blanks?.length ?? 0) > 0;

function chosenRoute({ chosenRoute: wanted }: RouteCase, { routes }: Advice): Outcome<RouteAdvice> {
  const open = routes.filter(({ status }) => status !== 'closed');
  const route = wanted === undefined ? open[0] : routes.find(({ id }) => id === wanted);
  if (route !== undefined && route.status !== 'closed') return { ok: true, value: route, issues: [] };
  const path = wanted === undefined ? 'instrument' : 'chosenRoute';
  const issue: Issue = {
    severity: 'error',
    where: { path },
    found:
      route === undefined ? `"${wanted ?? 'unknown'}"` : `"${route.id}", which is closed: ${route.reason}`,
    expected:
      open.length > 0 ? `one of ${open.map(({ id }) => `"${id}"`).join(', ')}` : 'a case with an open route',
    mend: 'A record can be made only for a route that is open or depends.',
  };
  return { ok: false, issues: [issue] };
}

const riskWords = { low: 'Low', medium: 'Medium', high: 'High' } as const;

function routeSection(
  route: RouteAdvice,
  together: readonly RouteAdvice[],
  { wouldChange }: Advice,
): RecordSection {
  const { name, id, status, rule, rank, reason, summary, nextStep, risk, risks, citation, links } = route;
  return {
    heading: 'Route',
    lines: [
      ['Route', `${name} (${id})`],
      ['Stands', `${status}, rank ${rank ?? ''}, by rule ${rule}`],
      ['What it is', summary],
      ...together.map(
        (other): RecordLine => ['Together with', `${other.name} (${other.id}): ${other.summary}`],
      ),
      ['Reason', reason],
      ['Next step', nextStep],
      ['Risk', `${risk === null ? '' : `${riskWords[risk]}. `}${risks.join('. ')}.`],
      ['Law', `${citation}. ${standingWords(route)}`],
      ['Where to read it', links.join(' ')],
      ...(wouldChange.length > 0
        ? [['Order', 'Other answers would put another route first; they are listed below.'] as const]
        : []),
    ],
  };
}

function placeSection({ decisionDate, startDate, answered }: RouteCase, limits: boolean): RecordSection {
  if (!limits) return { heading: 'Limit by place', lines: [] };
  return {
    heading: 'Limit by place',
    lines: [
      'The decision that firms from elsewhere may not take part has to be made before anyone is invited (SI 2026/94 art 3(2)-(3)). A firm with substantive operations in the area counts as based there, whoever owns it (art 3(4)).',
    ],
    blanks: [
      ['Area decided on: own area, or own area with which bordering counties or London boroughs', ''],
      ['Date of the decision to limit by place', decisionDate ?? ''],
      ['Date of the first invitation or notice', answered.has('startDate') ? startDate : ''],
      ['How substantive operations are checked', ''],
    ],
  };
}

function problemsSection(issues: readonly Issue[]): RecordSection {
  return {
    heading: 'Doubts about the facts',
    lines: [],
    table: {
      headings: ['Answer', 'Found', 'Expected', 'What was done'],
      rows: issues.map(({ where, found, expected, mend }) => [where.path ?? '', found, expected, mend]),
    },
  };
}

function ownRulesSection({ ownRules }: Advice): RecordSection {
  return {
    heading: 'Our own contract procedure rules',
    lines: ownRules === null ? [] : [ownRules.text, ...ownRules.notes, `Source: ${ownRules.source}.`],
  };
}

function recordsOf(routes: readonly RouteAdvice[], { guards, overlays }: Advice): string[] {
  return [
    ...new Set([
      ...routes.flatMap(({ record }) => record),
      ...[...guards, ...overlays].flatMap(({ record }) => record),
    ]),
  ];
}

function routesSection({ routes }: Advice): RecordSection {
  return {
    heading: 'Routes considered',
    lines: [],
    table: {
      headings: ['Rank', 'Route', 'Stands', 'Rule', 'Why', 'Law', 'Standing of the text'],
      rows: routes.map((route) => [
        route.rank === null ? '' : String(route.rank),
        route.name,
        route.status,
        route.rule,
        route.reason,
        route.citation,
        standingWords(route),
      ]),
    },
  };
}

function specificationSection(): RecordSection {
  return {
    heading: 'Specification',
    lines: [
      'None is attached, and Local Pound writes none: a specification written round one provider is no competition. Describe the need and the results wanted, and test the market first.',
    ],
    blanks: [
      ['Who was asked what they could offer, and when', ''],
      ['What they replied', ''],
      ['Checked that no requirement can be met by one provider alone (name and date)', ''],
    ],
  };
}
