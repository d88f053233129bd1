import {
  type ChangeKind,
  type ComparedFigure,
  changeWords,
  dataToAsk,
  type EnabledComparison,
  type EnabledResult,
  enabledSummary,
  formatCount,
  formatFte,
  formatShare,
  formatWholeFte,
  formatWholeGbp,
  tenantMethodWords,
  workingsLines,
} from '../core/index.ts';
import { columns } from './output.ts';

const listedToAsk = 10;
const listedTenants = 60;

/** The result as text: headline, the table by anchor, tenants, whom to ask, what it rests on. */
export function enabledText(result: EnabledResult, withWorkings: boolean): string {
  const { headline, sentences } = enabledSummary(result);
  const sections = [
    [headline, ...sentences].join('\n'),
    anchorTable(result),
    tenantTable(result),
    toAsk(result),
    ['What this rests on', ...result.assumptions.map(({ text, effect }) => `  - ${text} ${effect}`)].join(
      '\n',
    ),
    ...(withWorkings ? [workings(result)] : []),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** In the columns of the published Table 1. */
function anchorTable({ anchors, authorities, totals }: EnabledResult): string {
  const rows = anchors.map(({ name, authority, fte, fteMethod, gvaGbp, gvaMethod, confidence }) => [
    `${name}${authority === undefined ? '' : ` (${authority})`}`,
    formatWholeFte(fte),
    fteMethod,
    formatWholeGbp(gvaGbp),
    gvaMethod,
    confidence,
  ]);
  const sums = authorities.map(({ name, fte, gvaGbp, confidence }) => [
    name,
    formatWholeFte(fte),
    '',
    formatWholeGbp(gvaGbp),
    '',
    confidence,
  ]);
  return columns([
    ['Community anchor', 'FTE', 'Method', 'GVA', 'Method', 'Confidence'],
    ...rows,
    ...(authorities.length > 1 ? [['By local authority', '', '', '', '', ''], ...sums] : []),
    ['Total', formatWholeFte(totals.fte), '', formatWholeGbp(totals.gvaGbp), '', totals.confidence],
  ]);
}

function tenantTable({ anchors }: EnabledResult): string {
  const tenants = anchors.flatMap((anchor) => anchor.tenants);
  const known = (value: number | null, format: (value: number) => string) =>
    value === null ? '-' : format(value);
  const rows = tenants
    .slice(0, listedTenants)
    .map(({ name, fte, gva, confidence, fteCountsIn, gvaCountsIn }) => [
      name,
      known(fte.value, formatFte),
      tenantMethodWords[fte.method],
      known(gva.value, formatWholeGbp),
      tenantMethodWords[gva.method],
      `${confidence}${fte.verified && gva.verified ? '' : ', unverified data'}${fteCountsIn.includes('total') || gvaCountsIn.includes('total') ? '' : ', not in the total'}`,
    ]);
  const more = tenants.length - rows.length;
  return [
    columns([['Tenant', 'FTE', 'How', 'GVA', 'How', 'Confidence'], ...rows]),
    ...(more > 0 ? [`and ${formatCount(more)} more; --json and --out list them all`] : []),
  ].join('\n');
}

function toAsk(result: EnabledResult): string {
  const asked = dataToAsk(result);
  if (asked.length === 0) return '';
  const rows = asked
    .slice(0, listedToAsk)
    .map(({ tenant, anchor, ask, shareOfGva, shareOfFte, confidence }) => [
      `  ${tenant}, ${anchor}`,
      confidence === 'unknown' ? 'not counted yet' : `${formatShare(shareOfGva)} of GVA`,
      confidence === 'unknown' ? '' : `${formatShare(shareOfFte)} of FTE`,
      ask.join('; '),
    ]);
  return ['What data would raise confidence most', columns(rows)].join('\n');
}

function workings({ workings: { fte, gva } }: EnabledResult): string {
  const lines = [fte, gva].flatMap((tree) =>
    workingsLines(tree).map(({ depth, label, value, formula, where }) => {
      const place = where === undefined ? '' : ` [${where}]`;
      return `${'  '.repeat(depth + 1)}${label}: ${value} = ${formula}${place}`;
    }),
  );
  return ['Workings', ...lines].join('\n');
}

/** Two years held against each other, like with like. */
export function comparisonText({ before, after, fte, gva, sameMode }: EnabledComparison): string {
  const years = `${before ?? 'the earlier figures'} to ${after ?? 'these figures'}`;
  return [
    `Change from ${years}, like with like`,
    ...(sameMode
      ? []
      : ['One of the two is in the mode "as published in 2017": their GVA cannot be compared.']),
    columns([
      ['', 'Tenants', 'FTE before', 'FTE after', 'Tenants', 'GVA before', 'GVA after'],
      ...kinds.map(([kind, words]) => [
        words,
        ...figureCells(fte, kind, formatFte),
        ...figureCells(gva, kind, formatWholeGbp),
      ]),
      [
        'In all',
        '',
        formatFte(fte.before),
        formatFte(fte.after),
        '',
        formatWholeGbp(gva.before),
        formatWholeGbp(gva.after),
      ],
    ]),
  ].join('\n');
}

const kinds = Object.entries(changeWords) as [ChangeKind, string][];

function figureCells(
  { parts }: ComparedFigure,
  kind: ChangeKind,
  format: (value: number) => string,
): string[] {
  const { tenants, before, after } = parts[kind];
  return [formatCount(tenants), format(before), format(after)];
}
