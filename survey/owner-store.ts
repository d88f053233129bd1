/** What a person may do with a survey; each role holds those after it. */
export type Role = 'owner' | 'editor' | 'viewer';
export const roles = ['owner', 'editor', 'viewer'] as const satisfies readonly Role[];

/** In place of a survey's number: every survey in the store, and the right to make new ones. */
export const allSurveys = 'all';

/** Somebody who may look after a survey, or after all of them. */
export interface Member {
  readonly projectId: string;
  readonly email: string;
  readonly role: Role;
  readonly addedAt: number;
}

/** A key for programs. Of the key itself only its hash is kept. */
export interface ApiKey {
  readonly projectId: string;
  readonly keyId: string;
  readonly label: string;
  readonly role: Role;
  readonly madeAt: number;
  readonly revokedAt?: number;
}

/** Who is signed in: a person, a key, or (with neither) whoever started the server. */
export interface Session {
  readonly email?: string;
  readonly key?: { readonly projectId: string; readonly keyId: string };
  readonly expiresAt: number;
}

/** What the survey remembers of those who look after it. Moments are milliseconds since 1970. */
export interface OwnerStore {
  /** Adds a person or changes its role. */
  addMember(member: Member): Promise<void>;
  /** False when there was none. */
  removeMember(projectId: string, email: string): Promise<boolean>;
  members(projectId: string): Promise<readonly Member[]>;
  /** Every survey that an address has a role on, `all` among them. */
  rolesOf(email: string): Promise<readonly Member[]>;

  addKey(key: ApiKey, keyHash: string): Promise<void>;
  keys(projectId: string): Promise<readonly ApiKey[]>;
  /** A key that was not revoked. */
  keyByHash(projectId: string, keyHash: string): Promise<ApiKey | undefined>;
  /** False when there is none that still works. */
  revokeKey(projectId: string, keyId: string, at: number): Promise<boolean>;

  /** `email` left out: for whoever started the server. */
  addSignIn(tokenHash: string, email: string | undefined, expiresAt: number): Promise<void>;
  /** True for exactly one who comes with it in time. */
  useSignIn(tokenHash: string, now: number): Promise<{ readonly email?: string } | undefined>;
  addSession(sessionHash: string, session: Session): Promise<void>;
  session(sessionHash: string, now: number): Promise<Session | undefined>;
  endSession(sessionHash: string): Promise<void>;
  /** Drops links to sign in by, sessions and unfinished surveys that are over. */
  forgetSignIns(now: number): Promise<void>;

  /** Keeps a survey that is being made, as JSON. */
  savePlan(projectId: string, email: string | undefined, plan: string, at: number): Promise<void>;
  /** `email` must be that of whoever saved it. */
  plan(projectId: string, email: string | undefined): Promise<string | undefined>;
  dropPlan(projectId: string): Promise<void>;
}
