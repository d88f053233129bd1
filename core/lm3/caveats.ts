import type { Source } from '../explain/explained.ts';
import { formatCount } from '../units/format.ts';
import type { Lm3Project } from './project.ts';
import { lm3Sources } from './sources.ts';

/** What a result must not be taken for, in one or two sentences. */
export interface Caveat {
  readonly id: 'moneyFlow' | 'gross' | 'noSum' | 'noJobs' | 'unlikeAreas' | 'selective' | 'socialValue';
  readonly text: string;
  readonly source: Source;
}

/** The caveats that bear on this result, the weightiest first. */
export function caveatsOf(
  project: Lm3Project,
  facts: { readonly silent: boolean; readonly hasInterval: boolean },
): Caveat[] {
  const size = [
    project.population === undefined ? undefined : `a population of ${formatCount(project.population)}`,
    project.radiusKm === undefined ? undefined : `a radius of ${project.radiusKm} km`,
  ].filter((part) => part !== undefined);
  return [
    {
      id: 'moneyFlow',
      text: 'LM3 says how money flows. It does not show that the local economy grew: no robust evaluation finds that local buying makes it grow.',
      source: lm3Sources.whatWorks,
    },
    {
      id: 'gross',
      text: project.net
        ? 'LM3 is gross. The net figure beside it rests on shares that you entered and is not an LM3.'
        : 'LM3 is gross: some of this money would have reached the area anyway, or was taken from others in it.',
      source: lm3Sources.additionality,
    },
    ...(facts.silent && facts.hasInterval
      ? [
          {
            id: 'selective' as const,
            text: 'The interval holds if silence is random. If keen, local suppliers answered more, no interval is safe; the bounds are.',
            source: lm3Sources.interval,
          },
        ]
      : []),
    {
      id: 'noSum',
      text: 'Do not add up LM3 pounds of organisations that pay each other: the buyer’s round 3 is its supplier’s round 2.',
      source: lm3Sources.adopted,
    },
    {
      id: 'noJobs',
      text: 'No number of jobs follows from LM3.',
      source: lm3Sources.localMultipliers,
    },
    {
      id: 'socialValue',
      text: 'Do not add LM3 pounds to social value pounds for local spending: they are the same money.',
      source: lm3Sources.tomsOverlap,
    },
    {
      id: 'unlikeAreas',
      text: `Larger areas hold more money, so LM3s of unlike areas cannot be ranked.${size.length > 0 ? ` This one is for an area of ${size.join(' and ')}.` : ''}`,
      source: lm3Sources.sizeDependence,
    },
  ];
}
