import type { Lm3Project, Supplier, SurveyAnswer } from '../core/index.ts';
import type { OwnerStore } from './owner-store.ts';

/** One survey: what a buyer asks its suppliers about one project. Moments are milliseconds since 1970. */
export interface Survey {
  readonly projectId: string;
  /** Who asks, as suppliers know it. */
  readonly name: string;
  readonly area: string;
  readonly period: string;
  /** Whom suppliers can ask, with how to reach them. */
  readonly contact: string;
  /** The LM3 project without its suppliers, as it was read from the workbook. */
  readonly project: Omit<Lm3Project, 'suppliers'>;
  readonly createdAt: number;
  /** Until then links work. */
  readonly closesAt: number;
  /** When names, addresses and links are erased. */
  readonly eraseAt: number;
  /** Whether suppliers may download their own result for bids; they may unless it says `false`. */
  readonly bids?: boolean;
  readonly closedAt?: number;
  readonly erasedAt?: number;
}

/** A supplier as it is asked. */
export interface NewSupplier {
  readonly supplierId: string;
  /** The supplier as LM3 counts it, before its answer. */
  readonly supplier: Supplier;
  readonly contactName?: string;
  readonly email?: string;
}

/** A supplier and where it stands. */
export interface SurveySupplier extends NewSupplier {
  readonly projectId: string;
  readonly askedAt?: number;
  readonly answeredAt?: number;
  readonly declinedAt?: number;
  readonly optedOutAt?: number;
  /** A mail to its address came back. */
  readonly bouncedAt?: number;
  /** The newest answer; those before it are its history. */
  readonly answer?: SurveyAnswer;
}

/** What was typed so far, by the names of the fields. */
export type Draft = Readonly<Record<string, string>>;

export interface Mail {
  readonly projectId: string;
  readonly mailId: string;
  /** `invitation`, `reminder 1` and so on: a person gets one mail for each. */
  readonly occasion: string;
  readonly email: string;
  readonly supplierIds: readonly string[];
}

/**
 * `written` is a mail that was put in a folder because no mail server is set; `dropped` one that was
 * not needed any more when its turn came.
 */
export type MailState = (typeof mailStates)[number];
export const mailStates = ['queued', 'sending', 'sent', 'written', 'dropped', 'failed'] as const;

export interface MailRecord extends Mail {
  readonly state: MailState;
  readonly attempts: number;
  readonly sentAt?: number;
  /** Why the last attempt failed. */
  readonly problem?: string;
}

export interface AuditEntry {
  readonly at: number;
  /** `supplier`, `server`, or the owner's name at the command line or the page. */
  readonly who: string;
  readonly what: string;
  /** Never an answer. */
  readonly detail: string;
}

/** What can be said of a supplier at a glance. */
export type Standing = 'silent' | 'answered' | 'declined' | 'optedOut' | 'bounced' | 'withoutEmail';
export const standings = [
  'silent',
  'answered',
  'declined',
  'optedOut',
  'bounced',
  'withoutEmail',
] as const satisfies readonly Standing[];

/** A newest answer and the kind of supplier it comes from. */
export interface AnswerOfKind {
  readonly supplierId: string;
  readonly answer: SurveyAnswer;
  readonly local: boolean;
}

export type StandingCounts = Readonly<Record<Exclude<Standing, 'silent'>, number>>;

/** A survey as its figures need it: read quickly for 140,000 suppliers, without contacts. */
export interface SurveyFacts {
  /** In the order of the workbook. */
  readonly suppliers: readonly Supplier[];
  /** The newest answers, by the supplier's place in the workbook. */
  readonly answers: readonly {
    readonly place: number;
    readonly supplierId: string;
    readonly answer: SurveyAnswer;
    readonly answeredAt: number;
  }[];
  /** Places of suppliers that declined. */
  readonly declined: readonly number[];
}

/** What the survey remembers. Everything is kept under its project. */
export interface SurveyStore extends OwnerStore {
  createSurvey(survey: Survey, suppliers: readonly NewSupplier[]): Promise<void>;
  survey(projectId: string): Promise<Survey | undefined>;
  surveys(): Promise<readonly Survey[]>;
  /** Changes what is given and leaves the rest. */
  changeSurvey(
    projectId: string,
    changes: Partial<Pick<Survey, 'contact' | 'closesAt' | 'eraseAt' | 'bids'>>,
  ): Promise<void>;
  /** False when it was closed already. */
  closeSurvey(projectId: string, at: number): Promise<boolean>;
  /**
   * Takes out contact names, addresses, mails, links, drafts, postcodes of answers and the answers
   * before the newest. What LM3 needs stays.
   */
  eraseSurvey(projectId: string, at: number): Promise<void>;

