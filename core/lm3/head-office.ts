import type { Assumption } from '../explain/explained.ts';
import { formatCount, formatGbp } from '../units/format.ts';
import type { Lm3Project } from './project.ts';
import { lm3Sources } from './sources.ts';

/**
 * What it changes that some suppliers work from one place and have their head office in another,
 * such as branches of national chains; undefined when no supplier is known to.
 */
export function headOfficeAssumption({ suppliers, settings }: Lm3Project): Assumption | undefined {
  let count = 0;
  let branches = 0;
  let offices = 0;
  for (const { local, headOfficeLocal, spend } of suppliers) {
    if (headOfficeLocal === undefined || headOfficeLocal === local || spend <= 0) continue;
    count += 1;
    if (local) branches += spend;
    else offices += spend;
  }
  if (count === 0) return undefined;
  const byWork = settings.supplierPlace === 'placeOfWork';
  const change = byWork ? offices - branches : branches - offices;
  return {
    id: 'supplierPlace',
    text: `${formatCount(count)} ${count === 1 ? 'supplier works' : 'suppliers work'} from one side of the boundary and ${count === 1 ? 'has its' : 'have their'} head office on the other: ${formatGbp(branches)} went to branches in the area of organisations elsewhere. They count by ${byWork ? 'where the work is done from' : 'head office'}.`,
    because: byWork
      ? 'What a supplier re-spends follows the people and firms where it works.'
      : 'The project sets it; the standard is the place the work is done from.',
    effect: `Counting by ${byWork ? 'head office' : 'the place of work'}, round 2 would be ${formatGbp(Math.abs(change))} ${change < 0 ? 'less' : 'more'}.`,
    source: lm3Sources.placeOfWork,
  };
}
