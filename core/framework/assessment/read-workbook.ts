import { isCalendarDate } from '../../units/calendar.ts';
import { type Cell, cellText, type Sheet } from '../../workbook/cell.ts';
import type { Outcome } from '../../workbook/issue.ts';
import { Items, itemColumns } from '../../workbook/items.ts';
import { comparable, isEmpty } from '../../workbook/read-table.ts';
import { shortText, shortTextExpected } from '../../workbook/short-text.ts';
import { choice, oneOf, WorkbookReading } from '../../workbook/workbook-reading.ts';
import { characteristics } from '../framework.ts';
import type { SocialValueAnswers } from '../social-value/check.ts';
import { type SocialValueQuestionId, socialValueTypes } from '../social-value/types.ts';
import {
  type Assessment,
  longestRemark,
  organisationKinds,
  stages,
  thinViews,
  type View,
} from './assessment.ts';
import { aboutItems, assessmentSheets, socialValueItems, viewColumns } from './workbook-layout.ts';

/** Reads an assessment from its workbook. Everything wrong is listed at once, each with sheet and cell. */
export function readAssessmentWorkbook(sheets: readonly Sheet[]): Outcome<Assessment> {
  const reading = new WorkbookReading(sheets, 'assessment', 'one line for each characteristic');
  const about = new Items(reading, reading.table(assessmentSheets.about, itemColumns, true));
  const organisation = required(reading, about, aboutItems.organisation, shortText, shortTextExpected);
  const kind = required(
    reading,
    about,
    aboutItems.kind,
    (cell) => choice(cell, organisationKinds),
    oneOf(organisationKinds),
  );
  const date = required(reading, about, aboutItems.date, calendarDate, dateExpected);
  const area = about.value(aboutItems.area, shortText, shortTextExpected);
  const views = readViews(reading);
  const socialValue = readSocialValue(reading);
  const { issues } = reading;
  if (views.every(({ stage }) => stage === null) && issues.length === 0) {
    issues.push({
      severity: 'error',
      where: { sheet: assessmentSheets.assessment.name, column: 'Where we are' },
      found: 'no answer',
      expected: 'an answer for at least one characteristic',
      mend: 'Choose from the list where you are; leave out what you cannot say.',
    });
  }
  if (organisation === undefined || kind === undefined || date === undefined || issues.some(isError)) {
    return { ok: false, issues };
  }
  const assessment: Assessment = { organisation, kind, area, date, views, socialValue };
  return { ok: true, value: assessment, issues: [...issues, ...thinViews(assessment)] };
}

const isError = ({ severity }: { readonly severity: string }): boolean => severity === 'error';

function required<T>(
  reading: WorkbookReading,
  items: Items,
  item: string,
  read: (cell: Cell) => T | undefined,
  expected: string,
): T | undefined {
  const row = items.row(item);
  if (row) return reading.expect(row, 'answer', read, expected);
  reading.issues.push({
    severity: 'error',
    where: { sheet: assessmentSheets.about.name },
    found: `no line "${item}"`,
    expected: `the line "${item}" with ${expected}`,
    mend: 'Add the line, or start again from the template.',
  });
  return undefined;
}

export const dateExpected = 'a date such as 2026-11-24';

/** A date cell, or text such as 2026-11-24 or 24/11/2026. */
export function calendarDate(cell: Cell): string | undefined {
  const text = cellText(cell);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = british ?? [];
  const date = british ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isCalendarDate(date) ? date : undefined;
}

const stageByWord = Object.fromEntries(stages.map((word, index) => [String(index + 1), word]));
const stageExpected = `one of ${stages.map((word) => `"${word}"`).join(', ')}, or nothing`;
export const remarkExpected = `at most ${longestRemark} characters`;

export function remark(cell: Cell): string | undefined {
  const text = cellText(cell);
  return text.length <= longestRemark ? text : undefined;
}

function readViews(reading: WorkbookReading): View[] {
  const views = new Map<number, View>();
  for (const row of reading.table(assessmentSheets.assessment, viewColumns, true)) {
    const number = reading.expect(row, 'characteristic', characteristicNumber, 'a characteristic, 1 to 7');
    if (number === undefined) continue;
    if (views.has(number)) {
      reading.wrongCell(row, 'characteristic', 'each characteristic once');
      continue;
    }
    const stage = reading.optional(row, 'stage', (cell) => choice(cell, stageByWord), stageExpected);
    const said = (key: 'evidence' | 'strength' | 'gap' | 'nextStep') =>
      reading.optional(row, key, remark, remarkExpected);
    views.set(number, {
      characteristic: number,
      stage: stage === undefined ? null : Number(stage),
      evidence: said('evidence'),
      strength: said('strength'),
      gap: said('gap'),
      nextStep: said('nextStep'),
    });
  }
  return [...views.values()].sort((a, b) => a.characteristic - b.characteristic);
}

/** The number in front of the name, the number alone, or the name alone. */
export function characteristicNumber(cell: Cell): number | undefined {
  const text = cellText(cell);
  const number = Number(/^\s*(?:characteristic )?([1-7])\b/i.exec(text)?.[1] ?? Number.NaN);
  return characteristics().find(
    (each) => each.number === number || comparable(each.name) === comparable(text),
  )?.number;
}

function readSocialValue(reading: WorkbookReading): SocialValueAnswers | undefined {
  const rows = reading.table(assessmentSheets.socialValue, itemColumns, false);
  const items = new Items(reading, rows);
  const answers: Partial<Record<SocialValueQuestionId, string>> = {};
  for (const { id, choices } of socialValueTypes().questions) {
    const item = socialValueItems[id];
    const row = items.row(item);
    if (row === undefined || isEmpty(row.cell('answer'))) continue;
    const words = Object.fromEntries(choices.map((each) => [each.id, each.text]));
    const chosen = items.choice(item, words);
    if (chosen !== undefined) answers[id] = chosen;
  }
  return Object.keys(answers).length === 0 ? undefined : (answers as SocialValueAnswers);
}
