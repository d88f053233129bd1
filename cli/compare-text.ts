import {
  type AreaComparison,
  formatCount,
  formatGbp,
  formatShare,
  methodName,
  type PeriodChange,
  type PeriodComparison,
  type SupplierMove,
  signedRatio,
} from '../core/index.ts';
import { columns } from './output.ts';
import { basisLine, sideBySide } from './side-by-side.ts';

/** Areas side by side, and why they are not ranked. */
export function areasText({ name, period, areas, ranking, sentences }: AreaComparison): string {
  const [first] = areas;
  const size = columns(areas.map((area) => [`  ${area.name}`, area.size]));
  return [
    `${name}, ${period ?? 'period not stated'}, in ${formatCount(areas.length)} areas${first ? `; ${methodName(first.result)}` : ''}.`,
    sideBySide(areas.map((area) => ({ heading: area.name, result: area.result }))),
    `Areas\n${size}`,
    sentences.filter((sentence) => sentence !== ranking.reason).join('\n'),
    ranking.reason,
  ].join('\n\n');
}

/** Periods side by side, with what drove the change from each to the next. */
export function periodsText({ periods, changes, overall }: PeriodComparison): string {
  const last = periods.at(-1);
  return [
    ...(last ? [basisLine(last.result)] : []),
    sideBySide(periods.map(({ label, result }) => ({ heading: label, result }))),
    ...[...changes, ...(overall ? [overall] : [])].map(changeText),
  ].join('\n\n');
}

function changeText({ from, to, lm3, parts, suppliers, sentences }: PeriodChange): string {
  const rest =
    suppliers.others.count > 0
      ? [[`  ${formatCount(suppliers.others.count)} others`, '', '', signedRatio(suppliers.others.change)]]
      : [];
  return [
    sentences.join('\n'),
    columns([
      [`What drove LM3 from ${from} to ${to}`, ''],
      ...parts.map(({ label, change }) => [`  ${label}`, signedRatio(change)]),
      ['  Together', signedRatio(lm3)],
    ]),
    ...(suppliers.most.length > 0
      ? [
          columns([
            ['Suppliers that moved it most', from, to, 'LM3'],
            ...suppliers.most.map(moveRow),
            ...rest,
          ]),
        ]
      : []),
  ].join('\n\n');
}

const moveRow = ({ name, from, to, change }: SupplierMove): string[] => [
  `  ${name}`,
  thenText(from),
  thenText(to),
  signedRatio(change),
];

function thenText(then: SupplierMove['from']): string {
  if (!then) return 'not paid';
  const { spend, localSpend, respendShare, answered } = then;
  const place = localSpend === spend ? 'local' : localSpend === 0 ? 'not local' : 'partly local';
  return `${formatGbp(spend)}, ${place}, ${formatShare(respendShare)}${answered ? '' : ' taken'}`;
}
