import type { Assumption, Explained } from '../explain/explained.ts';
import { difference, given, product, sum } from '../explain/explained.ts';
import { formatCount, formatGbp, formatShare } from '../units/format.ts';
import { exactSum } from '../units/sum.ts';
import { defaultProxies, type Lm3Project, type StaffAnswer } from './project.ts';
import { lm3Sources } from './sources.ts';
import { fewestAnswersForStaffMean, shareOfAnswer } from './staff-survey.ts';

/** What one group of staff re-spent in the area, GBP, and how far the staff survey leaves it open. */
export interface StaffRespend {
  readonly respend: Explained;
  /** The least and the most it can be, whatever staff who did not answer are like. GBP. */
  readonly low: number;
  readonly high: number;
  readonly local: boolean;
  /** Where the proxy counts: its share and the GBP of pay it is applied to. */
  readonly proxied?: { readonly share: number; readonly pay: number };
  /** Sampling error of the survey's mean; undefined where proxies or each person's answer count. */
  readonly spread?: StaffSpread;
}

export interface StaffSpread {
  readonly local: boolean;
  readonly answers: number;
  /** Sample variance (n - 1) of the shares, unweighted. */
  readonly shareVariance: number;
  /** GBP squared by which that variance is multiplied; undefined when pay of the answers is not known. */
  readonly reach: number | undefined;
}

/** Pay x proxy, or the staff survey where the group answered one. `pay` is the base of the share, GBP. */
export function staffRespend(pay: Explained, local: boolean, project: Lm3Project): StaffRespend {
  const answers = project.staffSurvey.filter((answer) => answer.local === local);
  if (answers.length === 0 || pay.value === 0) {
    const respend = byProxy(pay, local, project, idOf(local), labelOf(local));
    const proxied = { share: proxyOf(project, local), pay: pay.value };
    return { respend, low: respend.value, high: respend.value, local, proxied };
  }
  return answers.length >= fewestAnswersForStaffMean
    ? byMean(pay, local, project, answers)
    : personByPerson(pay, local, project, answers);
}

const idOf = (local: boolean): string => (local ? 'round3.localStaff' : 'round3.nonLocalStaff');
const kindOf = (local: boolean): string => (local ? 'local' : 'non-local');
const labelOf = (local: boolean): string => `Re-spent by ${kindOf(local)} staff`;

const proxyOf = ({ proxies }: Lm3Project, local: boolean): number =>
  local ? proxies.localStaff : proxies.nonLocalStaff;

function byProxy(pay: Explained, local: boolean, project: Lm3Project, id: string, label: string): Explained {
  const proxy = proxyOf(project, local);
  const standard = local ? defaultProxies.localStaff : defaultProxies.nonLocalStaff;
  const assumption: Assumption = {
    id: `${id}.proxy`,
    text: `Staff who live ${local ? 'in' : 'outside'} the area re-spend ${formatShare(proxy)} of their pay in it.`,
    because:
      proxy === standard
        ? 'This is the share that LM3 Online took from its own past results.'
        : `The project sets it; the standard share is ${formatShare(standard)}.`,
    effect: `Each percentage point more or less moves round 3 by ${formatGbp(pay.value / 100)}.`,
    source: lm3Sources.proxies,
  };
  return product(
    {
      id,
      label,
      unit: 'GBP',
      formula: `pay x share that ${kindOf(local)} staff re-spend in the area`,
    },
    [
      pay,
      given(
        {
          id: `${id}.proxy`,
          label: `Share re-spent by ${kindOf(local)} staff`,
          unit: 'share',
          formula: proxy === standard ? 'standard proxy' : 'set in the project',
          assumptions: pay.value > 0 ? [assumption] : [],
          sources: [lm3Sources.proxies],
        },
        proxy,
      ),
    ],
  );
}

interface Known {
  readonly share: number;
  readonly pay: number | undefined;
  readonly answer: string;
}

function known(answers: readonly StaffAnswer[], project: Lm3Project): Known[] {
  return answers.map((answer) => ({
    share: shareOfAnswer(answer, project.settings.taxMode) ?? 0,
    pay: answer.pay,
    answer: answer.answer,
  }));
}

