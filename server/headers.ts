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

/**
 * The page that Excel opens says itself what it may load, as it does on any other server: office.js comes
 * before its own script. Who may show it is said here: on the web, Excel lies in several frames of
 * Microsoft's. Source: Microsoft's list of addresses of Microsoft 365; not tried with Excel on the web.
 */
const excelPage = '/pane/excel.html';
const functionList = '/pane/functions.json';
const excelPagePolicy = `frame-ancestors 'self' ${[
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.live.com',
].join(' ')}`;

function policyFor(path: string): string {
  if (path === excelPage) return excelPagePolicy;
  return contentSecurityPolicy(path.startsWith('/pane/') ? "'self'" : "'none'");
}

/** What every answer to this path carries. */
export function securityHeadersFor(path: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policyFor(path),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    // Excel on the web reads the list of functions from a page of Microsoft's. There is nothing private in it.
    ...(path === functionList ? { 'Access-Control-Allow-Origin': '*' } : {}),
  };
}

/** Sets them on whatever the app answers, errors included. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeadersFor(context.req.path))) {
    context.header(name, value);
  }
};
