import type { Source } from '../explain/explained.ts';
import { fewestAnswersForInterval } from '../lm3/interval.ts';
import { lm3Sources } from '../lm3/sources.ts';
import { fewestAnswersForStaffMean } from '../lm3/staff-survey.ts';
import { fewestAnswersForRatio } from '../lm3/stratify.ts';
import { listSheet } from './list-sheet.ts';
import { sourceInWords } from './source-words.ts';
import type { SheetSpec } from './workbook-spec.ts';

/** One step of the method: in words, as a formula, and where it comes from. */
interface MethodNote {
  readonly step: string;
  readonly words: string;
  readonly formula: string;
  readonly source: Source;
}

/** The method in short. The whole of it is docs/method/lm3.md. */
export const methodNotes: readonly MethodNote[] = [
  {
    step: 'LM3',
    words: 'Follow each pound through three rounds of spending, and compare all three with the first.',
    formula: '(round 1 + round 2 + round 3) / round 1',
    source: lm3Sources.formula,
  },
  {
    step: 'LM2',
    words: 'The same without the third round. It needs no survey, so it is shown beside LM3.',
    formula: '(round 1 + round 2) / round 1',
    source: lm3Sources.adopted,
  },
  {
    step: 'Round 1',
    words: 'What the organisation or contract spent in the period, or its income where one is entered.',
    formula: 'payroll + employer’s costs + other direct costs + spend with suppliers',
    source: lm3Sources.round1,
  },
  {
    step: 'Round 2',
    words: 'The part of it that went to people who live, and organisations that work, in the area.',
    formula: 'pay to local staff + spend with local suppliers + other direct costs marked local',
    source: lm3Sources.round2,
  },
  {
    step: 'Round 3',
    words:
      'What all of them, local or not, spent again in the area. The chain method follows local ones only.',
    formula: 'what staff re-spent + what suppliers re-spent',
    source: lm3Sources.round3,
  },
  {
    step: 'Staff',
    words: `Without a staff survey, standard shares count. With ${fewestAnswersForStaffMean} answers or more of a group their plain mean stands for the group; fewer count person by person.`,
    formula: '66% x pay to local staff + 33% x pay to non-local staff',
    source: lm3Sources.proxies,
  },
  {
    step: 'Suppliers that answered',
    words: 'Each counts what it said it spent again in the area, of what it received from this buyer.',
    formula: 'spend x re-spend share',
    source: lm3Sources.round3,
  },
  {
    step: 'Silent suppliers',
    words: `Each is taken to be like the answering ones of its stratum: local or not, and by size or category where set. A stratum with fewer than ${fewestAnswersForRatio} answers takes the ratio of all answers.`,
    formula: 'spend x (sum of spend x share / sum of spend, over the answers)',
    source: lm3Sources.adopted,
  },
  {
    step: 'Bounds',
    words:
      'LM3 with silent suppliers at nothing and at everything. They hold whatever silent suppliers are like.',
    formula: 'distance = silent spend / round 1',
    source: lm3Sources.bounds,
  },
  {
    step: 'Interval',
    words: `Where LM3 lies if silence is random within a stratum. One large silent supplier widens it. Every stratum with silent suppliers needs ${fewestAnswersForInterval} answers.`,
    formula:
      'LM3 ± t x √(sum over strata of share variance x (squared silent spend x sum of squared weights + sum of squared silent spends)) / round 1, cut at the bounds',
    source: lm3Sources.interval,
  },
  {
    step: 'Factor',
    words:
      'LM3 if silent suppliers re-spend another part of what is taken for them. It is a straight line, so the factor at which a target is reached follows.',
    formula: 'LM3 at factor 0 + factor x what is taken for silent suppliers / round 1',
    source: lm3Sources.adopted,
  },
  {
    step: 'Worth of a pound',
    words: 'Rounds 2 and 3 of a pound paid to a supplier. Round 1 is left out, so it is not an LM3.',
    formula: '1 if the supplier is local + what such suppliers re-spent / what they received',
    source: lm3Sources.worth,
  },
  {
    step: 'Net',
    words: 'Only where you enter your own four shares. The result is not an LM3.',
    formula:
      '(round 2 + round 3) x (1 - deadweight) x (1 - displacement) x (1 - leakage) x (1 - substitution)',
    source: lm3Sources.additionality,
  },
  {
    step: 'Confidence',
    words:
      'Green: half of supplier value answered, an interval can be given, and the bounds lie close. The half is LM3 Online’s own rule; the rest is ours.',
    formula: 'response rate of 50% or more; bounds no more than 0.25 apart',
    source: lm3Sources.confidence,
  },
  {
    step: 'Rounding',
    words: 'Nothing is rounded before it is shown, so printed figures may not add up.',
    formula: 'pounds and pence; LM3 to two decimals',
    source: lm3Sources.adopted,
  },
];

export function methodSheet(): SheetSpec {
  return listSheet(
    'Method',
    'MethodNotes',
    [
      { heading: 'Step', width: 26 },
      { heading: 'In words', width: 80 },
      { heading: 'Formula', width: 70 },
      { heading: 'Source', width: 60 },
    ],
    methodNotes.map(({ step, words, formula, source }) => [step, words, formula, sourceInWords(source)]),
    'The calculation as Locality and LM3 Online published it in 2017. What they leave open is settled as the Settings sheet says.',
  );
}
