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
    ...designsInWords(designs),
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

/** The first design with an interval, and the first that is expected to be green. */
function designsInWords(designs: readonly SurveyDesign[]): string[] {
  const withInterval = designs.find(({ expected, sent }) => expected.halfWidth !== null && sent > 0);
  if (!withInterval) {
    const reason = designs.at(-1)?.noIntervalBecause;
    return reason === undefined
      ? []
      : [`None of these numbers of questionnaires brings an interval: ${reason}.`];
  }
  const green = designs.find(({ expected, sent }) => expected.rating === 'green' && sent > 0);
  return [
    designInWords(withInterval),
    ...(green === undefined
      ? ['None of these numbers of questionnaires is expected to bring a green rating.']
      : green === withInterval
        ? ['A green rating is to be expected with that.']
        : [
            `${designInWords(green)} It is the first of these numbers that is expected to bring a green rating.`,
          ]),
  ];
}

/** What one number of questionnaires is to be spent on, and what it brings. */
export function designInWords({ sent, largest, random, expected }: SurveyDesign): string {
  const drawn = random.local + random.nonLocal;
  const rest =
    drawn === 0
      ? ''
      : `${formatCount(drawn)} of the rest drawn at random (${formatCount(random.local)} local, ${formatCount(random.nonLocal)} not local)`;
  const asked = [largest === 0 ? '' : `the ${formatCount(largest)} largest`, rest].filter(
    (part) => part !== '',
  );
  const known =
    expected.halfWidth === null
      ? 'no interval'
      : expected.halfWidth === 0
        ? 'LM3 to be known exactly'
        : `LM3 to be known to ± ${formatRatio(expected.halfWidth)}`;
  return `With ${formatCount(sent)} ${sent === 1 ? 'questionnaire' : 'questionnaires'} ask ${asked.join(' and ')}: expect ${known}, and bounds ${formatRatio(expected.boundsWidth)} apart.`;
}
