import type { SlackFace } from '../bot/app.ts';
import type { Logger } from './log.ts';
import type { SlackSetting } from './slack-setting.ts';
import type { Store } from './store/store.ts';

export type { SlackFace };

/**
 * Makes the Slack face with what it needs of this process. Its code, and Slack's libraries with it,
 * are loaded only here, so that a server without Slack starts quickly and stays small.
 */
export async function openSlack(
  setting: Extract<SlackSetting, { on: true }>,
  given: {
    readonly store: Pick<Store, 'claimEvent' | 'kept' | 'runs'>;
    readonly logger: Logger;
    readonly slackApiUrl?: string;
  },
): Promise<SlackFace> {
  const { createSlackApp } = await import('../bot/app.ts');
  return await createSlackApp({
    botToken: setting.botToken.reveal(),
    ...(setting.mode === 'http'
      ? { signingSecret: setting.signingSecret.reveal() }
      : { appToken: setting.appToken.reveal() }),
    store: given.store,
    logger: given.logger,
    ...(given.slackApiUrl === undefined ? {} : { slackApiUrl: given.slackApiUrl }),
  });
}
