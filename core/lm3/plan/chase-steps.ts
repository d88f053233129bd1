import { RunningSum } from '../../units/sum.ts';
import { chaseOrder } from './chase-order.ts';
import type { PlanSite } from './site.ts';
import type { ChaseStep, PlanStart, SurveyDesign } from './survey-plan.ts';

/** The silent suppliers in the order in which their answers narrow the bounds, as many as are to be listed. */
export function chaseSteps(
  { prepared: { table }, ranks, draw, result: { round1 }, spendWithAll }: PlanSite,
  now: PlanStart,
  designs: readonly SurveyDesign[],
  listed: number,
): ChaseStep[] {
  const order = chaseOrder(table, ranks).subarray(0, listed);
  const answered = new RunningSum();
  const followed = new RunningSum();
  const drawn = designs.map((design) => lastDrawn(design));
  return Array.from(order, (place, index) => {
    const { name, where } = table.supplierAt(place);
    const spend = table.spend[place] as number;
    const local = ranks.isLocal(place);
    const randomNumber = draw.numberOf(place);
    const narrows = randomNumber === null ? 0 : spend / round1;
    answered.add(spend);
    if (randomNumber !== null) followed.add(spend);
    const narrowedThen = followed.value / round1;
    return {
      order: index + 1,
      name,
      local,
      spend,
      narrows,
      narrowedThen,
      boundsWidthThen: Math.max(now.boundsWidth - narrowedThen, 0),
      responseRateThen: now.responseRate + answered.value / spendWithAll,
      asked: designs.map(({ largest }, design) => {
        if (randomNumber === null) return null;
        if (index < largest) return 'largest';
        return randomNumber <= (drawn[design]?.[local ? 'local' : 'nonLocal'] ?? 0) ? 'random' : null;
      }),
      randomNumber,
      ...(where === undefined ? {} : { where }),
    };
  });
}

/** The largest random number that was drawn of each kind; 0 where none was. */
function lastDrawn({ drawn }: SurveyDesign): { local: number; nonLocal: number } {
  const last = { local: 0, nonLocal: 0 };
  for (const { local, randomNumber } of drawn) last[local ? 'local' : 'nonLocal'] = randomNumber;
  return last;
}
