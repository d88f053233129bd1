import type { BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { type PaneServer, servePane } from './pane-server.ts';

/** A page with the pane on it, and everything that went wrong there. */
export interface OpenPane {
  readonly page: Page;
  /** Errors and warnings of the console, breaches of the security policy, requests to other places. */
  readonly faults: readonly string[];
}

/** The built pane and a browser to open it in, for the tests of one file. */
export interface PaneStand {
  readonly ranWith: string;
  readonly server: PaneServer;
  open(options?: BrowserContextOptions): Promise<OpenPane>;
  close(): Promise<void>;
}

export async function setUpPane(): Promise<PaneStand> {
  const [server, { browser, ranWith, close }] = await Promise.all([servePane(), openBrowser()]);
  const { origin } = new URL(server.url);
  return {
    ranWith,
    server,
    async open(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()))
          faults.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`))
          faults.push(`request: ${url}`);
        if (request.method() !== 'GET') faults.push(`sent: ${request.method()} ${url}`);
      });
      await page.goto(server.url);
      return { page, faults };
    },
    async close() {
      await close();
      await server.close();
    },
  };
}
