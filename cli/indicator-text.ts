import { type FoundIndicator, formatCount, type IndicatorSearch } from '../core/index.ts';
import { wrapped } from './wrap.ts';

/** What was found: the first few in full, the others by name; or plainly that nothing fits. */
export function indicatorsText(
  { understood, found, nearest, notes }: IndicatorSearch,
  limit: number,
): string {
  if (found.length === 0) {
    const near = nearest.map((each) => wrapped(`${each.name} (${standing(each)})`, '  ', '- '));
    return [
      wrapped(`${understood}: none.`),
      notes.map((note) => wrapped(note)).join('\n'),
      ...(near.length > 0 ? [['The nearest:', ...near].join('\n')] : []),
    ].join('\n\n');
  }
  const rest = found.slice(limit).map((each) => wrapped(`${each.name} (${standing(each)})`, '  ', '- '));
  return [
    wrapped(`${understood}: ${formatCount(found.length)}.`),
    ...found.slice(0, limit).map(inFull),
    ...(rest.length > 0
      ? [
          [`And ${formatCount(rest.length)} more (--limit ${found.length} shows all in full)`, ...rest].join(
            '\n',
          ),
        ]
      : []),
    ...notes.map((note) => wrapped(`Note: ${note}`)),
    wrapped(sourceLine(found)),
  ].join('\n\n');
}

const standing = (each: FoundIndicator): string =>
  `${each.standing}, characteristic ${each.characteristic.number}`;

function inFull(indicator: FoundIndicator, index: number): string {
  const { name, characteristic, data, collect, often, counted, why } = indicator;
  const needs = data
    .map(
      (kind) =>
        `${kind.name}${kind.atHand === undefined ? '' : kind.atHand ? ' (at hand)' : ' (not said to be at hand)'}`,
    )
    .join('; ');
  const lines = [
    `${indicator.standing === 'key' ? 'KEY indicator' : 'Other measure'}, characteristic ${characteristic.number}: ${characteristic.name}`,
    `Data: ${needs}`,
    `Collect: ${collect} When: ${often}.`,
    `Counted as: ${counted.join(' and ')}`,
    `Why: ${why}`,
  ];
  return [wrapped(name, '   ', `${index + 1}. `), ...lines.map((line) => wrapped(line, '   ', '   '))].join(
    '\n',
  );
}

/** One line for all: the report for names and standing, then whose advice the collecting is. */
function sourceLine(found: readonly FoundIndicator[]): string {
  const [first] = found;
  if (first === undefined) return '';
  const [report, advice] = first.sources;
  const numbers = [...new Set(found.map(({ characteristic }) => characteristic.number))].sort(
    (a, b) => a - b,
  );
  const place = report?.place.replace(/\d$/, numbers.join(', ')) ?? '';
  return `Source of names and of key or other: ${report?.title}, ${place}. Data and collecting: ${advice?.title}, ${advice?.place}.`;
}
