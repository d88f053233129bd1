import { difference, type Explained, given, product, sum } from '../../explain/explained.ts';
import { formatGbp } from '../../units/format.ts';
import { exactSum } from '../../units/sum.ts';
import type { Issue } from '../../workbook/issue.ts';
import { jsonPlace } from '../../workbook/json-issue.ts';
import { groupPay } from '../pay.ts';
import type { Lm3Project } from '../project.ts';
import { lm3Sources } from '../sources.ts';
import { type StaffRespend, staffRespend } from '../staff-round-3.ts';
import { fewestAnswersForStaffMean } from '../staff-survey.ts';
import type { WhatIfChange } from './changes.ts';

/** Pay that goes to local instead of non-local staff, GBP as entered, by the place of its change in the list. */
export interface PayMove {
  readonly index: number;
  readonly amount: number;
}

export function payMoves(project: Lm3Project, changes: readonly WhatIfChange[]): PayMove[] {
  return changes.flatMap((change, index) => {
    if (change.kind === 'localPay') return [{ index, amount: change.amount }];
    if (change.kind !== 'localPayShare') return [];
    return [{ index, amount: change.share * project.payroll.nonLocal }];
  });
}

/** The payroll after the moves. Tax moves along with the pay, so round 1 stays what it is. */
export function movedPayroll(project: Lm3Project, moves: readonly PayMove[]): Lm3Project {
  const { payroll } = project;
  const amount = Math.min(exactSum(moves.map((move) => move.amount)), payroll.nonLocal);
  if (amount === 0) return project;
  const taxMoved = payroll.tax ? (payroll.tax.nonLocal * amount) / payroll.nonLocal : 0;
  return {
    ...project,
    payroll: {
      ...payroll,
      local: payroll.local + amount,
      nonLocal: payroll.nonLocal - amount,
      ...(payroll.tax
        ? { tax: { local: payroll.tax.local + taxMoved, nonLocal: payroll.tax.nonLocal - taxMoved } }
        : {}),
    },
  };
}

const halfPenny = 0.005;

/** More pay moved than there is, or pay of people who answered the survey one by one. */
export function payIssues(project: Lm3Project, moves: readonly PayMove[]): Issue[] {
  const [first] = moves;
  if (!first) return [];
  const { nonLocal } = project.payroll;
  const amount = exactSum(moves.map((move) => move.amount));
  const where = jsonPlace(['changes', first.index]);
  if (amount - nonLocal > halfPenny || amount === 0) {
    return [
      {
        severity: 'error',
        where,
        found: `${formatGbp(amount)} of pay to be moved to local staff`,
        expected: `an amount above £0.00 and no more than the ${formatGbp(nonLocal)} paid to staff who live outside the area`,
        mend: 'Correct the amount. It is on the same basis, before or after tax, as the payroll.',
      },
    ];
  }
  const answers = project.staffSurvey.filter(({ local }) => !local);
  if (answers.length === 0 || answers.length >= fewestAnswersForStaffMean) return [];
  const known = exactSum(answers.map(({ pay = 0 }) => pay));
  const left = groupPay(movedPayroll(project, moves), false).respendable.value;
  if (known - left <= halfPenny) return [];
  return [
    {
      severity: 'error',
      where,
      found: `${formatGbp(amount)} of pay to be moved, which leaves ${formatGbp(left)} with staff who live outside the area`,
      expected: `at least the ${formatGbp(known)} of those who answered the staff survey, because they count person by person`,
      mend: 'Lower the amount, or take out the answers of staff who would leave.',
    },
  ];
}

/** What a pound of pay gains when it goes to local staff, and what is not known of it. */
export interface PayGain {
  /** GBP in rounds 2 and 3 for a pound of pay as entered. */
  readonly perPound: Explained;
  /** GBP of a pound as entered that count in round 2, and that can be spent in round 3. */
  readonly counted: number;
  readonly respendable: number;
  /** Shares that one more pound of each group's pay re-spends, 0 to 1. */
  readonly shares: { readonly local: number; readonly nonLocal: number };
  /** Whether the share of each group is a mean of answers, which need not hold for the others. */
  readonly surveyed: { readonly local: boolean; readonly nonLocal: boolean };
}

/** The gain of a pound of pay moved. `before` and `after` differ by `amount` of pay, GBP, above 0. */
export function payGain(before: Lm3Project, after: Lm3Project, amount: number): PayGain {
  const [was, is] = [groupPay(before, true), groupPay(after, true)];
  const counted = (is.counted.value - was.counted.value) / amount;
  const respendable = (is.respendable.value - was.respendable.value) / amount;
  const local = staffRespend(is.respendable, true, after);
  const outside = groupPay(before, false).respendable;
  const nonLocal = before.method === 'chain' ? undefined : staffRespend(outside, false, before);
  const localShare = shareNode('local', local, is.respendable.value);
  const nonLocalShare = shareNode('nonLocal', nonLocal, outside.value);
  const shares = difference(
    {
      id: 'pay.shares',
      label: 'Re-spend share gained',
      unit: 'share',
      formula: 'share that local staff re-spend - share that non-local staff re-spend',
      sources: [lm3Sources.proxies],
    },
    localShare,
    nonLocalShare,
  );
  return {
    perPound: sum(
      {
        id: 'pay.gain',
        label: 'Gain of a pound of pay moved to local staff',
        unit: 'GBP',
        formula: 'what counts of it in round 2 + what can be spent of it x re-spend share gained',
        assumptions: [
          {
            id: 'recruits',
            text: 'People recruited in the area are taken to re-spend like local staff, and those they replace like non-local staff.',
            because: 'The same shares are used as for the staff there are.',
            effect:
              'Each percentage point between the two shares moves the gain of a pound by a penny of what can be spent of it.',
            source: lm3Sources.proxies,
          },
        ],
      },
      [
        given(
          {
            id: 'pay.round2',
            label: 'Round 2 of a pound of pay',
            unit: 'GBP',
            formula: 'what counts of it under the setting for tax',
          },
          counted,
        ),
        product(
          {
            id: 'pay.round3',
            label: 'Round 3 of a pound of pay',
            unit: 'GBP',
            formula: 'what can be spent of it x re-spend share gained',
          },
          [
            given(
              {
                id: 'pay.respendable',
                label: 'What can be spent of a pound of pay',
                unit: 'GBP',
                formula: 'under the setting for tax',
              },
              respendable,
            ),
            shares,
          ],
        ),
      ],
    ),
    counted,
    respendable,
    shares: { local: localShare.value, nonLocal: nonLocalShare.value },
    surveyed: {
      local: local.proxied === undefined,
      nonLocal: nonLocal !== undefined && nonLocal.proxied === undefined,
    },
  };
}

/** The share at which one more pound of the group's pay counts. */
function shareNode(group: 'local' | 'nonLocal', staff: StaffRespend | undefined, pay: number): Explained {
  const label = `Share re-spent by ${group === 'local' ? 'local' : 'non-local'} staff`;
  const naming = { id: `pay.share.${group}`, label, unit: 'share' as const };
  if (!staff) return given({ ...naming, formula: 'not followed by the chain method' }, 0);
  return staff.proxied
    ? given(
        { ...naming, formula: 'proxy of the project', sources: [lm3Sources.proxies] },
        staff.proxied.share,
      )
    : given(
        { ...naming, formula: 'mean of the staff survey', sources: [lm3Sources.staffSurvey] },
        staff.respend.value / pay,
      );
}
