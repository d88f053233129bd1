import type { KnownBlock } from '@slack/types';
import { formatCount, formatWholeFte, formatWholeGbp } from '../../core/index.ts';
import type { TenantsAnswer } from '../files/file-answer.ts';
import { barChart, type TableContent } from './data-blocks.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { issueLine } from './issues.ts';
import { cutList, type ListLine } from './list.ts';
import { button, buttons, type Message } from './message.ts';
import { reportButton, shareButton, workingsButton } from './result-buttons.ts';
import { type ResultParts, resultWithin } from './result-layout.ts';

export interface TenantsGiven {
  readonly answer: TenantsAnswer;
  readonly fileName: string;
  readonly from: FileButton;
  /** How it compares with the run before, in sentences. */
  readonly since: readonly string[];
}

const anchorsListed = 20;

/** Enabled contribution of tenants, by anchor: never a single tenant's figure where others can read it. */
export function tenantsResultMessage(given: TenantsGiven): Message {
  return resultWithin((most, share) => build(given, most, share));
}

function build({ answer, fileName, from, since }: TenantsGiven, most: number, share: boolean): ResultParts {
  const { headline, sentences } = answer.summary;
  const rests = cutList(
    answer.assumptions.map((text) => ({ text })),
    answer.assumptions.length,
    most,
  );
  const noted = [
    ...cutList(answer.warnings.shown.map(issueLine), answer.warnings.all, most),
    ...notSaidHere(answer),
  ];
  const value = writeFileButton(from);
  const pressed = buttons([
    workingsButton(value),
    button(
      actionIds.showTenantsToAsk,
      'What to ask for',
      'Show whose answers would firm this up, to you only',
      value,
    ),
    reportButton(value, 'every tenant with its jobs, turnover and GVA'),
    ...(share ? [shareButton(value)] : []),
  ]);
  return {
    headline,
    sentences: [...sentences, ...since],
    tables: [anchorsTable(answer)],
    charts: charts(answer),
    restsOn: 'What this rests on',
    rests,
    noted,
    pressed,
    origin: `From ${fileName}, read in memory and not kept.`,
  };
}

/** What only the person who asked is told, so that nobody takes the message for all there is. */
function notSaidHere({ notesOfTenants: count }: TenantsAnswer): ListLine[] {
  if (count === 0) return [];
  const notes = `${formatCount(count)} ${count === 1 ? 'note' : 'notes'} about single tenants`;
  return [
    { text: `${notes}: left out here. “Show workings” has what was left out, for the person who asked.` },
  ];
}

function anchorsTable({ anchors, totals }: TenantsAnswer): TableContent {
  const shown = anchors.slice(0, anchorsListed);
  const more = anchors.length - shown.length;
  return {
    caption: `Jobs and GVA of tenants by community anchor.${more > 0 ? ` ${formatCount(more)} smaller anchors are in the report.` : ''} Rows may not add up because of rounding.`,
    headings: ['Anchor', 'FTE jobs', 'GVA a year', 'Confidence'],
    rows: [
      ...shown.map(({ name, fte, gvaGbp, confidence }) => [
        name,
        formatWholeFte(fte),
        formatWholeGbp(gvaGbp),
        confidence,
      ]),
      ['All anchors', formatWholeFte(totals.fte), formatWholeGbp(totals.gvaGbp), totals.confidence],
    ],
  };
}

function charts({ anchors }: TenantsAnswer): KnownBlock[] {
  const categories = anchors.map(({ name }) => name);
  const chart = (title: string, name: string, y: string, values: readonly number[]) =>
    barChart(title, { categories, series: [{ name, values }], x: 'Anchor', y });
  return [
    ...chart(
      'Jobs of tenants by anchor',
      'FTE jobs',
      'FTE',
      anchors.map(({ fte }) => Math.round(fte * 10) / 10),
    ),
    ...chart(
      'GVA of tenants by anchor',
      'GVA a year',
      'GBP a year',
      anchors.map(({ gvaGbp }) => Math.round(gvaGbp)),
    ),
  ];
}
