import { formatCount, formatRatio, formatShare } from '../../units/format.ts';
import type { PlanStart, Reach, SurveyDesign, SurveyPlan } from './survey-plan.ts';

/** The plan in sentences, for someone who has never heard of an interval. */
export function planReading(plan: Omit<SurveyPlan, 'reading'>): string[] {
  const { now, reach, designs, answerRate, method } = plan;
  if (now.suppliers === 0) return ['There is no spend with suppliers, so there is nobody to ask.'];
  if (now.silent === 0) return ['Every supplier that counts has answered, so there is nobody left to ask.'];
  return [
    nowInWords(now),
    ...firstInWords(reach, now, answerRate),
    ...(method === 'chain' ? [chainInWords(now)] : []),
    ...designsInWords(designs, now),
  ];
}

function nowInWords({ answers, suppliers, responseRate, boundsWidth, halfWidth }: PlanStart): string {
  const interval =
    halfWidth === null ? 'no interval can be given yet' : `LM3 is known to ± ${formatRatio(halfWidth)}`;
  return `So far ${formatCount(answers)} of ${formatCount(suppliers)} ${suppliers === 1 ? 'supplier has' : 'suppliers have'} answered, ${formatShare(responseRate)} of supplier value; ${interval}, and the bounds lie ${formatRatio(boundsWidth)} apart.`;
}

function firstInWords(reach: readonly Reach[], { silent }: PlanStart, answerRate: number): string[] {
  const open = reach.filter(({ suppliers }) => suppliers > 0);
  const [first, ...further] = open;
  if (!first) return [`${formatShare(reach.at(-1)?.share ?? 1)} of supplier value has answered already.`];
  const rest = further.map(({ suppliers, share }) => `${formatCount(suppliers)} reach ${formatShare(share)}`);
  const sending =
    answerRate === 1
      ? ''
      : first.questionnaires === null
        ? ` If ${formatShare(answerRate)} answer, even asking everyone is not expected to reach ${formatShare(first.share)}.`
        : ` If ${formatShare(answerRate)} answer, it takes questionnaires to the largest ${formatCount(first.questionnaires)}.`;
  return [
    `Ask ${first.suppliers === 1 ? 'this one' : `these ${formatCount(first.suppliers)}`} first: the largest of ${formatCount(silent)} silent suppliers. With ${first.suppliers === 1 ? 'its answer' : 'their answers'} ${formatShare(first.responseRateThen)} of supplier value has answered${rest.length > 0 ? `; ${rest.join(' and ')}` : ''}.${sending}`,
  ];
}

const chainInWords = ({ silent, askable }: PlanStart): string =>
  `By the chain method ${formatCount(askable)} of the ${formatCount(silent)} silent suppliers are worth asking: the others are not local, so their answers change nothing in LM3.`;

/** The first design that brings an interval where there is none yet, and the first that is expected to be green. */
function designsInWords(designs: readonly SurveyDesign[], { halfWidth, askable }: PlanStart): string[] {
  const some = designs.filter(({ sent }) => sent > 0);
  const best = some.filter(({ expected }) => expected.halfWidth !== null);
  if (best.length === 0) {
    const reason = some.at(-1)?.noIntervalBecause;
    return reason === undefined
      ? []
      : [`None of these numbers of questionnaires brings an interval: ${reason}.`];
  }
  // With an interval in hand the first steps bring little: the last one short of asking everyone is told.
  const told = halfWidth === null ? best[0] : (best.filter(({ sent }) => sent < askable).at(-1) ?? best[0]);
  const green = some.find(({ expected }) => expected.rating === 'green');
  const words = told === undefined ? [] : [designInWords(told, askable)];
  if (green === undefined) {
    return [...words, 'None of these numbers of questionnaires is expected to bring a green rating.'];
  }
  return green === told
    ? [...words, 'A green rating is to be expected with that.']
    : [
        ...words,
        `${designInWords(green, askable)} It is the first of these numbers that is expected to bring a green rating.`,
      ];
}

/** What one number of questionnaires is to be spent on, and what it brings. */
function designInWords({ sent, largest, random, expected }: SurveyDesign, askable: number): string {
  const drawn = random.local + random.nonLocal;
  const rest =
    drawn === 0
      ? ''
      : `${formatCount(drawn)} of the rest drawn at random (${formatCount(random.local)} local, ${formatCount(random.nonLocal)} not local)`;
  const first = largest === 0 ? '' : largest === 1 ? 'the largest' : `the ${formatCount(largest)} largest`;
  const asked =
    sent === askable ? 'all that can be asked' : [first, rest].filter((part) => part !== '').join(' and ');
  const known =
    expected.halfWidth === null
      ? 'no interval'
      : expected.halfWidth === 0
        ? 'LM3 to be known exactly'
        : `LM3 to be known to ± ${formatRatio(expected.halfWidth)}`;
  return `With ${formatCount(sent)} ${sent === 1 ? 'questionnaire' : 'questionnaires'} ask ${asked}: expect ${known}, and bounds ${formatRatio(expected.boundsWidth)} apart.`;
}
