import { findIndicators } from '../../core/index.ts';
import { textOf } from './cells.ts';
import { invalid, notAvailable, refused } from './problem.ts';

/**
 * Indicators of a resilient local economy for a topic, the best first.
 * @customfunction INDICATORS
 * @param topic What is to be measured, in your own words, such as loneliness; or the name of a characteristic.
 * @param most The most lines. Left out: 10.
 * @param data What data there is, in your own words, such as payroll. Left out: any.
 * @returns The indicators with their characteristic, whether they are key, the data they need and how to collect them.
 */
export function indicators(topic: string, most?: number, data?: string): unknown[][] {
  const asked = textOf(topic);
  const held = textOf(data);
  if (asked === undefined && held === undefined)
    throw invalid('topic: nothing was given; expected some words.');
  const searched = findIndicators({
    ...(asked === undefined ? {} : { topic: asked }),
    ...(held === undefined ? {} : { data: held }),
  });
  if (!searched.ok) throw refused(searched.issues);
  const { found, notes } = searched.value;
  if (found.length === 0) throw notAvailable(notes.join(' '));
  const lines = found
    .slice(0, lineCount(most))
    .map((each) => [
      each.name,
      `${each.characteristic.number} ${each.characteristic.name}`,
      each.standing === 'key' ? 'Key' : 'Other',
      each.data.map(({ name }) => name).join('; '),
      each.collect,
      each.often,
    ]);
  return [
    ['Indicator', 'Characteristic', 'Key or other', 'Data needed', 'How to collect it', 'How often'],
    ...lines,
  ];
}

const standardLines = 10;

function lineCount(most: unknown): number {
  if (typeof most !== 'number') return standardLines;
  if (most >= 1) return Math.floor(most);
  throw invalid(`most: found ${most}; expected 1 or more lines.`);
}
