import {
  type ChaseList,
  chasePrepared,
  computePrepared,
  exactSum,
  type Lm3Project,
  type Lm3Result,
  type Outcome,
  prepareLm3,
  type Supplier,
} from '../../core/index.ts';
import type { MailRecord, MailState, StandingCounts, Survey, SurveyFacts, SurveyStore } from '../store.ts';
import { surveyProject } from './survey-project.ts';

/** How a survey stands. No supplier's figure is in it. */
export interface SurveyStatus {
  readonly survey: Survey;
  readonly suppliers: number;
  /** Answers that came, whether or not they count yet. */
  readonly answered: { readonly count: number; readonly shareOfSpend: number };
  readonly waiting: number;
  readonly withoutShare: number;
  /** How many declined, want no mail, have no address and so on. */
  readonly standing: StandingCounts;
  readonly mails: Readonly<Record<MailState, number>>;
  /** The newest of them. */
  readonly failedMails: readonly MailRecord[];
  readonly chase: ChaseList;
  readonly lm3: LiveLm3;
}

/** LM3 as far as the answers go, without the workings and the lists that name suppliers' figures. */
export type LiveLm3 = Pick<
  Lm3Result,
  | 'lm3'
  | 'lm2'
  | 'round1'
  | 'round2'
  | 'round3'
  | 'responseRate'
  | 'answers'
  | 'rating'
  | 'ratingParts'
  | 'interval'
  | 'intervalReason'
  | 'bounds'
>;

/** Reads how a survey stands now. Undefined: there is no such survey. */
export async function surveyStatus(
  store: SurveyStore,
  projectId: string,
  options: { readonly leaveOutGuesses?: boolean } = {},
): Promise<Outcome<SurveyStatus> | undefined> {
  const survey = await store.survey(projectId);
  if (survey === undefined) return undefined;
  const [facts, standing, mails, failedMails] = await Promise.all([
    store.facts(projectId),
    store.standingCounts(projectId),
    store.mailCounts(projectId),
    store.mailPage(projectId, { state: 'failed', from: 0, most: failedListed }),
  ]);
  return statusOf(survey, facts, { standing, mails, failedMails }, options);
}

/** As many failed mails are listed. */
const failedListed = 100;

function statusOf(
  survey: Survey,
  facts: SurveyFacts,
  { standing, mails, failedMails }: Pick<SurveyStatus, 'standing' | 'mails' | 'failedMails'>,
  options: { readonly leaveOutGuesses?: boolean },
): Outcome<SurveyStatus> {
  const { project, waiting, withoutShare } = surveyProject(survey, facts, options);
  const prepared = prepareLm3(project);
  const computed = computePrepared(prepared);
  if (!computed.ok) return computed;
  const { suppliers } = facts;
  const all = exactSum(suppliers.map(({ spend }) => Math.max(0, spend)));
  const answered = exactSum(facts.answers.map(({ place }) => Math.max(0, suppliers[place]?.spend ?? 0)));
  const value: SurveyStatus = {
    survey,
    suppliers: suppliers.length,
    answered: { count: facts.answers.length, shareOfSpend: all === 0 ? 1 : answered / all },
    waiting,
    withoutShare,
    standing,
    mails,
    failedMails,
    chase: chasePrepared(prepared, notSilent(project.suppliers, facts)),
    lm3: liveLm3(computed.value),
  };
  return { ok: true, value, issues: computed.issues };
}

/** Whoever has answered or declined is not chased, counted or not. */
function notSilent(
  suppliers: Lm3Project['suppliers'],
  { answers, declined }: SurveyFacts,
): ReadonlySet<Supplier> {
  const places = [...answers.map(({ place }) => place), ...declined];
  return new Set(places.flatMap((place) => suppliers[place] ?? []));
}

function liveLm3(result: Lm3Result): LiveLm3 {
  const { lm3, lm2, round1, round2, round3, responseRate, answers, rating, ratingParts, interval, bounds } =
    result;
  const { intervalReason } = result;
  return {
    lm3,
    lm2,
    round1,
    round2,
    round3,
    responseRate,
    answers,
    rating,
    ratingParts,
    interval,
    ...(intervalReason === undefined ? {} : { intervalReason }),
    bounds,
  };
}

/** A status for programs: without the project it rests on and without addresses. */
export function statusJson(status: SurveyStatus): object {
  const { survey, failedMails, ...rest } = status;
  const { project: _, ...about } = survey;
  return { survey: about, ...rest, failedMails: failedMails.length };
}
