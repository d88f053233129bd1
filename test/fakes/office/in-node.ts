/// <reference types="office-js" />
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import type { OfficeHost } from './office-host.ts';

/** Where Microsoft's own files are, as they were published. */
export const officeFolder = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
);

/** What tells office.js that it runs in Excel for Mac; 3 = shared runtime with custom functions. */
export const hostInfo = '_host_Info=Excel$Mac$16.01$en-US$telemetry$$$3';

/** Microsoft's own office.js, started in a page that has next to nothing but the bridge to the fake Excel. */
export interface OfficeInNode {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** The global of custom functions. */
  readonly CustomFunctions: {
    associate(id: string, custom: (...given: never[]) => unknown): void;
    readonly Error: new (code: string, message?: string) => Error;
    readonly ErrorCode: Readonly<Record<string, string>>;
  };
}

type Listener = (event: unknown) => void;

interface Script {
  readonly src: string;
  readyState?: string;
  readonly onload?: Listener;
  readonly onerror?: Listener;
  readonly onreadystatechange?: () => void;
}

/**
 * Starts the unmodified office.js on the fake Excel in a context of its own. No browser is needed:
 * office.js wants little of a page.
 */
export async function startOfficeInNode(host: OfficeHost): Promise<OfficeInNode> {
  const page = emptyPage((source) => {
    const name = source.split('/').pop()?.split('?')[0] ?? '';
    const file = /strings/.test(name) ? join('en-us', name) : name;
    // What is not in the package, such as the sender of telemetry, cannot be loaded.
    if (!existsSync(join(officeFolder, file))) return false;
    run(file);
    return true;
  });
  const context = vm.createContext(page);
  const run = (name: string) =>
    vm.runInContext(readFileSync(join(officeFolder, name), 'utf8'), context, { filename: name });
  const bridge = page as unknown as {
    webkit: unknown;
    OSF: {
      ScriptMessaging: Record<
        'agaveHostCallback' | 'agaveHostEventCallback',
        (id: string, x: unknown) => void
      >;
    };
  };
  bridge.webkit = {
    messageHandlers: {
      Agave: {
        postMessage(json: string) {
          void host.receive(json).then((reply) => {
            if (reply)
              bridge.OSF.ScriptMessaging.agaveHostCallback(reply.callbackId, inContext(reply.payload));
          });
        },
      },
    },
  };
  /** Made in the context, so that what is an array there is one for office.js too. */
  const inContext = (payload: unknown): unknown =>
    vm.runInContext(`(text) => JSON.parse(text)`, context)(JSON.stringify(payload));
  host.onEvents = (callbackId, entries) => {
    setTimeout(
      () => bridge.OSF.ScriptMessaging.agaveHostEventCallback(callbackId, inContext([entries, 33])),
      0,
    );
  };
  run('office.js');
  const office = page as unknown as OfficeInNode;
  await Promise.all([office.Office.onReady(), host.ready]);
  return office;
}

/** About as much of a page as office.js asks for before it is ready. */
function emptyPage(load: (source: string) => boolean): object {
  const listeners = new Map<string, Listener[]>();
  const listen = (name: string, listener: Listener) =>
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  const element = () => ({ style: {}, setAttribute() {}, appendChild() {}, getElementsByTagName: () => [] });
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
    clear: () => kept.clear(),
  };
  const head = {
    appendChild(script: Script) {
      queueMicrotask(() => {
        if (!load(script.src)) {
          script.onerror?.({});
          return;
        }
        script.readyState = 'loaded';
        script.onload?.({});
        script.onreadystatechange?.();
      });
    },
  };
  const address = `https://localhost/pane.html?${hostInfo}`;
  const page: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    Event,
    dispatchEvent: () => true,
    URL,
    TextDecoder,
    location: {
      href: address,
      search: `?${hostInfo}`,
      hash: '',
      protocol: 'https:',
      host: 'localhost',
      hostname: 'localhost',
      origin: 'https://localhost',
    },
    navigator: { userAgent: 'Mozilla/5.0 (Macintosh) AppleWebKit', platform: 'MacIntel', language: 'en-US' },
    history: {},
    screen: { width: 1, height: 1 },
    addEventListener: listen,
    removeEventListener() {},
    postMessage() {},
    sessionStorage: storage,
    localStorage: storage,
    document: {
      readyState: 'complete',
      URL: address,
      cookie: '',
      title: '',
      head: null,
      documentElement: element(),
      body: element(),
      addEventListener: listen,
      removeEventListener() {},
      getElementsByTagName: (tag: string) =>
        tag === 'script' ? [{ src: 'https://localhost/office/office.js', getAttribute: () => null }] : [head],
      createElement: element,
      getElementById: () => null,
      querySelector: () => null,
      hasFocus: () => true,
      visibilityState: 'visible',
      createEvent: () => ({}),
    },
  };
  for (const name of ['window', 'self', 'globalThis', 'top', 'parent']) page[name] = page;
  return page;
}
