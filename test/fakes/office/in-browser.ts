import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { officeFolder } from './in-node.ts';
import type { OfficeHost } from './office-host.ts';

/** Under which path of the page's own origin Microsoft's files are served. */
const officePath = '/office-js/';

/**
 * Makes the page one inside the fake Excel: office.js finds the bridge of Excel for Mac and its own
 * files at the page's origin. To be called before the page goes anywhere.
 */
export async function putInFakeExcel(page: Page, host: OfficeHost): Promise<void> {
  await page.exposeFunction('askFakeExcel', async (json: string) => {
    const reply = await host.receive(json);
    return reply && { callbackId: reply.callbackId, payload: JSON.stringify(reply.payload) };
  });
  await page.addInitScript(bridge);
  await page.route(`**${officePath}**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(
      officeFolder,
      normalize(pathname.slice(pathname.indexOf(officePath) + officePath.length)),
    );
    if (!file.startsWith(officeFolder) || !existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') });
  });
  // Microsoft's script comes before our own, as on the page that the manifest names.
  await page.route(/\/pane\/(\?.*)?$/, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const script = `<script src="${officePath}office.js"></script>`;
    await route.fulfill({
      response: answer,
      body: html.replace('<script type="module"', `${script}<script type="module"`),
    });
  });
  // The sender of telemetry is not in the package; inside Excel it comes from Microsoft's own servers.
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
