import type { Caveat } from '../lm3/caveats.ts';
import type { Lm3Result } from '../lm3/result.ts';
import { lm3Summary } from '../lm3/summary.ts';
import { allChecks, type Checks } from './all-checks.ts';
import type { ReportFacts } from './formulas/report-facts.ts';
import { rangeLines, roundLines } from './formulas/result-lines.ts';
import { strataCheck } from './formulas/strata-check.ts';
import { netLines, proxyLines, worthAndFactorLines } from './formulas/what-if-lines.ts';
import { blockWidths, type LineBlock, lineBlock } from './line-block.ts';
import { sourceInWords } from './source-words.ts';
import type { ChartSpec, PlacedCell, SheetSpec } from './workbook-spec.ts';

const name = 'LM3 report';

/**
 * The first sheet: LM3 in words, whether all formulas still come to the engine's figures, the
 * results, what departs from the standard, and what LM3 must not be taken for.
 */
export function reportSheet(
  facts: ReportFacts,
  otherChecks: readonly Checks[],
): { readonly sheet: SheetSpec; readonly block: LineBlock } {
  const { headline, sentences } = lm3Summary(facts.result);
  const checkRow = 3 + sentences.length;
  const block = lineBlock(name, checkRow + 2, 'Figure', [
    ...roundLines(facts),
    ...rangeLines(facts),
    ...worthAndFactorLines(facts),
    ...proxyLines(facts),
    ...netLines(facts),
    strataCheck(facts),
  ]);
  const departures = departureCells(facts.result, block.nextRow);
  const caveats = caveatCells(facts.result.caveats, departures.nextRow);
  const factorCell = block.names.find((named) => named.name === 'Silent_Factor')?.refersTo.split('!')[1];
  return {
    block,
    sheet: {
      name,
      widths: blockWidths,
      cells: [
        { address: 'A1', value: headline, style: 'title' },
        ...sentences.map(
          (value, index): PlacedCell => ({ address: `A${2 + index}`, value, style: 'subtitle' }),
        ),
        ...allChecks(checkRow, [block.checks, ...otherChecks]),
        ...block.cells,
        ...departures.cells,
        ...caveats,
      ],
      tables: [],
      validations: factorCell
        ? [
            {
              range: factorCell.replaceAll('$', ''),
              rule: { kind: 'decimal', from: 0, to: 1 },
              message: 'Enter a percentage from 0% to 100%.',
            },
          ]
        : [],
      charts: [roundsChart(block)],
      freeze: { rows: 1, columns: 1 },
    },
  };
}

/** Three columns: what was spent, what of it stayed, and what was spent in the area again. */
function roundsChart({ names }: LineBlock): ChartSpec {
  const rowOf = (name: string) =>
    names
      .find((named) => named.name === name)
      ?.refersTo.split('$')
      .at(-1);
  return {
    title: 'What each round comes to, £',
    data: `A${rowOf('LM3_Round1')}:B${rowOf('LM3_Round3')}`,
    from: 'G2',
    to: 'N20',
  };
}

function departureCells({ departures }: Lm3Result, row: number) {
  const heading = headings(row, ['Not by the standard settings', '', 'Used, and the standard']);
  const rows =
    departures.length === 0
      ? [['None: every setting is the standard one', '', ''] as const]
      : departures.map(
          ({ setting, used, standard }) => [setting, '', `${used} (standard: ${standard})`] as const,
        );
  const cells = rows.flatMap(([setting, , words], index): PlacedCell[] => [
    { address: `A${row + 1 + index}`, value: setting, style: 'label' },
    ...(words === '' ? [] : [{ address: `C${row + 1 + index}`, value: words, style: 'text' as const }]),
  ]);
  return { cells: [...heading, ...cells], nextRow: row + rows.length + 2 };
}

const caveatTitles: Record<Caveat['id'], string> = {
  moneyFlow: 'Money flow, not growth',
  gross: 'Gross, not net',
  selective: 'Who answered matters',
  alike: 'Answers nearly the same',
  fewAnswers: 'Few answers',
  sizeTrend: 'Shares go with size',
  noSum: 'Not to be added up along a chain',
  noJobs: 'No jobs',
  socialValue: 'Not to be added to social value',
  unlikeAreas: 'No ranking of unlike areas',
};

function caveatCells(caveats: readonly Caveat[], row: number): PlacedCell[] {
  return [
    ...headings(row, ['What this LM3 does not say', '', 'In plain words']),
    ...caveats.flatMap(({ id, text, source }, index): PlacedCell[] => [
      { address: `A${row + 1 + index}`, value: caveatTitles[id], style: 'label' },
      {
        address: `C${row + 1 + index}`,
        value: `${text} Source: ${sourceInWords(source)}.`,
        style: 'text',
      },
    ]),
  ];
}

const headings = (row: number, texts: readonly string[]): PlacedCell[] =>
  texts.map((value, index) => ({ address: `${'ABCDE'[index]}${row}`, value, style: 'heading' }));
