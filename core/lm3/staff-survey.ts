import type { Settings } from './settings.ts';

/** What staff are asked about, as in the do-it-yourself survey of Plugging the Leaks. */
export const staffSurveyItems = [
  'incomeTax',
  'food',
  'entertainment',
  'clothes',
  'diy',
  'transport',
  'services',
  'rentOrMortgage',
  'councilTax',
  'homeCosts',
  'loans',
  'savings',
  'other',
] as const;
export type StaffSurveyItem = (typeof staffSurveyItems)[number];

/** From this many answers on, their plain mean stands for the whole pay bill of the group. */
export const fewestAnswersForStaffMean = 5;

interface Answered {
  readonly respendShare?: number | undefined;
  readonly items?:
    | readonly { readonly item: StaffSurveyItem; readonly amount: number; readonly localShare: number }[]
    | undefined;
}

/**
 * The share of pay, 0 to 1, that one member of staff spends in the area: as answered, or what was
 * spent locally over what was spent, item by item. Income tax is an item only where pay before tax
 * is followed and tax counts as leaving.
 *
 * Source: plm_averaging_surveys.xls, Plugging the Leaks (pluggingtheleaks.org).
 *
 * @returns undefined when nothing was spent on any item that counts
 */
export function shareOfAnswer(answer: Answered, taxMode: Settings['taxMode']): number | undefined {
  if (answer.respendShare !== undefined) return answer.respendShare;
  const items = (answer.items ?? []).filter(({ item }) => taxMode === 'leakage' || item !== 'incomeTax');
  const spent = items.reduce((total, { amount }) => total + amount, 0);
  if (spent === 0) return undefined;
  return items.reduce((total, { amount, localShare }) => total + amount * localShare, 0) / spent;
}
