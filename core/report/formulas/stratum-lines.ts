import type { Lm3Project } from '../../lm3/project.ts';
import { nonResponseWords } from '../../lm3/setting-words.ts';
import type { Stratum, SupplierTally } from '../../lm3/strata.ts';
import { fewestAnswersForRatio } from '../../lm3/stratify.ts';
import { projectAnswer } from '../input-sheets.ts';
import { type CalculationLine, line } from './calculation-line.ts';
import { column, helper, type Kind, ofKind, shareMean } from './supplier-columns.ts';

/** Answers, silent spend, ratio and variance of suppliers of one kind. */
export function stratumLines(kind: Kind, project: Lm3Project, tally: SupplierTally): CalculationLine[] {
  const stratum = kind === 'Local' ? tally.local : tally.nonLocal;
  const words = kind === 'Local' ? 'local' : 'non-local';
  const { answered, silent } = stratum;
  const nothing = `${projectAnswer('nonResponse')}="${nonResponseWords.zero}"`;
  // The chain method follows local suppliers only, so only their answers may stand in.
  const pooled =
    '(Local_Respent+(1-Is_Chain)*NonLocal_Respent)/(Local_Answered+(1-Is_Chain)*NonLocal_Answered)';
  const ratio = `IF(${nothing},0,IF(${kind}_Answers>=${fewestAnswersForRatio},${kind}_Respent/${kind}_Answered,IF(Local_Answers+(1-Is_Chain)*NonLocal_Answers>0,${pooled},0)))`;
  return [
    line(
      `${kind}_Answers`,
      `Answers, ${words}`,
      ofKind(helper.answers, kind),
      answered.count,
      'count',
      'number of suppliers that answered',
    ),
    line(
      `${kind}_Answered`,
      `Answered spend, ${words}`,
      ofKind(helper.answered, kind),
      answered.spend,
      'gbp',
      'spend with suppliers that answered',
    ),
    line(
      `${kind}_Respent`,
      `Re-spent by answers, ${words}`,
      ofKind(helper.respent, kind),
      answered.respend,
      'gbp',
      'sum of answered spend x re-spend share',
    ),
    line(
      `${kind}_Silent`,
      `Silent spend, ${words}`,
      ofKind(helper.silent, kind),
      silent.spend,
      'gbp',
      'spend with suppliers that did not answer',
    ),
    line(
      `${kind}_Ratio`,
      `Ratio for silent suppliers, ${words}`,
      ratio,
      ratioOf(stratum, project, tally),
      'share',
      `re-spent / received, of answers of this kind; of all answers if fewer than ${fewestAnswersForRatio}`,
    ),
    line(
      `${kind}_Mean`,
      `Plain mean of answers, ${words}`,
      `IF(${kind}_Answers=0,0,SUMIFS(${column('Re-spend share')},${column('Local')},"${kind === 'Local' ? 'Yes' : 'No'}",${column(helper.answers)},1)/${kind}_Answers)`,
      shareMean(project.suppliers, stratum.local),
      'share',
      'sum of the re-spend shares / number of answers',
    ),
    line(
      `${kind}_Spread`,
      `Variance of answers, ${words}`,
      `IF(${kind}_Answers>1,${ofKind(helper.difference, kind)}/(${kind}_Answers-1),0)`,
      answered.shareVariance,
      'number',
      'sum of squared differences / (answers - 1)',
    ),
    line(
      `${kind}_Variance`,
      `Variance from silent suppliers, ${words}`,
      `IF(OR(${kind}_Silent=0,${kind}_Answered=0),0,${kind}_Spread*(${kind}_Silent^2*${ofKind(helper.answeredSquared, kind)}/${kind}_Answered^2+${ofKind(helper.silentSquared, kind)}))`,
      varianceOf(stratum),
      'number',
      'variance of answers x (silent spend squared x sum of squared weights + sum of squared silent spends)',
    ),
  ];
}

function ratioOf(stratum: Stratum, project: Lm3Project, tally: SupplierTally): number {
  if (project.nonResponse === 'zero') return 0;
  const { answered } = stratum;
  if (answered.count >= fewestAnswersForRatio) return answered.respend / answered.spend;
  const pool = project.method === 'chain' ? [tally.local] : [tally.local, tally.nonLocal];
  const spend = pool.reduce((total, other) => total + other.answered.spend, 0);
  return spend === 0 ? 0 : pool.reduce((total, other) => total + other.answered.respend, 0) / spend;
}

/** Variance that silent suppliers of one kind add to round 3, GBP squared. */
export function varianceOf({ answered, silent }: Stratum): number {
  if (silent.spend === 0 || answered.spend === 0) return 0;
  return (
    answered.shareVariance *
    ((silent.spend ** 2 * answered.spendSquares) / answered.spend ** 2 + silent.spendSquares)
  );
}
