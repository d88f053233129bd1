import type { KnownBlock } from '@slack/types';
import { formatCount, formatWholeFte, formatWholeGbp } from '../../core/index.ts';
import type { TenantsAnswer } from '../files/file-answer.ts';
import { barChart, dataTable, type TableContent, tableParagraph } from './data-blocks.ts';
import { actionIds, type FileButton, writeFileButton } from './file-button.ts';
import { issueLine } from './issues.ts';
import { cutList, type ListLine, listBlocks, plainList } from './list.ts';
import { button, buttons, firstThatFits, footnote, heading, type Message, paragraph } from './message.ts';
import { reportButton, shareButton, workingsButton } from './result-buttons.ts';

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
  const message = (share: boolean): Message =>
    firstThatFits([10, 5, 2, 0].map((most) => () => build(given, most, share)));
  return { ...message(false), shareable: message(true) };
}

function build({ answer, fileName, from, since }: TenantsGiven, most: number, share: boolean): Message {
  const { headline, sentences } = answer.summary;
  const told = [...sentences, ...since];
  const said = told.map((text) => ({ text }));
  const anchors = anchorsTable(answer);
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
  const origin = footnote(`From ${fileName}, read in memory and not kept.`);
  return {
    text: [headline, ...told].join('\n'),
    blocks: [
      heading(headline),
      ...listBlocks(undefined, said),
      ...dataTable(anchors),
      ...charts(answer),
      ...listBlocks('What this rests on', rests),
      ...listBlocks('Please note', noted),
      pressed,
      origin,
    ],
    plainBlocks: [
      paragraph(headline),
      ...plainList(undefined, said),
      ...tableParagraph(anchors),
      ...plainList('What this rests on', rests),
      ...plainList('Please note', noted),
      pressed,
      origin,
    ],
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
