import type { ColumnType } from 'kysely';

/** The tables as the queries see them; `migrations/` creates them. */
export interface Tables {
  seen_events: SeenEventsTable;
  surveys: SurveysTable;
  survey_suppliers: SurveySuppliersTable;
  survey_links: SurveyLinksTable;
  survey_drafts: SurveyDraftsTable;
  survey_answers: SurveyAnswersTable;
  survey_mails: SurveyMailsTable;
  survey_audit: SurveyAuditTable;
  slack_runs: SlackRunsTable;
  slack_kept: SlackKeptTable;
  slack_installations: SlackInstallationsTable;
  survey_people: SurveyPeopleTable;
  survey_keys: SurveyKeysTable;
  survey_sign_ins: SurveySignInsTable;
  survey_sessions: SurveySessionsTable;
  survey_plans: SurveyPlansTable;
  survey_packs: SurveyPacksTable;
}

/**
 * Milliseconds since 1970 in UTC: the one form of time that both engines sort alike. PostgreSQL's
 * driver hands a bigint over as text, SQLite's as a number.
 */
export type Moment = ColumnType<number | string, number, number>;
export type OptionalMoment = ColumnType<number | string | null, number | null | undefined, number | null>;

export interface SeenEventsTable {
  event_id: string;
  seen_at: Moment;
}

export interface SurveysTable {
  project_id: string;
  /** JSON. */
  details: string;
  created_at: Moment;
  closes_at: Moment;
  erase_at: Moment;
  closed_at: OptionalMoment;
  erased_at: OptionalMoment;
}

export interface SurveySuppliersTable {
  project_id: string;
  supplier_id: string;
  /** Order in the workbook. */
  place: number;
  /** JSON. */
  supplier: string;
  contact_name: string | null;
  email: string | null;
  /** The address in small letters, to tell that two suppliers have the same contact. */
  email_key: string | null;
  asked_at: OptionalMoment;
  answered_at: OptionalMoment;
  declined_at: OptionalMoment;
  opted_out_at: OptionalMoment;
  bounced_at: OptionalMoment;
  /** Version of the newest answer; 0 before the first. */
  answer_version: number;
}

export interface SurveyLinksTable {
  project_id: string;
  token_hash: string;
  supplier_id: string;
  made_at: Moment;
  expires_at: Moment;
  revoked_at: OptionalMoment;
}

export interface SurveyDraftsTable {
  project_id: string;
  supplier_id: string;
  /** JSON. */
  fields: string;
  saved_at: Moment;
}

export interface SurveyAnswersTable {
  project_id: string;
  supplier_id: string;
  version: number;
  /** JSON. */
  answer: string;
  answered_at: Moment;
}

export interface SurveyMailsTable {
  project_id: string;
  mail_id: string;
  occasion: string;
  email: string;
  email_key: string;
  /** JSON. */
  supplier_ids: string;
  state: string;
  attempts: number;
  queued_at: Moment;
  /** When it is due; for one that is being sent, when others may try. */
  next_at: Moment;
  sent_at: OptionalMoment;
  problem: string | null;
}

export interface SurveyAuditTable {
  project_id: string;
  entry_id: string;
  at: Moment;
  who: string;
  what: string;
  detail: string;
}

export interface SlackRunsTable {
  workspace: string;
  channel: string;
  /** A hash: no name of a project is kept. */
  project: string;
  person: string;
  /** 1 where everyone in the conversation was told. */
  open: number;
  /** JSON. */
  figures: string;
  run_at: Moment;
}

export interface SlackKeptTable {
  workspace: string;
  person: string;
  kind: string;
  item: string;
  /** Text or JSON, as the kind has it. */
  content: string;
  kept_at: Moment;
}

export interface SlackInstallationsTable {
  /** Of a workspace, or of an organisation where the app is installed in all of it. */
  workspace: string;
  /** Tokens, sealed by the bot. */
  sealed: string;
  installed_at: Moment;
  /** Until then one process renews the tokens. */
  renewal_until: Moment;
}

/** Who may look after a survey; `project_id` is `all` for every survey. */
export interface SurveyPeopleTable {
  project_id: string;
  email: string;
  email_key: string;
  role: string;
  added_at: Moment;
}

export interface SurveyKeysTable {
  project_id: string;
  key_id: string;
  key_hash: string;
  label: string;
  role: string;
  made_at: Moment;
  revoked_at: OptionalMoment;
}

/** Links to sign in by, of one use; `project_id` is `all`. */
export interface SurveySignInsTable {
  project_id: string;
  token_hash: string;
  /** Null: whoever started the server. */
  email: string | null;
  expires_at: Moment;
  used_at: OptionalMoment;
}

/** `project_id` is `all`. */
export interface SurveySessionsTable {
  project_id: string;
  session_hash: string;
  email: string | null;
  key_project: string | null;
  key_id: string | null;
  expires_at: Moment;
}

/** A survey that is being made, step by step. */
export interface SurveyPlansTable {
  project_id: string;
  email: string | null;
  /** JSON. */
  plan: string;
  made_at: Moment;
}

/** Facts of suppliers in columns: see `survey/supplier-pack.ts`. */
export interface SurveyPacksTable {
  project_id: string;
  part: number;
  facts: string;
}
