import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { officeFolder } from './in-node.ts';
import type { OfficeHost } from './office-host.ts';

/** Where the page for Excel takes office.js from. */
export const microsoft = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Stands in for Microsoft's server, with what its package holds; nothing is asked of the real one. */
export async function serveOfficeJs(page: Page): Promise<void> {
  await page.route(`${microsoft}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(officeFolder, normalize(pathname.slice(new URL(microsoft).pathname.length)));
    if (!file.startsWith(officeFolder) || !existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) });
  });
}

/**
 * Makes the page one inside the fake Excel: office.js finds the bridge of Excel for Mac. To be called before the page goes anywhere.
 */
export async function putInFakeExcel(page: Page, host: OfficeHost): Promise<void> {
  await page.exposeFunction('askFakeExcel', async (json: string) => {
    const reply = await host.receive(json);
    return reply && { callbackId: reply.callbackId, payload: JSON.stringify(reply.payload) };
  });
  await page.addInitScript(bridge);
  host.onEvents = (callbackId, entries) => {
    void page
      .evaluate(({ id, pushed }) => globalThis.OSF.ScriptMessaging.agaveHostEventCallback(id, [pushed, 33]), {
        id: callbackId,
        pushed: entries,
      })
      .catch(() => {
        // The page may be gone by then.
      });
  };
}

/** Runs in the page, before anything of it. */
function bridge(): void {
  Object.assign(globalThis, {
    webkit: {
      messageHandlers: {
        Agave: {
          postMessage(json: string) {
            void globalThis.askFakeExcel(json).then((reply) => {
              if (reply)
                globalThis.OSF.ScriptMessaging.agaveHostCallback(reply.callbackId, JSON.parse(reply.payload));
            });
          },
        },
      },
    },
  });
}

declare global {
  var askFakeExcel: (json: string) => Promise<{ callbackId: string; payload: string } | undefined>;
  var OSF: {
    ScriptMessaging: {
      agaveHostCallback(callbackId: string, payload: unknown): void;
      agaveHostEventCallback(callbackId: string, payload: unknown): void;
    };
  };
}
