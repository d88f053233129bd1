import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { BotLogger } from '../services.ts';
import {
  type AccessAnswer,
  accessAnswer,
  type Installation,
  readInstallation,
  tokensOf,
  workspaceId,
} from './installation.ts';
import type { InstallationStore, StoredInstallation } from './installation-store.ts';
import type { Seal } from './seal.ts';

/** A token that ends within this time is renewed first. */
const renewAheadMs = 30 * 60 * 1000;
/** How long one process has for a renewal before another may try. */
const renewalMs = 30_000;

export interface InstallationsOptions {
  readonly store: InstallationStore;
  readonly seal: Seal;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientOptions: WebClientOptions;
  readonly logger: BotLogger;
  readonly now?: () => number;
}

/** The workspaces that the app is installed in, and their tokens. */
export class Installations {
  readonly #given: InstallationsOptions;
  readonly #client: WebClient;
  readonly #now: () => number;
  /** Renewals of this process under way, by workspace. */
  readonly #renewals = new Map<string, Promise<Installation>>();

  constructor(given: InstallationsOptions) {
    this.#given = given;
    this.#client = new WebClient(undefined, given.clientOptions);
    this.#now = given.now ?? Date.now;
  }

  /**
   * Trades the code that Slack sends a person back with for tokens, and keeps them.
   *
   * @throws what `mayKeep` throws, before anything is kept
   */
  async install(
    code: string,
    redirectUri: string,
    mayKeep: (answer: AccessAnswer) => void,
  ): Promise<{ readonly workspace: string; readonly name: string }> {
    const answer = await this.#access({ code, redirect_uri: redirectUri });
    mayKeep(answer);
    const { team, enterprise, is_enterprise_install: isEnterpriseInstall } = answer;
    const workspace = workspaceId({ teamId: team?.id, enterpriseId: enterprise?.id, isEnterpriseInstall });
    if (workspace === undefined) throw new Error('Slack named no workspace that the app was installed in');
    const installation: Installation = {
      ...tokensOf(answer, this.#now()),
      botId: await this.#botIdOf(answer.access_token),
      botUserId: answer.bot_user_id,
      teamId: team?.id,
      enterpriseId: enterprise?.id,
    };
    await this.#given.store.saveInstallation({
      workspace,
      sealed: this.#sealed(workspace, installation),
      installedAt: new Date(this.#now()),
    });
    this.#given.logger.info({ workspace }, 'the app was installed');
    return { workspace, name: (isEnterpriseInstall === true ? enterprise?.name : team?.name) ?? workspace };
  }

  /**
   * How to speak in a workspace, with a token that is good for a while.
   *
   * @throws when the app is not installed there, or its tokens cannot be opened or renewed
   */
  async find(workspace: string): Promise<Installation> {
    const stored = await this.#stored(workspace);
    const installation = this.#opened(stored);
    const { expiresAt, refreshToken } = installation;
    if (expiresAt === undefined || refreshToken === undefined) return installation;
    if (expiresAt - this.#now() > renewAheadMs) return installation;
    const underWay = this.#renewals.get(workspace);
    if (underWay !== undefined) return await underWay;
    const renewal = this.#renew(stored, installation, refreshToken).finally(() =>
      this.#renewals.delete(workspace),
    );
    this.#renewals.set(workspace, renewal);
    return await renewal;
  }

  /** Whether the app was installed there anew after that moment. */
  async isInstalledSince(workspace: string, moment: Date): Promise<boolean> {
    const stored = await this.#given.store.findInstallation(workspace);
    return stored !== undefined && stored.installedAt > moment;
  }

  /** Forgets the tokens of a workspace, unless it was installed after that moment. */
  async erase(workspace: string, before: Date): Promise<boolean> {
    return await this.#given.store.eraseInstallation(workspace, before);
  }

  /** Seals with the first key what older ones sealed, so that those can be taken away. Returns how many. */
  async sealAnew(): Promise<number> {
    const { store, seal } = this.#given;
    let changed = 0;
    for (const { workspace, sealed } of await store.listInstallations()) {
      if (seal.isCurrent(sealed)) continue;
      const anew = seal.seal(workspace, seal.open(workspace, sealed));
      if (await store.replaceSealed(workspace, sealed, anew)) changed += 1;
    }
    return changed;
  }

  async #renew(stored: StoredInstallation, old: Installation, refreshToken: string): Promise<Installation> {
    const { store, logger } = this.#given;
    const { workspace, sealed } = stored;
    const now = this.#now();
    const stillGood = (old.expiresAt ?? 0) > now;
    if (!(await store.claimRenewal(workspace, new Date(now), new Date(now + renewalMs)))) {
      // Another process is at it. The old token is good until its own end.
      if (stillGood) return old;
      throw new Error(`the token of ${workspace} has ended and is being renewed`);
    }
    try {
      const answer = await this.#access({ grant_type: 'refresh_token', refresh_token: refreshToken });
      const renewed = { ...old, ...tokensOf(answer, now) };
      await store.replaceSealed(workspace, sealed, this.#sealed(workspace, renewed));
      return renewed;
    } catch (error) {
      logger.error({ err: error, workspace }, 'the token of a workspace could not be renewed');
      if (stillGood) return old;
      throw error;
    }
  }

  async #stored(workspace: string): Promise<StoredInstallation> {
    const stored = await this.#given.store.findInstallation(workspace);
    if (stored === undefined) throw new Error(`the app is not installed in ${workspace}`);
    return stored;
  }

  #opened({ workspace, sealed }: StoredInstallation): Installation {
    return readInstallation(this.#given.seal.open(workspace, sealed));
  }

  #sealed(workspace: string, installation: Installation): string {
    return this.#given.seal.seal(workspace, JSON.stringify(installation));
  }

  async #access(
    given: { code: string; redirect_uri: string } | { grant_type: 'refresh_token'; refresh_token: string },
  ) {
    const { clientId: client_id, clientSecret: client_secret } = this.#given;
    return accessAnswer.parse(await this.#client.oauth.v2.access({ client_id, client_secret, ...given }));
  }

  async #botIdOf(token: string): Promise<string | undefined> {
    return (await this.#client.auth.test({ token })).bot_id;
  }
}
