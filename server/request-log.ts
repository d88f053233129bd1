import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from './log.ts';

/** What the pages and the log share about one request. */
export interface RequestVariables {
  /** Shown on error pages and written to the log, so that a person's report can be found there. */
  reference: string;
}

const longestPath = 200;

/** A supplier's link opens its answers, so it must not stand in a log. */
const withoutLinks = (path: string): string => path.replace(/^(\/survey\/\w\/[^/]+\/)[^/]+/, '$1[link]');

/**
 * One line for each request, without query, body, address or browser: questions that people ask, and
 * who asked them, stay out of the log.
 */
export function requestLog(logger: Logger): MiddlewareHandler<{ Variables: RequestVariables }> {
  return async (context, next) => {
    const reference = randomUUID().slice(0, 8);
    context.set('reference', reference);
    const started = performance.now();
    await next();
    const { method, path } = context.req;
    logger.info(
      {
        reference,
        method,
        path: withoutLinks(path).slice(0, longestPath),
        status: context.res.status,
        ms: Math.round(performance.now() - started),
      },
      'request',
    );
  };
}
