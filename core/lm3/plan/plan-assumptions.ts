import type { Assumption } from '../../explain/explained.ts';
import { formatCount, formatShare } from '../../units/format.ts';
import { lm3Sources } from '../sources.ts';
import type { PlanOptions } from './options.ts';
import type { PlanSite } from './site.ts';

/** What a plan takes for granted, and what would change if it were otherwise. */
export function planAssumptions(
  { ground, spread, ranks, prepared: { project } }: PlanSite,
  { answerRate, seed }: PlanOptions,
): Assumption[] {
  if (ranks.askable.length === 0) return [];
  const source = lm3Sources.planning;
  const categories =
    project.settings.categoryStrata && project.suppliers.some(({ category }) => category !== undefined);
  return [
    ...ground.kinds.map((kind) => spread[kind].assumption),
    {
      id: 'plan.answerRate',
      text: `${formatShare(answerRate)} of the questionnaires are answered, large and small suppliers alike.`,
      because:
        answerRate === 1
          ? 'It is the standard, so that questionnaires and answers are the same number.'
          : 'It was entered.',
      effect:
        answerRate === 1
          ? 'With a lower rate the same questionnaires bring wider bounds and a wider interval: enter the rate you expect.'
          : `For as many answers as questionnaires planned for here, send ${formatCount(100 / answerRate)} for every 100; large suppliers that stay silent widen both the bounds and the interval.`,
      source,
    },
    {
      id: 'plan.random',
      text: 'Whether a supplier answers has nothing to do with how much it re-spends, among large ones and among smaller ones.',
      because:
        'The largest are all asked and the rest is drawn at random; only their silence is not of our making.',
      effect:
        'If keen, local suppliers answer more, no interval is safe. The bounds are: their expected width holds.',
      source: lm3Sources.interval,
    },
    {
      id: 'plan.seed',
      text: `The rest is drawn by the random numbers of seed ${String(seed)}, given to the silent suppliers in the order of the list.`,
      because: 'With the same list and seed anyone draws the same suppliers.',
      effect: 'Another seed, or another order of the list, draws others of the same number.',
      source,
    },
    {
      id: 'plan.largestChased',
      text: `Strata are by size as the plan says and by local or not${categories ? '; categories are left aside' : ''}.`,
      because: 'The largest are asked in another way than the rest, so they may not stand for it.',
      effect: `Enter the number of largest suppliers chased in the settings when the answers are in${
        categories ? ', and switch strata by category off if a category brings fewer than five answers' : ''
      }.`,
      source,
    },
    ...(project.method === 'chain'
      ? [
          {
            id: 'plan.chain',
            text: 'Only local suppliers are asked.',
            because: 'By the chain method no other answer changes LM3.',
            effect: 'Answers of other suppliers raise the share of value answered and nothing else.',
            source,
          },
        ]
      : []),
  ];
}
