import pino from 'pino';
import type { LogLevel } from './config.ts';

export type Logger = pino.Logger;

/**
 * JSON lines on standard error; standard output is kept for the start-up lines. Written at once and
 * not buffered, so the last line before an end is never lost.
 */
export function createLogger(level: LogLevel): Logger {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
