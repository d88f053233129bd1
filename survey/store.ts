import type { Lm3Project, Supplier, SurveyAnswer } from '../core/index.ts';

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
export type MailState = 'queued' | 'sending' | 'sent' | 'written' | 'dropped' | 'failed';

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

/** What the survey remembers. Everything is kept under its project. */
export interface SurveyStore {
  createSurvey(survey: Survey, suppliers: readonly NewSupplier[]): Promise<void>;
  survey(projectId: string): Promise<Survey | undefined>;
  surveys(): Promise<readonly Survey[]>;
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
   * resolves. The same answer sent twice is kept once. False when the survey is closed.
   */
  saveAnswer(projectId: string, supplierId: string, answer: SurveyAnswer, at: number): Promise<boolean>;
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

  addAudit(projectId: string, entry: AuditEntry): Promise<void>;
  /** Oldest first. */
  audit(projectId: string): Promise<readonly AuditEntry[]>;
}
