import type { Assumption } from '../explain/explained.ts';
import { formatGbp } from '../units/format.ts';
import type { Lm3Project } from './project.ts';
import { lm3Sources } from './sources.ts';

/** What is taken for granted about pay and tax, by the mode of the project. */
export function payAssumptions({ payroll, settings }: Lm3Project): Assumption[] {
  const source = lm3Sources.proxies;
  const employersInsurance = payroll.extras
    .filter((extra) => extra.kind === 'employerNationalInsurance')
    .reduce((total, extra) => total + extra.amount, 0);
  const tax = payroll.tax ? payroll.tax.local + payroll.tax.nonLocal : undefined;
  switch (settings.taxMode) {
    case 'leftOut':
      return [
        {
          id: 'payBasis',
          text:
            tax === undefined
              ? 'Pay is taken to be after tax and National Insurance, which are left out of round 1 as well.'
              : `Pay counts after tax and National Insurance of ${formatGbp(tax)}, which are left out of round 1 as well.${employersInsurance > 0 ? ` Employer’s National Insurance of ${formatGbp(employersInsurance)} is left out too.` : ''}`,
          because:
            'The published method leaves national costs such as tax and National Insurance out as standard.',
          effect:
            'If pay before tax was entered, rounds 1, 2 and 3 all count tax as if staff could spend it, and LM3 changes.',
          source,
        },
      ];
    case 'leakage':
      return [
        {
          id: 'payBasis',
          text: 'Pay counts before tax in rounds 1, 2 and 3; tax is one of the things that the re-spend share lets leave.',
          because: 'The project sets it. The do-it-yourself staff survey lists income tax as an item.',
          effect:
            tax === undefined
              ? 'The standard shares of 66% and 33% were measured with tax left out, so on pay before tax they make round 3 too large. Enter the tax and choose another setting to see by how much.'
              : `The standard shares of 66% and 33% were measured with tax left out: on pay before tax they count ${formatGbp(tax)} of tax as if staff spent part of it in the area.`,
          source,
        },
      ];
    case 'proxyOnNet':
      return [
        {
          id: 'payBasis',
          text: `Pay counts before tax in rounds 1 and 2; in round 3 staff can spend only what is left after ${formatGbp(tax ?? 0)} of tax and National Insurance.`,
          because: 'The project sets it.',
          effect: `Leaving tax out of all rounds would make round 1 ${formatGbp(tax ?? 0)} smaller.`,
          source,
        },
      ];
  }
}
