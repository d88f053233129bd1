import { formatCount, type ImpactSummary } from '../core/index.ts';
import { wrapped } from './wrap.ts';

/** A plan in lines for a phone: where it stands, each indicator, the data to find, the sources. */
export function impactText({
  name,
  organisation,
  area,
  period,
  sentences,
  indicators,
  data,
  sources,
}: ImpactSummary): string {
  const about = [organisation, area, period].filter((part) => part !== undefined).join(', ');
  return [
    [name, ...(about === '' ? [] : [about])].map((line) => wrapped(line)).join('\n'),
    sentences.map((sentence) => wrapped(sentence)).join('\n'),
    indicators
      .map((each, index) =>
        [
          wrapped(
            `${each.name} (${each.standing}, characteristic ${each.characteristic})`,
            '   ',
            `${index + 1}. `,
          ),
          wrapped(each.sentence, '   ', '   '),
        ].join('\n'),
      )
      .join('\n'),
    [
      'Data that they draw on:',
      ...data.map(({ name: kind, usedBy, atHand, when, who }) => {
        const held =
          atHand === undefined ? 'not said whether you have it' : atHand ? 'you have it' : 'still to find';
        return wrapped(
          `${kind}: ${formatCount(usedBy)}, ${[held, when, who].filter((part) => part !== undefined).join(', ')}`,
          '  ',
          '- ',
        );
      }),
    ].join('\n'),
    wrapped(`Source of the steps: ${sources.map(({ title, place }) => `${title}, ${place}`).join('; ')}.`),
  ].join('\n\n');
}
