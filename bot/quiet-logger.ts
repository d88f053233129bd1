import { type Logger, LogLevel } from '@slack/bolt';
import type { BotLogger } from './services.ts';

/**
 * Slack's libraries log through ours. Their debug lines hold whole messages and are dropped; so
 * nothing that people write reaches the log.
 */
export function quietLogger(logger: BotLogger): Logger {
  const line = (parts: unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => {},
    info: (...parts) => logger.info({ from: 'slack' }, line(parts)),
    warn: (...parts) => logger.warn({ from: 'slack' }, line(parts)),
    error: (...parts) => logger.error({ from: 'slack' }, line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