/** Five answers or more: their plain mean on the whole pay bill of the group. */
function byMean(
  pay: Explained,
  local: boolean,
  project: Lm3Project,
  answers: readonly StaffAnswer[],
): StaffRespend {
  const id = idOf(local);
  const people = known(answers, project);
  const count = people.length;
  const mean = exactSum(people.map(({ share }) => share)) / count;
  const respend = product(
    {
      id,
      label: labelOf(local),
      unit: 'GBP',
      formula: 'pay of the group x plain mean of the staff survey',
      sources: [lm3Sources.staffSurvey],
    },
    [
      pay,
      given(
        {
          id: `${id}.mean`,
          label: `Mean share of ${formatCount(count)} ${kindOf(local)} staff who answered`,
          unit: 'share',
          formula: `plain mean of ${people
            .map(({ share }) => formatShare(share))
            .slice(0, 13)
            .join(', ')}${count > 13 ? ' and others' : ''}`,
          assumptions: [
            {
              id: `${id}.mean`,
              text: `All ${kindOf(local)} staff taken to re-spend like the ${formatCount(count)} who answered: ${formatShare(mean)} of their pay, every answer alike.`,
              because: `With ${fewestAnswersForStaffMean} answers or more their plain mean stands for the group.`,
              effect: `Each percentage point more or less moves round 3 by ${formatGbp(pay.value / 100)}.`,
              source: lm3Sources.staffSurvey,
            },
          ],
          sources: [lm3Sources.staffSurvey],
        },
        mean,
      ),
    ],
  );
  return {
    respend,
    local,
    ...openness(pay.value, people, respend.value),
    spread: spreadOf(pay.value, local, people, mean),
  };
}

/** What staff who answered re-spent for certain, and the same plus all pay of those who did not. */
function openness(pay: number, people: readonly Known[], respend: number): { low: number; high: number } {
  const certain = exactSum(people.map(({ share, pay: own = 0 }) => share * own));
  const rest = Math.max(pay - exactSum(people.map(({ pay: own = 0 }) => own)), 0);
  return { low: Math.min(respend, certain), high: Math.max(respend, Math.min(certain + rest, pay)) };
}

/**
 * How far the mean misses what the group re-spent: the answers count by pay / n instead of their own
 * pay, and the others are not known. Pay of each of the others is taken as that of the average answer.
 */
function spreadOf(pay: number, local: boolean, people: readonly Known[], mean: number): StaffSpread {
  const count = people.length;
  const shareVariance = people.reduce((total, { share }) => total + (share - mean) ** 2, 0) / (count - 1);
  if (people.some((person) => person.pay === undefined)) {
    return { local, answers: count, shareVariance, reach: undefined };
  }
  const answered = exactSum(people.map(({ pay: own = 0 }) => own));
  const rest = Math.max(pay - answered, 0);
  const reach =
    people.reduce((total, { pay: own = 0 }) => total + (pay / count - own) ** 2, 0) +
    (rest * answered) / count;
  return { local, answers: count, shareVariance, reach };
}

/** Fewer than five answers: each person's own, and the proxy for the rest of the pay. */
function personByPerson(
  pay: Explained,
  local: boolean,
  project: Lm3Project,
  answers: readonly StaffAnswer[],
): StaffRespend {
  const id = idOf(local);
  const people = known(answers, project).map(({ share, pay: own = 0, answer }, index) =>
    product({ id: `${id}.person${index + 1}`, label: answer, unit: 'GBP', formula: 'pay x re-spend share' }, [
      given({ id: `${id}.person${index + 1}.pay`, label: 'Pay', unit: 'GBP', formula: 'as entered' }, own),
      given(
        {
          id: `${id}.person${index + 1}.share`,
          label: 'Re-spend share',
          unit: 'share',
          formula: 'as answered',
        },
        share,
      ),
    ]),
  );
  const answeredPay = sum(
    { id: `${id}.answeredPay`, label: 'Pay of staff who answered', unit: 'GBP', formula: 'sum of their pay' },
    people.flatMap((person) => person.inputs.slice(0, 1)),
  );
  const rest = difference(
    {
      id: `${id}.restPay`,
      label: `Pay of ${kindOf(local)} staff who did not answer`,
      unit: 'GBP',
      formula: 'pay of the group - pay of staff who answered',
    },
    pay,
    answeredPay,
  );
  const byRest = byProxy(
    rest,
    local,
    project,
    `${id}.rest`,
    `Re-spent by ${kindOf(local)} staff who did not answer`,
  );
  const respend = sum(
    {
      id,
      label: labelOf(local),
      unit: 'GBP',
      formula: 'what each who answered re-spent + proxy x pay of the rest',
      sources: [lm3Sources.staffSurvey],
    },
    [...people, byRest],
  );
  return {
    respend,
    low: respend.value,
    high: respend.value,
    local,
    proxied: { share: proxyOf(project, local), pay: rest.value },
  };
}
