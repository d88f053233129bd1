import {
  type ChaseList,
  chaseList,
  computeLm3,
  exactSum,
  type Lm3Result,
  type Outcome,
} from '../../core/index.ts';
import type { MailRecord, MailState, Survey, SurveyStore, SurveySupplier } from '../store.ts';
import { surveyProject } from './survey-project.ts';

/** How a survey stands. No supplier's figure is in it. */
export interface SurveyStatus {
  readonly survey: Survey;
  readonly suppliers: number;
  /** Answers that came, whether or not they count yet. */
  readonly answered: { readonly count: number; readonly shareOfSpend: number };
  readonly waiting: number;
  readonly withoutShare: number;
  readonly declined: number;
  readonly optedOut: number;
  readonly withoutEmail: number;
  readonly mails: Readonly<Record<MailState, number>>;
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
  const [suppliers, mails] = await Promise.all([store.suppliers(projectId), store.mails(projectId)]);
  return statusOf(survey, suppliers, mails, options);
}

function statusOf(
  survey: Survey,
  suppliers: readonly SurveySupplier[],
  mails: readonly MailRecord[],
  options: { readonly leaveOutGuesses?: boolean },
): Outcome<SurveyStatus> {
  const { project, waiting, withoutShare } = surveyProject(survey, suppliers, options);
  const computed = computeLm3(project);
  if (!computed.ok) return computed;
  const spendOf = (some: readonly SurveySupplier[]) =>
    exactSum(some.map(({ supplier }) => Math.max(0, supplier.spend)));
  const answered = suppliers.filter(({ answer }) => answer !== undefined);
  const all = spendOf(suppliers);
  const count = (state: MailState) => mails.filter((mail) => mail.state === state).length;
  const value: SurveyStatus = {
    survey,
    suppliers: suppliers.length,
    answered: { count: answered.length, shareOfSpend: all === 0 ? 1 : spendOf(answered) / all },
    waiting: waiting.length,
    withoutShare: withoutShare.length,
    declined: suppliers.filter(({ declinedAt }) => declinedAt !== undefined).length,
    optedOut: suppliers.filter(({ optedOutAt }) => optedOutAt !== undefined).length,
    withoutEmail: suppliers.filter(({ email }) => email === undefined).length,
    mails: {
      queued: count('queued'),
      sending: count('sending'),
      sent: count('sent'),
      written: count('written'),
      dropped: count('dropped'),
      failed: count('failed'),
    },
    failedMails: mails.filter(({ state }) => state === 'failed'),
    chase: chaseList({ ...project, suppliers: stillSilent(project.suppliers, suppliers) }),
    lm3: liveLm3(computed.value),
  };
  return { ok: true, value, issues: computed.issues };
}

/** Whoever has answered is not chased, counted or not. Only who is silent is read from this list. */
function stillSilent(
  counted: ReturnType<typeof surveyProject>['project']['suppliers'],
  suppliers: readonly SurveySupplier[],
): ReturnType<typeof surveyProject>['project']['suppliers'] {
  return counted.map((supplier, place) =>
    suppliers[place]?.answer === undefined && suppliers[place]?.declinedAt === undefined
      ? supplier
      : { ...supplier, respendShare: 0 },
  );
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
