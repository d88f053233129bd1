import { roleWords } from '../../ledger/column-role.ts';
import { mergeColumns, mergeSheets } from '../../ledger/merge-choices.ts';
import { kindsOfLine } from '../../ledger/payment-kinds.ts';
import type { Spend, SpendSource } from '../../ledger/spend.ts';
import { leaveOutWords } from '../../lm3/setting-words.ts';
import { columnLetters } from '../../workbook/cell.ts';
import { listSheet } from '../list-sheet.ts';
import type { CellValue, SheetSpec } from '../workbook-spec.ts';
import { mergeReasonWords, placingWords, surenessWords } from './words.ts';

const roomForAnswers = ['Yes', 'No'] as const;

/** Suppliers outside the area, or nobody knows where, that take the most. */
export function leakSheet(spend: Spend): SheetSpec {
  const rows = spend.suppliers
    .filter(({ placing, pence }) => placing !== 'local' && pence > 0)
    .slice(0, mostLeaks)
    .map(({ name, category, pence, placing, places, kind }): CellValue[] => [
      name,
      category ?? '',
      pence / 100,
      placingWords[placing],
      places[0]?.reason ?? '',
      kind?.kind.name ?? '',
    ]);
  return listSheet(
    'Leaks',
    'LedgerLeaks',
    [
      { heading: 'Supplier', width: 46 },
      { heading: 'Category', width: 36 },
      { heading: 'Spend (£)', width: 18, style: 'gbp' },
      { heading: 'Where', width: 14 },
      { heading: 'Why', width: 50 },
      { heading: 'Kind of line', width: 34 },
    ],
    rows,
    'The largest payees that are not known to be local.',
  );
}

const mostLeaks = 500;

/** Every spelling that was counted with another, and a column to undo it. */
export function mergesSheet({ merges }: Spend): SheetSpec {
  const sheet = listSheet(
    mergeSheets.merges,
    'SpellingsMerged',
    [
      { heading: mergeColumns.name, width: 46 },
      { heading: mergeColumns.supplier, width: 46 },
      { heading: 'Why', width: 46 },
      { heading: 'Payments', width: 12, style: 'count' },
      { heading: 'Spend (£)', width: 18, style: 'gbp' },
      { heading: mergeColumns.keepApart, width: 14, style: 'input' },
    ],
    merges.map(({ name, supplier, reason, lines, pence }) => [
      name,
      supplier,
      mergeReasonWords[reason],
      lines,
      pence / 100,
      null,
    ]),
    'Type Yes under Keep apart where it is another supplier, save, and run again with --keep-apart and this file.',
  );
  return { ...sheet, validations: [yesOrNo('F', merges.length)] };
}

/** Names that may be one supplier, and a column to say so. */
export function likelySheet({ likelySame }: Spend): SheetSpec {
  const sheet = listSheet(
    mergeSheets.likely,
    'NamesAlike',
    [
      { heading: mergeColumns.name, width: 46 },
      { heading: mergeColumns.other, width: 46 },
      { heading: 'Why', width: 46 },
      { heading: 'Spend (£)', width: 18, style: 'gbp' },
      { heading: 'Spend of the other (£)', width: 22, style: 'gbp' },
      { heading: mergeColumns.same, width: 16, style: 'input' },
    ],
    likelySame.map(({ name, other, because, pence, otherPence }) => [
      name,
      other,
      because,
      pence / 100,
      otherPence / 100,
      null,
    ]),
    'Counted as different suppliers. Type Yes under Same supplier where they are one, save, and run again with --keep-apart and this file.',
  );
  return { ...sheet, validations: [yesOrNo('F', likelySame.length)] };
}

const yesOrNo = (column: string, rows: number) => ({
  range: `${column}5:${column}${Math.max(5, 4 + rows)}`,
  rule: { kind: 'list', choices: roomForAnswers } as const,
  message: 'Type Yes or No, or leave it empty.',
});

