import type { SlackFace } from '../bot/app.ts';
import type { BotMetrics } from '../bot/metrics.ts';
import type { Logger } from './log.ts';
import type { InstallsSetting } from './slack-installs-setting.ts';
import type { SlackSetting } from './slack-setting.ts';
import type { Store } from './store/store.ts';

export type { SlackFace };

/** What the bot keeps, and where the tokens of workspaces are. */
type SlackStore = Pick<Store, 'claimEvent' | 'kept' | 'runs' | 'installations'>;

/**
 * Makes the Slack face with what it needs of this process. Its code, and Slack's libraries with it,
 * are loaded only here, so that a server without Slack starts quickly and stays small.
 */
export async function openSlack(
  setting: Extract<SlackSetting, { on: true }>,
  given: {
    readonly store: SlackStore;
    readonly logger: Logger;
    readonly metrics?: BotMetrics;
    readonly slackApiUrl?: string;
  },
): Promise<SlackFace> {
  const { createSlackApp } = await import('../bot/app.ts');
  const { store, logger, metrics, slackApiUrl } = given;
  return await createSlackApp({
    ...('botToken' in setting
      ? { botToken: setting.botToken.reveal() }
      : { installs: revealed(setting.installs, store) }),
    ...(setting.mode === 'http'
      ? { signingSecret: setting.signingSecret.reveal() }
      : { appToken: setting.appToken.reveal() }),
    store,
    logger,
    ...(metrics === undefined ? {} : { metrics }),
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  });
}

function revealed({ clientId, clientSecret, redirectUri, keys }: InstallsSetting, store: SlackStore) {
  return {
    clientId,
    clientSecret: clientSecret.reveal(),
    redirectUri,
    keys: keys.map(({ id, key }) => ({ id, bytes: Buffer.from(key.reveal(), 'base64') })),
    store: store.installations,
  };
}
