import type { Source } from '../../explain/explained.ts';
import { formatCount } from '../../units/format.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { resolveCitation } from '../documents.ts';
import { characteristics, framework, frameworkFile } from '../framework.ts';
import { type SocialValueCheck, socialValueCheck } from '../social-value/check.ts';
import { type Assessment, type OrganisationKind, stageWords, type View } from './assessment.ts';

/** One organisation's latest assessment in a comparison. */
export interface AssessedBy {
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly date: string;
}

/** One characteristic as all organisations see it. */
export interface SideBySide {
  readonly characteristic: { readonly number: number; readonly name: string };
  /** In the order of `organisations`; undefined where it was not asked. */
  readonly views: readonly (View | undefined)[];
  /** Steps of the scale between the furthest views; null with fewer than two. */
  readonly apart: number | null;
  /** What it invites to talk about, in one sentence. */
  readonly sentence: string;
}

/** How one organisation's view moved between two of its assessments. */
export interface Movement {
  readonly organisation: string;
  readonly from: string;
  readonly to: string;
  readonly moves: readonly {
    readonly characteristic: number;
    readonly before: number | null;
    readonly after: number | null;
    /** Steps of the scale; null where one of the two could not be said. */
    readonly steps: number | null;
  }[];
  readonly sentences: readonly string[];
}

export interface AssessmentComparison {
  /** The council first, then the others by name: never by how they answered. */
  readonly organisations: readonly AssessedBy[];
  readonly sideBySide: readonly SideBySide[];
  readonly overTime: readonly Movement[];
  /** Words to open a conversation with. */
  readonly sentences: readonly string[];
  readonly socialValue: readonly { readonly organisation: string; readonly check: SocialValueCheck }[];
  readonly sources: readonly Source[];
}

/** Views this many steps apart are worth hearing out. */
const farApart = 2;

/**
 * Sets assessments side by side, and those of the same organisation in the order of their dates. There
 * is no total and no ranking: a stage is what one organisation sees from where it stands.
 */
export function compareAssessments(assessments: readonly Assessment[]): Outcome<AssessmentComparison> {
  const twice = assessments.filter(
    ({ organisation, date }, index) =>
      assessments.findIndex((each) => same(each.organisation, organisation) && each.date === date) !== index,
  );
  const issues = twice.map(
    ({ organisation, date }): Issue => ({
      severity: 'error',
      where: {},
      found: `two assessments of ${organisation} on ${date}`,
      expected: 'one for each organisation and day',
      mend: 'Leave one out or correct its date.',
    }),
  );
  if (assessments.length === 0) issues.push(nothing);
  if (issues.length > 0) return { ok: false, issues };

  const histories = byOrganisation(assessments);
  const latest = histories.flatMap((history) => history.at(-1) ?? []);
  const sideBySide = characteristics().map(({ number, name }): SideBySide => {
    const views = latest.map((each) => each.views.find((view) => view.characteristic === number));
    const said = views.flatMap((view, index) => {
      const by = latest[index];
      return view?.stage != null && by ? [{ organisation: by.organisation, stage: view.stage }] : [];
    });
    const saidStages = said.map(({ stage }) => stage);
    const apart = said.length < 2 ? null : Math.max(...saidStages) - Math.min(...saidStages);
    return { characteristic: { number, name }, views, apart, sentence: inviting(name, said, apart) };
  });
  const { document } = framework();
  return {
    ok: true,
    value: {
      organisations: latest.map(({ organisation, kind, date }) => ({ organisation, kind, date })),
      sideBySide,
      overTime: histories.filter((history) => history.length > 1).map(movement),
      sentences: opening(latest, sideBySide),
      socialValue: latest.flatMap(({ organisation, socialValue }) =>
        socialValue === undefined ? [] : [{ organisation, check: socialValueCheck(socialValue) }],
      ),
      sources: [
        resolveCitation(frameworkFile, {
          document,
          place: 'Executive Summary, The seven characteristics of a resilient local economy',
          verified: true,
        }),
        resolveCitation(frameworkFile, {
          document: 'local-pound-indicators',
          place: 'Self-assessment (the scale is ours)',
          verified: true,
        }),
      ],
    },
    issues: [],
  };
}

const nothing: Issue = {
  severity: 'error',
  where: {},
  found: 'no assessment',
  expected: 'at least one',
  mend: 'Fill in a workbook: localpound template assessment FILE.xlsx',
};

const nameKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');
const same = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

