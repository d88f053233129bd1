/** The app in one workspace, or in a whole organisation, as it is kept: its tokens sealed. */
export interface StoredInstallation {
  /** Slack's id of the workspace, or of the organisation where the app is installed in all of it. */
  readonly workspace: string;
  readonly sealed: string;
  readonly installedAt: Date;
}

/** Where installations are kept, handed to the bot by the server. */
export interface InstallationStore {
  /** Keeps it in place of an earlier one of the same workspace. */
  saveInstallation(installation: StoredInstallation): Promise<void>;
  findInstallation(workspace: string): Promise<StoredInstallation | undefined>;
  listInstallations(): Promise<readonly StoredInstallation[]>;
  /** Puts other sealed tokens in the place of `from`. False where those are no longer there. */
  replaceSealed(workspace: string, from: string, to: string): Promise<boolean>;
  /** True for one process at a time until the moment given: that one renews the tokens. */
  claimRenewal(workspace: string, now: Date, until: Date): Promise<boolean>;
  /** Deletes the installation, unless it was made after `before`. Returns whether it is gone. */
  eraseInstallation(workspace: string, before: Date): Promise<boolean>;
}
