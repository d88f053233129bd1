import type { Assumption } from '../../../core/index.ts';
import { type Section, section } from '../section.ts';
import { assumptionList } from './assumption-list.ts';

/** Every choice the result rests on. */
export function assumptions(made: readonly Assumption[]): Section[] {
  if (made.length === 0) return [];
  return [section('assumptions', 'What was assumed', assumptionList(made, true))];
}
