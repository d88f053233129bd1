import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { WebAPIPlatformError } from '@slack/web-api';
import manifest from '../manifest.json' with { type: 'json' };
import type { BotLogger, BotStore } from '../services.ts';
import type { Installations } from './installations.ts';

/** A person has this long to agree in Slack. */
const stateMs = 10 * 60 * 1000;

/** What the person who installs the app is told at the end. */
export interface InstallOutcome {
  readonly ok: boolean;
  readonly title: string;
  readonly advice: string;
}

export interface InstallFlowOptions {
  readonly installations: Installations;
  readonly store: Pick<BotStore, 'claimEvent'>;
  readonly logger: BotLogger;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Slack sends the person back to. */
  readonly redirectUri: string;
  readonly now?: () => number;
}

/** A reason not to install, in words for the person who tried. */
class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

const again = 'Begin again from the installation page.';

/**
 * Installs the app in a workspace or a whole organisation. A state says that it was begun here, not long
 * ago, and is good once.
 */
export class InstallFlow {
  readonly #given: InstallFlowOptions;
  readonly #now: () => number;

  constructor(given: InstallFlowOptions) {
    this.#given = given;
    this.#now = given.now ?? Date.now;
  }

  /** Slack's own page, where the person sees what the app asks for and agrees. */
  begin(): string {
    const { clientId, redirectUri } = this.#given;
    const address = new URL('https://slack.com/oauth/v2/authorize');
    address.searchParams.set('client_id', clientId);
    address.searchParams.set('scope', manifest.oauth_config.scopes.bot.join(','));
    address.searchParams.set('redirect_uri', redirectUri);
    const begun = `${this.#now().toString(36)}-${randomBytes(16).toString('base64url')}`;
    address.searchParams.set('state', `${begun}.${this.#signed(begun)}`);
    return String(address);
  }

  /** What Slack sent the person back with. */
  async finish(query: {
    readonly code?: string | undefined;
    readonly state?: string | undefined;
    readonly error?: string | undefined;
  }): Promise<InstallOutcome> {
    const { installations, redirectUri, logger } = this.#given;
    try {
      if (query.error !== undefined)
        throw new NotInstalled('It was not agreed to in Slack. Nothing was installed.');
      if (query.code === undefined) throw new NotInstalled(`Slack sent no code. ${again}`);
      if (query.state !== undefined) await this.#useState(query.state);
      const { name } = await installations.install(query.code, redirectUri, (answer) => {
        // Slack's admin pages install in a whole organisation without coming here first: only they may do so.
        if (query.state === undefined && answer.is_enterprise_install !== true)
          throw new NotInstalled(`It was not begun on this server. ${again}`);
      });
      return {
        ok: true,
        title: `Local Pound is installed in ${name}`,
        advice: 'Open Slack and send it a message, or type /lm3 help.',
      };
    } catch (error) {
      const title = 'Local Pound was not installed';
      if (error instanceof NotInstalled) return { ok: false, title, advice: error.message };
      logger.error({ err: error }, 'an installation failed');
      const refused = error instanceof WebAPIPlatformError;
      const advice = refused
        ? `Slack did not accept it. ${again}`
        : 'Something went wrong on this server. Try again.';
      return { ok: false, title, advice };
    }
  }

  async #useState(state: string): Promise<void> {
    const [begun = '', signature = ''] = state.split('.');
    const [mine, given] = [Buffer.from(this.#signed(begun)), Buffer.from(signature)];
    if (mine.length !== given.length || !timingSafeEqual(mine, given))
      throw new NotInstalled(`It was not begun on this server. ${again}`);
    const age = this.#now() - Number.parseInt(begun.split('-', 1)[0] ?? '', 36);
    if (!(age >= 0 && age <= stateMs)) throw new NotInstalled(`It was begun too long ago. ${again}`);
    if (!(await this.#given.store.claimEvent(`install ${begun}`, new Date(this.#now()))))
      throw new NotInstalled(`This address has been used already. ${again}`);
  }

  #signed(begun: string): string {
    return createHmac('sha256', this.#given.clientSecret).update(`install ${begun}`).digest('base64url');
  }
}
