import type { App } from '@slack/bolt';
import type { BotLogger } from '../../services.ts';
import { workspaceId } from '../../workspaces/installation.ts';

/** Deletes all that is kept of a workspace, as far as it is older than the moment given. */
export type ForgetWorkspace = (workspace: string, before: Date) => Promise<void>;

/**
 * The app was taken out of a workspace, or its tokens were revoked. Slack sends both, in either order, and
 * sends them again: each deletes everything, and what is not there any more is no fault. A late copy does
 * not delete what was installed anew since.
 */
export function registerUninstalled(app: App, forget: ForgetWorkspace, logger: BotLogger): void {
  const forgetSender = async (
    context: { teamId?: string | undefined; enterpriseId?: string | undefined; isEnterpriseInstall: boolean },
    seconds: number,
  ): Promise<void> => {
    const workspace = workspaceId(context);
    if (workspace === undefined) throw new Error('Slack named no workspace that the app was removed from');
    await forget(workspace, new Date(seconds * 1000 + 999));
    logger.info({ workspace }, 'the app was removed from a workspace; its data are deleted');
  };
  app.event('app_uninstalled', ({ context, body }) => forgetSender(context, body.event_time));
  app.event('tokens_revoked', async ({ context, body, event }) => {
    // Tokens of people are not asked for; only the bot's own counts.
    if ((event.tokens.bot ?? []).length > 0) await forgetSender(context, body.event_time);
  });
}