  /** In the order of the workbook. */
  suppliers(projectId: string): Promise<readonly SurveySupplier[]>;
  supplier(projectId: string, supplierId: string): Promise<SurveySupplier | undefined>;
  facts(projectId: string): Promise<SurveyFacts>;
  newestAnswers(projectId: string): Promise<readonly AnswerOfKind[]>;
  /** How many suppliers are in each standing but silence; one may be in several. */
  standingCounts(projectId: string): Promise<StandingCounts>;
  /** Places in the workbook of suppliers in a standing. */
  placesOf(projectId: string, standing: Standing): Promise<readonly number[]>;
  /** The suppliers at some places, at most a few hundred, in the order of the places given. */
  suppliersAt(projectId: string, places: readonly number[]): Promise<readonly SurveySupplier[]>;
  /** Another contact. A new address is one that no mail came back from and nobody was asked at. */
  setContact(
    projectId: string,
    supplierId: string,
    contact: { readonly contactName?: string; readonly email?: string },
  ): Promise<void>;
  /** Mail to this address comes back: it gets no more. Returns how many suppliers it belongs to. */
  markBounced(projectId: string, email: string, at: number): Promise<number>;
  /** Mail goes to this address again. */
  clearBounce(projectId: string, email: string): Promise<void>;

  addLink(link: {
    readonly projectId: string;
    readonly tokenHash: string;
    readonly supplierId: string;
    readonly madeAt: number;
    readonly expiresAt: number;
  }): Promise<void>;
  /** The supplier that a link belongs to, while it is neither expired nor revoked. */
  supplierByLink(projectId: string, tokenHash: string, now: number): Promise<SurveySupplier | undefined>;
  /** Returns how many links stopped working. */
  revokeLinks(projectId: string, supplierId: string, at: number): Promise<number>;

  saveDraft(projectId: string, supplierId: string, draft: Draft, at: number): Promise<void>;
  draft(projectId: string, supplierId: string): Promise<Draft | undefined>;
  /**
   * Keeps an answer; those before it stay as history. The answer is on disk before the promise
   * resolves, and so is the line in the audit where one is given. The same answer sent twice is kept
   * once. False when the survey is closed.
   */
  saveAnswer(
    projectId: string,
    supplierId: string,
    answer: SurveyAnswer,
    at: number,
    audit?: AuditEntry,
  ): Promise<boolean>;
  /** Oldest first. */
  answerHistory(
    projectId: string,
    supplierId: string,
  ): Promise<readonly { readonly answer: SurveyAnswer; readonly answeredAt: number }[]>;
  decline(projectId: string, supplierId: string, at: number): Promise<void>;
  /** No more mail in this project for whoever has this supplier's address. */
  optOut(projectId: string, supplierId: string, at: number): Promise<void>;

  /** Puts mails in the queue; a person who has one for the occasion gets no second. Returns how many were new. */
  queueMails(mails: readonly Mail[], at: number): Promise<number>;
  /** The next mail that is due, kept from other senders until `until`. */
  claimMail(projectId: string, now: number, until: number): Promise<MailRecord | undefined>;
  mailDone(mail: Mail, state: 'sent' | 'written' | 'dropped', at: number): Promise<void>;
  /** `retryAt` undefined: it is not tried again. */
  mailFailed(mail: Mail, problem: string, retryAt: number | undefined): Promise<void>;
  mails(projectId: string): Promise<readonly MailRecord[]>;
  mailCounts(projectId: string): Promise<Readonly<Record<MailState, number>>>;
  /** Newest first; `state` left out: of any. */
  mailPage(
    projectId: string,
    page: { readonly state?: MailState; readonly from: number; readonly most: number },
  ): Promise<readonly MailRecord[]>;
  /** The occasions that mails were queued for. */
  occasions(projectId: string): Promise<readonly string[]>;

  addAudit(projectId: string, entry: AuditEntry): Promise<void>;
  /** Newest first, at most so many. */
  newestAudit(projectId: string, most: number): Promise<readonly AuditEntry[]>;
  /** Oldest first. */
  audit(projectId: string): Promise<readonly AuditEntry[]>;
}
