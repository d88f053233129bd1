/** Whose something is: Slack's ids of people are told apart within one workspace only. */
export interface Person {
  readonly workspace: string;
  readonly user: string;
}

/** What can be kept of a person, and nothing else is. */
export type KeptKind = 'planned indicator' | 'result';

/** One thing kept, under a name of its own. */
export interface Kept {
  readonly item: string;
  readonly content: string;
  readonly at: Date;
}

/**
 * What the bot keeps of people between their visits, handed to it by the server: small things that they
 * asked it to keep, until they say "forget me" or half a year has gone by.
 */
export interface KeptStore {
  /** The oldest first. */
  listKept(person: Person, kind: KeptKind): Promise<readonly Kept[]>;
  /** Keeps it; what was kept under the same name stays as it is. */
  keep(person: Person, kind: KeptKind, kept: Kept): Promise<void>;
  /** Drops one thing, or without a name all of the kind. */
  dropKept(person: Person, kind: KeptKind, item?: string): Promise<void>;
  /** Drops everything of a person. Returns how many things that were. */
  forgetPerson(person: Person): Promise<number>;
  /** Drops everything of everybody in a workspace, once the bot is taken out of it. */
  forgetWorkspace(workspace: string): Promise<void>;
}
