import {
  buyerMaySee,
  countedAnswers,
  itemMeans,
  type Lm3Project,
  qualityOf,
  respendShareOf,
} from '../../core/index.ts';
import type { Survey, SurveySupplier } from '../store.ts';

/** The LM3 project as far as suppliers have answered. Made for computing: it holds every counted share. */
export interface SurveyProject {
  readonly project: Lm3Project;
  /** Suppliers whose share counts but may not be shown singly, by their place in the project. */
  readonly hidden: ReadonlySet<number>;
  /** Suppliers that answered, kept private, and do not count yet since too few others did. */
  readonly waiting: readonly SurveySupplier[];
  /** Suppliers that answered too little for a share. */
  readonly withoutShare: readonly SurveySupplier[];
}

/**
 * Puts the newest answers into the project. A share that was in the workbook from the start counts as
 * it is, until its supplier answers.
 *
 * @param leaveOutGuesses a run without answers that their suppliers call rough guesses (quality C)
 */
export function surveyProject(
  survey: Survey,
  suppliers: readonly SurveySupplier[],
  { leaveOutGuesses = false }: { readonly leaveOutGuesses?: boolean } = {},
): SurveyProject {
  const answers = suppliers.flatMap(({ answer, supplier: { local } }) =>
    answer === undefined ? [] : [{ answer, local }],
  );
  const means = { local: itemMeans(answers, true), distant: itemMeans(answers, false) };
  const withoutShare: SurveySupplier[] = [];
  const facts = suppliers.flatMap((supplier, place) => {
    const { answer, answeredAt = 0 } = supplier;
    if (answer === undefined || (leaveOutGuesses && qualityOf(answer) === 'C')) return [];
    const { local, category = '' } = supplier.supplier;
    const found = respendShareOf(answer, local ? means.local : means.distant);
    if (found === null) {
      withoutShare.push(supplier);
      return [];
    }
    const group = survey.project.settings.categoryStrata ? `${local} ${category}` : String(local);
    // Parts that are each divided by their total may miss 1 by the last binary digit.
    const share = Math.min(1, found.share.value);
    return [{ group, shown: buyerMaySee(answer), answeredAt, place, share, supplier }];
  });
  const { counted, waiting } = countedAnswers(facts, survey.closedAt !== undefined);
  const shares = new Map(counted.map(({ place, share }) => [place, share]));
  return {
    project: {
      ...survey.project,
      suppliers: suppliers.map(({ supplier, answer }, place) => ({
        ...supplier,
        respendShare: answer === undefined ? supplier.respendShare : (shares.get(place) ?? null),
      })),
    },
    hidden: new Set(counted.filter(({ shown }) => !shown).map(({ place }) => place)),
    waiting: waiting.map(({ supplier }) => supplier),
    withoutShare,
  };
}
