import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
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
  /** @param prepare does something to the page before it goes anywhere, and says what comes after its address */
  open(options?: BrowserContextOptions, prepare?: (page: Page) => Promise<string>): Promise<OpenPane>;
  close(): Promise<void>;
}

export async function setUpPane(): Promise<PaneStand> {
  const [server, { browser, ranWith, close }] = await Promise.all([servePane(), openBrowser()]);
  const { origin } = new URL(server.url);
  return {
    ranWith,
    server,
    async open(options = {}, prepare = async () => '') {
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
      await page.goto(`${server.url}${await prepare(page)}`);
      return { page, faults };
    },
    async close() {
      await close();
      await server.close();
    },
  };
}

/**
 * A fresh pane for every test of the file that calls this at its top. Whatever a test does, nothing may
 * leave the page's origin or break its security policy.
 */
export function paneForEachTest(): OpenPane {
  let stand: PaneStand;
  let pane: OpenPane;
  beforeAll(async () => {
    stand = await setUpPane();
  });
  afterAll(() => stand.close());
  beforeEach(async ({ task }) => {
    task.meta.ranWith = [stand.ranWith];
    pane = await stand.open();
  });
  afterEach(async () => {
    await pane.page.context().close();
    expect([...pane.faults, ...stand.server.breaches]).toEqual([]);
  });
  return {
    get page() {
      return pane.page;
    },
    get faults() {
      return pane.faults;
    },
  };
}
