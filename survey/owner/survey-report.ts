import {
  computeLm3,
  formatCount,
  formatRatio,
  formatShare,
  type Issue,
  lm3Report,
  type Outcome,
  type RunStamp,
  reportTooLarge,
  type SheetSpec,
  type WorkbookSpec,
} from '../../core/index.ts';
import type { SurveyStore } from '../store.ts';
import { exportProject } from './export-project.ts';
import { type SurveyStatus, surveyStatus } from './status.ts';
import { surveyProject } from './survey-project.ts';

/**
 * The survey as a report workbook: its LM3, LM2, bounds and response rate are those of the status.
 * Stand-ins take the places of shares that may not be shown singly, so nobody can read one from it.
 */
export async function surveyReport(
  store: SurveyStore,
  projectId: string,
  stamp: RunStamp,
): Promise<Outcome<{ readonly workbook: WorkbookSpec; readonly status: SurveyStatus }> | undefined> {
  const status = await surveyStatus(store, projectId);
  if (status === undefined || !status.ok) return status;
  const { survey } = status.value;
  const counted = surveyProject(survey, await store.facts(projectId));
  const { project, intervalHolds } = exportProject(counted);
  const tooLarge = reportTooLarge(project);
  if (tooLarge) return { ok: false, issues: [tooLarge] };
  const issues =
    counted.hidden.size > 0 ? [standInsInside(counted.hidden.size, status.value, intervalHolds)] : [];
  const computed = computeLm3(project, { issues });
  if (!computed.ok) return computed;
  const report = lm3Report(project, computed.value, stamp);
  const workbook = { ...report, sheets: [...report.sheets, surveySheet(status.value, stamp.madeAt)] };
  return { ok: true, value: { workbook, status: status.value }, issues: computed.issues };
}

function standInsInside(count: number, { lm3 }: SurveyStatus, intervalHolds: boolean): Issue {
  const right = 'LM3, LM2, bounds and response rate';
  return {
    severity: 'warning',
    where: { sheet: 'Suppliers', column: 'Re-spend share' },
    found: `${formatCount(count)} answers that are kept private, with stand-ins in their places`,
    expected: 'each answer by itself, which may not be shown',
    mend: intervalHolds
      ? `${right} and interval are those of the survey. A stand-in says nothing of its supplier: do not quote it.`
      : `${right} are right; the interval of this workbook is too narrow. Use that of the survey: ${intervalWords(lm3)}.`,
  };
}

/** The interval, or why there is none. */
export function intervalWords({ interval, intervalReason }: SurveyStatus['lm3']): string {
  if (interval === null) return `none, because ${lowerFirst(intervalReason ?? 'too few have answered')}`;
  return `${formatRatio(interval.low)} to ${formatRatio(interval.high)}`;
}

const lowerFirst = (text: string): string =>
  `${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`;

function surveySheet(status: SurveyStatus, madeAt: Date): SheetSpec {
  const { survey, lm3, answered, suppliers, waiting } = status;
  const rows: (readonly [string, string])[] = [
    ['Survey', survey.name],
    ['Area', survey.area],
    ['Period', survey.period],
    ['At', `${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['Answers', `${formatCount(answered.count)} of ${formatCount(suppliers)} suppliers`],
    ['Answers by value', formatShare(answered.shareOfSpend)],
    ['Answers that wait for others to be added up with', formatCount(waiting)],
    ['LM3', formatRatio(lm3.lm3)],
    ['LM2', formatRatio(lm3.lm2)],
    ['95% interval, from every answer by itself', intervalWords(lm3)],
    ['Bounds', `${formatRatio(lm3.bounds.low)} to ${formatRatio(lm3.bounds.high)}`],
    ['Response rate of what counts', formatShare(lm3.responseRate)],
    ['Rating', lm3.rating],
  ];
  return {
    name: 'Survey',
    widths: [48, 80],
    cells: [
      { address: 'A1', value: 'The survey behind this report', style: 'title' },
      ...rows.flatMap(([name, text], index) => [
        { address: `A${index + 3}`, value: name, style: 'label' as const },
        { address: `B${index + 3}`, value: text, style: 'text' as const },
      ]),
    ],
    tables: [],
    validations: [],
  };
}
