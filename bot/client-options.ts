import type { WebClientOptions } from '@slack/web-api';

/**
 * How the bot calls Slack. The library's own choice is no time limit and ten tries over half an hour,
 * which would leave people without a word for as long.
 */
export function clientOptions(slackApiUrl: string | undefined): WebClientOptions {
  return {
    timeout: 10_000,
    retryConfig: { retries: 3, factor: 2, minTimeout: 500, maxTimeout: 4000 },
    ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
  };
}
