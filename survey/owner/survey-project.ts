import {
  buyerMaySee,
  countedAnswers,
  itemMeans,
  type Lm3Project,
  qualityOf,
  respendShareOf,
} from '../../core/index.ts';
import type { Survey, SurveyFacts } from '../store.ts';

/** The LM3 project as far as suppliers have answered. Made for computing: it holds every counted share. */
export interface SurveyProject {
  readonly project: Lm3Project;
  /** Suppliers whose share counts but may not be shown singly, by their place in the project. */
  readonly hidden: ReadonlySet<number>;
  /** How many answered, kept private, and do not count yet since too few others did. */
  readonly waiting: number;
  /** How many answered too little for a share. */
  readonly withoutShare: number;
}

/**
 * Puts the newest answers into the project. A share that was in the workbook from the start counts as
 * it is, until its supplier answers.
 *
 * @param leaveOutGuesses a run without answers that their suppliers call rough guesses (quality C)
 */
export function surveyProject(
  survey: Survey,
  facts: SurveyFacts,
  { leaveOutGuesses = false }: { readonly leaveOutGuesses?: boolean } = {},
): SurveyProject {
  const suppliers = [...facts.suppliers];
  const isLocal = (place: number): boolean => suppliers[place]?.local === true;
  const answers = facts.answers.map(({ answer, place }) => ({ answer, local: isLocal(place) }));
  const means = { local: itemMeans(answers, true), distant: itemMeans(answers, false) };
  let withoutShare = 0;
  const found = facts.answers.flatMap(({ place, answer, answeredAt }) => {
    if (leaveOutGuesses && qualityOf(answer) === 'C') return [];
    const local = isLocal(place);
    const share = respendShareOf(answer, local ? means.local : means.distant);
    if (share === null) {
      withoutShare += 1;
      return [];
    }
    const category = suppliers[place]?.category ?? '';
    const group = survey.project.settings.categoryStrata ? `${local} ${category}` : String(local);
    // Parts that are each divided by their total may miss 1 by the last binary digit.
    return [{ group, shown: buyerMaySee(answer), answeredAt, place, share: Math.min(1, share.share.value) }];
  });
  const { counted, waiting } = countedAnswers(found, survey.closedAt !== undefined);
  const setShare = (place: number, respendShare: number | null): void => {
    const supplier = suppliers[place];
    if (supplier !== undefined) suppliers[place] = { ...supplier, respendShare };
  };
  for (const { place } of facts.answers) setShare(place, null);
  for (const { place, share } of counted) setShare(place, share);
  return {
    project: { ...survey.project, suppliers },
    hidden: new Set(counted.filter(({ shown }) => !shown).map(({ place }) => place)),
    waiting: waiting.length,
    withoutShare,
  };
}