/** The assessments of each organisation, the earliest first; councils first, then by name. */
function byOrganisation(assessments: readonly Assessment[]): Assessment[][] {
  const histories = new Map<string, Assessment[]>();
  for (const each of assessments) {
    const key = nameKey(each.organisation);
    histories.set(key, [...(histories.get(key) ?? []), each]);
  }
  const place = ([first]: readonly Assessment[]): string =>
    `${first?.kind === 'council' ? 0 : 1} ${nameKey(first?.organisation ?? '')}`;
  return [...histories.values()]
    .map((history) => history.sort((a, b) => (a.date < b.date ? -1 : 1)))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

interface Said {
  readonly organisation: string;
  readonly stage: number;
}

function inviting(name: string, said: readonly Said[], apart: number | null): string {
  const [first] = said;
  if (first === undefined) return `Nobody could say yet for ${name}: what would show it?`;
  if (apart === null)
    return `Only ${first.organisation} has said: "${stageWords(first.stage)}". How do others see it?`;
  if (apart === 0) return `All say "${stageWords(first.stage)}". Do they mean the same by it?`;
  const low = Math.min(...said.map(({ stage }) => stage));
  const high = Math.max(...said.map(({ stage }) => stage));
  const who = (stage: number): string =>
    said
      .filter((each) => each.stage === stage)
      .map(({ organisation }) => organisation)
      .join(' and ');
  const start = `${who(low)} ${verb(said, low)} "${stageWords(low)}", ${who(high)} ${verb(said, high)} "${stageWords(high)}".`;
  return apart >= farApart
    ? `${start} What does each see that the other does not?`
    : `${start} They are close: what would take it one step on?`;
}

const verb = (said: readonly Said[], stage: number): string =>
  said.filter((each) => each.stage === stage).length > 1 ? 'see' : 'sees';

function opening(latest: readonly Assessment[], rows: readonly SideBySide[]): string[] {
  const names = (list: readonly SideBySide[]): string =>
    list.map(({ characteristic }) => `${characteristic.number} (${characteristic.name})`).join(', ');
  const most = Math.max(0, ...rows.map(({ apart }) => apart ?? 0));
  const furthest = rows.filter(({ apart }) => apart !== null && apart === most);
  const stagesOf = ({ views }: SideBySide): number[] => views.flatMap((view) => view?.stage ?? []);
  const several = rows.filter((row) => stagesOf(row).length > 1);
  const shared = several.filter((row) => stagesOf(row).every((stage) => stage >= 4));
  const wanting = several.filter((row) => stagesOf(row).every((stage) => stage <= 2));
  const steps = latest.flatMap(({ views }) => views.flatMap(({ nextStep }) => nextStep ?? [])).length;
  return [
    latest.length === 1
      ? 'One organisation has spoken. Ask others in the same area to fill in the workbook, and set them side by side.'
      : `${formatCount(latest.length)} organisations look at the same place from where they stand. No view is the right one.`,
    ...(most > 0
      ? [
          `Views differ most on ${names(furthest)}: ${formatCount(most)} ${most === 1 ? 'step' : 'steps'} of the scale. Begin there.`,
        ]
      : []),
    ...(shared.length > 0 ? [`Good ground to build on, as all see it: ${names(shared)}.`] : []),
    ...(wanting.length > 0 ? [`Little to be seen yet, as all see it: ${names(wanting)}.`] : []),
    `${formatCount(steps)} next ${steps === 1 ? 'step is' : 'steps are'} named. Which can be taken together?`,
  ];
}

function movement(history: readonly Assessment[]): Movement {
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('movement: an empty history');
  const moves = characteristics().map(({ number }) => {
    const before = stageIn(first, number);
    const after = stageIn(last, number);
    const steps = before === null || after === null ? null : after - before;
    return { characteristic: number, before, after, steps };
  });
  const told = (list: typeof moves): string =>
    list
      .map(
        ({ characteristic, before, after }) =>
          `${characteristic} (from "${stageWords(before)}" to "${stageWords(after)}")`,
      )
      .join(', ');
  const forward = moves.filter(({ steps }) => (steps ?? 0) > 0);
  const back = moves.filter(({ steps }) => (steps ?? 0) < 0);
  return {
    organisation: last.organisation,
    from: first.date,
    to: last.date,
    moves,
    sentences: [
      ...(forward.length > 0
        ? [`Further on: characteristic ${told(forward)}. What made the difference?`]
        : []),
      ...(back.length > 0
        ? [
            `Seen less favourably: characteristic ${told(back)}. Did the place change, or do you know more now?`,
          ]
        : []),
      ...(forward.length + back.length === 0 ? ['No stage has moved. Have the next steps been taken?'] : []),
    ],
  };
}

const stageIn = ({ views }: Assessment, number: number): number | null =>
  views.find(({ characteristic }) => characteristic === number)?.stage ?? null;
