import { WebAPIPlatformError } from '@slack/web-api';

const reasons =
  /^(not_in_channel|channel_not_found|is_archived|restricted_action\w*|access_denied|thread_locked)$/;

/** Slack says that the bot may not post in a conversation. */
export function isShutOut(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && reasons.test(error.data.error);
}
