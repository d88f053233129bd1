import type { MiddlewareHandler } from 'hono';

/**
 * Pages run no script of their own and load nothing from elsewhere, so whatever slips into one stays
 * text. `framedBy` names who may show the page inside theirs.
 */
function contentSecurityPolicy(framedBy: "'none'" | "'self'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}

/** What every answer to this path carries. */
export function securityHeadersFor(path: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(path.startsWith('/pane/') ? "'self'" : "'none'"),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

/** Sets them on whatever the app answers, errors included. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeadersFor(context.req.path))) {
    context.header(name, value);
  }
};