/** Lines that are no plain payments to suppliers, and rows that are no payments. */
export function kindsSheet(spend: Spend): SheetSpec {
  const kinds = spend.kinds.map(({ kind, names, lines, pence }): CellValue[] => [
    kind.name,
    names,
    lines,
    pence / 100,
    kind.lm3Kind === null ? 'an ordinary supplier' : leaveOutWords[kind.lm3Kind],
    kind.why,
    [...rulesSeen(spend, kind.id)].join('; '),
  ]);
  const count = (of: (source: SpendSource) => number) =>
    spend.sources.reduce((sum, source) => sum + of(source), 0);
  const none: CellValue[][] = [
    [
      'Credits and refunds',
      null,
      spend.credits.lines,
      spend.credits.pence / 100,
      'taken off their supplier',
      'Money that came back. A supplier whose credits are more than its payments does not count in LM3.',
      'the amount is negative',
    ],
    ['Blank rows', null, count((source) => source.blankRows), 0, 'left out', 'They hold nothing.', ''],
    [
      'Rows of totals',
      null,
      count((source) => source.totalRowCount),
      null,
      'left out',
      'They would count everything twice.',
      'the row calls itself a total, or names nobody and repeats the sum above',
    ],
    [
      'Amounts that cannot be read',
      null,
      count((source) => source.faultCount),
      null,
      'left out',
      'Listed on the sheet Problems.',
      '',
    ],
  ];
  return listSheet(
    'Kinds of line',
    'KindsOfLine',
    [
      { heading: 'Kind', width: 40 },
      { heading: 'Names', width: 10, style: 'count' },
      { heading: 'Lines', width: 10, style: 'count' },
      { heading: 'Spend (£)', width: 18, style: 'gbp' },
      { heading: 'In LM3 as', width: 24 },
      { heading: 'Why', width: 70 },
      { heading: 'Seen by', width: 70 },
    ],
    [...kinds, ...none],
    'Whether a kind counts in LM3 is a setting: Left out, on the Settings sheet. Nothing is lost on the way.',
  );
}

function rulesSeen({ suppliers }: Spend, id: string): Set<string> {
  return new Set(suppliers.flatMap(({ kind }) => (kind?.kind.id === id ? [kind.rule] : [])));
}

/** Every payee that is no plain supplier, with the rule that saw it. */
export function payeesOfKindsSheet({ suppliers }: Spend): SheetSpec {
  const order = new Map(kindsOfLine().map(({ id }, place) => [id, place]));
  const rows = suppliers
    .filter(({ kind }) => kind !== undefined)
    .sort(
      (a, b) =>
        (order.get(a.kind?.kind.id ?? '') ?? 0) - (order.get(b.kind?.kind.id ?? '') ?? 0) ||
        b.pence - a.pence,
    )
    .map(({ name, kind, lines, pence }): CellValue[] => [
      name,
      kind?.kind.name ?? '',
      kind?.rule ?? '',
      lines,
      pence / 100,
    ]);
  return listSheet(
    'Payees of a kind',
    'PayeesOfAKind',
    [
      { heading: 'Payee', width: 50 },
      { heading: 'Kind', width: 40 },
      { heading: 'Seen by', width: 80 },
      { heading: 'Lines', width: 10, style: 'count' },
      { heading: 'Spend (£)', width: 18, style: 'gbp' },
    ],
    rows,
    'Change Kind of payment on the Suppliers sheet where a rule was wrong.',
  );
}

/** How each file was read: which column was taken for what, and how sure that is. */
export function recognitionSheet({ sources }: Spend): SheetSpec {
  const rows = sources.flatMap(({ file, sheet, recognition, rows: all, lines, pence }) =>
    recognition.columns.map(({ role, column, heading, sureness, because, others }): CellValue[] => [
      file.replace(/^.*[\\/]/u, ''),
      sheet ?? '',
      roleWords[role],
      heading ?? '',
      columnLetters(column),
      surenessWords[sureness],
      because,
      others.join(', '),
      all,
      lines,
      pence / 100,
    ]),
  );
  return listSheet(
    'How it was read',
    'ColumnsRecognised',
    [
      { heading: 'File', width: 30 },
      { heading: 'Sheet', width: 18 },
      { heading: 'What', width: 20 },
      { heading: 'Heading', width: 44 },
      { heading: 'Column', width: 10 },
      { heading: 'How sure', width: 14 },
      { heading: 'Because', width: 50 },
      { heading: 'Could also be', width: 50 },
      { heading: 'Rows of the file', width: 16, style: 'count' },
      { heading: 'Payments', width: 12, style: 'count' },
      { heading: 'Total (£)', width: 18, style: 'gbp' },
    ],
    rows,
    'Where a column was taken wrongly, run again with --column ROLE="HEADING".',
  );
}
