import type { Source } from '../explain/explained.ts';
import { formatCount } from '../units/format.ts';
import type { Lm3Project } from './project.ts';
import { lm3Sources } from './sources.ts';
import type { Stratum } from './strata.ts';

/** What a result must not be taken for, in one or two sentences. */
export interface Caveat {
  readonly id:
    | 'moneyFlow'
    | 'gross'
    | 'noSum'
    | 'noJobs'
    | 'unlikeAreas'
    | 'selective'
    | 'alike'
    | 'fewAnswers'
    | 'sizeTrend'
    | 'socialValue';
  readonly text: string;
  readonly source: Source;
}

/** What an interval rests on: the strata with silent suppliers, and how their shares go with size. */
export interface GivenInterval {
  readonly silent: readonly Stratum[];
  /** Student t by stratum id, see `sizeTrends`; empty where the largest suppliers are a stratum of their own. */
  readonly sizeTrends: ReadonlyMap<string, number>;
}

/** The caveats that bear on this result, the weightiest first. */
export function caveatsOf(project: Lm3Project, interval: GivenInterval | undefined): Caveat[] {
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
    ...(interval ? intervalCaveats(interval) : []),
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

/** Answers of a stratum that differ from its commonest one, below which its spread is not to be trusted. */
const fewestThatDiffer = 3;
/** Answers of a stratum below which the interval holds less often where shares go with size. */
const fewAnswers = 8;
/** Student t of a trend with size that chance alone seldom reaches. */
const sureTrend = 2.5;

function intervalCaveats({ silent, sizeTrends }: GivenInterval): Caveat[] {
  if (silent.length === 0) return [];
  const alike = silent.filter(({ answered }) => answered.count - answered.alike < fewestThatDiffer);
  const few = silent.filter(({ answered }) => answered.count < fewAnswers);
  const trending = silent.filter(({ id }) => Math.abs(sizeTrends.get(id) ?? 0) >= sureTrend);
  const named = (strata: readonly Stratum[]) => strata.map(({ label }) => label).join(' and ');
  return [
    ...(alike.length > 0
      ? [
          {
            id: 'alike' as const,
            text: `Nearly all answers of ${named(alike)} suppliers are the same, so the interval is narrower than it should be: in trials on real supplier sizes it held for as few as 40 in 100 instead of 95. Rely on the bounds.`,
            source: lm3Sources.coverage,
          },
        ]
      : []),
    ...(few.length > 0
      ? [
          {
            id: 'fewAnswers' as const,
            text: `There are fewer than ${fewAnswers} answers of ${named(few)} suppliers. If small suppliers re-spend more than large ones, the interval then held for 91 in 100 trials instead of 95.`,
            source: lm3Sources.coverage,
          },
        ]
      : []),
    ...(trending.length > 0
      ? [
          {
            id: 'sizeTrend' as const,
            text: `Among ${named(trending)} suppliers the re-spend share seems to go with size. With many answers the interval is then wider than it need be, with few it may be too narrow. Ask the largest suppliers first and set “Largest suppliers chased”: they then count apart.`,
            source: lm3Sources.coverage,
          },
        ]
      : []),
    {
      id: 'selective',
      text: 'The interval holds if silence is random. If keen, local suppliers answered more, no interval is safe; the bounds are.',
      source: lm3Sources.coverage,
    },
  ];
}
