import {
  type ColumnRole,
  columnLetters,
  formatCount,
  formatGbp,
  lm3Summary,
  mergeReasonWords,
  type Recognition,
  roleWords,
  type ShownColumn,
  type Spend,
  shownColumns,
  unsureColumns,
} from '../../../core/index.ts';
import type { ListLine } from '../../blocks/list.ts';
import type { WorkingsPart } from '../../blocks/workings-lines.ts';
import { notesWithout } from '../discretion.ts';
import { type FirstLm3, type SpendAnswer, shortList } from '../file-answer.ts';
import type { OpenedFile } from './open-file.ts';
import type { OpenedSpend } from './open-spend.ts';

/** Taken for something else, these change what was paid, to whom and where. The rest only sorts it. */
const bearOnResult: ReadonlySet<ColumnRole> = new Set(['supplier', 'amount', 'debit', 'credit', 'postcode']);

const categoriesListed = 10;
const leaksListed = 10;
const namesLookedFor = 5000;

/** A spend export as it is told in Slack. */
export function spendAnswer(
  { spend: opened, issues }: Extract<OpenedFile, { kind: 'spend' }>,
  sha256: string,
): SpendAnswer {
  const { spend, parts, area } = opened;
  const { total, suppliers, byMonth, byCategory } = spend;
  const names = suppliers.slice(0, namesLookedFor).map(({ name }) => name);
  return {
    ok: true,
    kind: 'spend',
    sha256,
    total,
    suppliers: suppliers.length,
    byMonth,
    byCategory: byCategory.filter(({ pence }) => pence > 0).slice(0, categoriesListed),
    categories: byCategory.length,
    columns: columnsOf(opened),
    unsure: parts.some(({ recognition }) => unsureColumns(recognition, bearOnResult)),
    tables: parts.length,
    hasPostcodes: suppliers.some(({ places }) => places.some(({ postcode }) => postcode !== null)),
    lists: opened.lists,
    area: opened.localMeans,
    leaks: suppliers
      .filter(({ placing, pence }) => placing !== 'local' && pence > 0)
      .slice(0, leaksListed)
      .map(({ name, pence, placing, category }) => ({ name, pence, placing, category })),
    first: firstOf(opened),
    licences: area?.licences ?? [],
    warnings: shortList(notesWithout(names, issues)),
    workings: workingsOf(opened),
  };
}

function columnsOf({ parts: [first] }: OpenedSpend): readonly ShownColumn[] {
  return first ? shownColumns(first.recognition, first.firstRows) : [];
}

function firstOf({ first }: OpenedSpend): FirstLm3 | undefined {
  if (!first) return undefined;
  const { lm3, bounds, assumptions } = first;
  return { ...lm3Summary(first), lm3, bounds, assumptions: assumptions.map(({ text }) => text) };
}

/** How the figures were come by. Names suppliers. */
function workingsOf({ parts, spend, first }: OpenedSpend): WorkingsPart[] {
  return [
    ...parts.slice(0, partsExplained).map(({ file, sheet, recognition }) => ({
      title: `How ${sheet ?? file} was read`,
      lines: recognitionLines(recognition),
    })),
    { title: 'Why money counts as local or not', lines: reasonLines(spend) },
    { title: 'Spellings counted as one supplier', lines: mergeLines(spend) },
    {
      title: 'The first LM3',
      lines: (first?.assumptions ?? []).flatMap(({ text, because, effect }) => [
        { text },
        { text: because, depth: 1 },
        { text: effect, depth: 1 },
      ]),
    },
  ].filter(({ lines }) => lines.length > 0);
}

const partsExplained = 12;

function recognitionLines({ columns, notes }: Recognition): ListLine[] {
  return [
    ...columns.map(({ role, column, heading, because }) => ({
      lead: roleWords[role],
      text: ` in column ${columnLetters(column)}${heading === null ? '' : `, “${heading}”`}: ${because}`,
    })),
    ...notes.map((text) => ({ text })),
  ];
}

/** What was said of suppliers' places, with the money that rests on each, the largest first. */
function reasonLines({ suppliers }: Spend): ListLine[] {
  const places = suppliers.flatMap(({ name, places: all }) => all.map((place) => ({ name, ...place })));
  const largest = places.toSorted((a, b) => b.pence - a.pence).slice(0, reasonsListed);
  const more = places.length - largest.length;
  return [
    ...largest.map(({ name, pence, reason, assumption }) => ({
      lead: name,
      text: `, ${formatGbp(pence / 100)}: ${reason}${assumption === undefined ? '' : `. ${assumption}`}`,
    })),
    ...(more > 0 ? [{ text: `${formatCount(more)} smaller ones are in the report workbook.` }] : []),
  ];
}

const reasonsListed = 60;

function mergeLines({ merges }: Spend): ListLine[] {
  const shown = merges.slice(0, mergesListed).map(({ name, supplier, reason, pence }) => ({
    lead: name,
    text: ` counted with ${supplier}: ${mergeReasonWords[reason]} (${formatGbp(pence / 100)})`,
  }));
  const more = merges.length - shown.length;
  return more > 0
    ? [...shown, { text: `${formatCount(more)} more are in the report workbook, where they can be undone.` }]
    : shown;
}

const mergesListed = 40;
