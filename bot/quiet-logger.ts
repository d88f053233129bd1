import { type Logger, LogLevel } from '@slack/bolt';
import type { BotLogger } from './services.ts';

/**
 * Slack's libraries log through ours. Their debug lines hold whole messages and requests, so those
 * are dropped whatever level the server logs at: nothing that people write reaches the log.
 */
export function quietLogger(logger: BotLogger): Logger {
  const line = (parts: unknown[]): string =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => {},
    info: (...parts) => logger.info({ from: 'slack library' }, line(parts)),
    warn: (...parts) => logger.warn({ from: 'slack library' }, line(parts)),
    error: (...parts) => logger.error({ from: 'slack library' }, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
