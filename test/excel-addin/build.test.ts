import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PaneServer, servePane } from '../fakes/pane-server.ts';

let pane: PaneServer;
let html: string;

beforeAll(async () => {
  pane = await servePane();
  html = readFileSync(join(pane.folder, 'index.html'), 'utf8');
});
afterAll(() => pane.close());

const contentOf = (name: string): string => readFileSync(join(pane.folder, name), 'utf8');
const packedBytes = (names: readonly string[]): number =>
  names.reduce((total, name) => total + gzipSync(contentOf(name)).length, 0);
const asset = (pattern: RegExp): string[] =>
  readdirSync(join(pane.folder, 'assets'))
    .filter((name) => pattern.test(name))
    .map((name) => `assets/${name}`);

/** These files with all that they cannot begin without; what they fetch later is not among it. */
function withWhatTheyImport(names: readonly string[]): string[] {
  const all = new Set(names);
  for (const name of all) {
    for (const [, file] of contentOf(name).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
      all.add(`assets/${file}`);
    }
  }
  return [...all];
}

/** The code of custom functions: inside Excel it is fetched when a cell asks for it, and nowhere else. */
const functionParts = /^(money|places|tenants|indicators|thresholds|cells|remember)-/;
/** What the pane has inside Excel only. */
const excelParts =
  /^(start|start-in-excel|office|run-excel|keep-values|given-cells|report-pieces|pane-settings)-/;

/** What questions are answered from, with its index: fetched when the first question is asked. */
const knowledge = /^answer-/;

/** A sentence of the library that writes workbooks, by which its code is known again. */
const sentenceOfExceljs = 'Cannot merge already merged cells';

describe('the built pane', () => {
  const first = (): string[] => [
    'index.html',
    ...new Set([...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => match[1] ?? '')),
  ];

  it('is small at first load', () => {
    expect(first().length).toBeGreaterThanOrEqual(4);
    expect(packedBytes(first())).toBeLessThan(20_000);
  });

  it('is small up to the first result, and small with all of its own code', () => {
    const worker = asset(/^worker-/);
    expect(worker).toHaveLength(1);
    expect(packedBytes([...first(), ...withWhatTheyImport([...worker, ...asset(/^results-/)])])).toBeLessThan(
      150 * 1024,
    );
    // Districts and their boundaries are data of places, fetched when somebody says where local is; what
    // answers questions holds the whole knowledge, fetched with the first question.
    const notOfPane = new Set(
      [/exceljs|draw-map|district-groups/, knowledge, functionParts, excelParts].flatMap((parts) =>
        asset(parts),
      ),
    );
    const own = asset(/\.js$/).filter((name) => !notOfPane.has(name));
    expect(packedBytes([...new Set([...first(), ...own])])).toBeLessThan(310_000);
  });

  it('loads what questions are answered from only when one is asked', () => {
    const [held = ''] = asset(knowledge);
    expect(packedBytes([held])).toBeLessThan(400_000);
    const worker = withWhatTheyImport(asset(/^worker-/));
    expect(worker).not.toContain(held);
    expect(html).not.toContain(held);
  });

  it('loads what custom functions need when the first of its kind is called, and little for LM3', () => {
    const excel = withWhatTheyImport(asset(excelParts));
    expect(excel.filter((name) => functionParts.test(name.slice('assets/'.length)))).toEqual([]);
    expect(packedBytes(asset(excelParts))).toBeLessThan(30_000);
    expect(packedBytes(withWhatTheyImport(asset(/^money-/)))).toBeLessThan(100_000);
    expect(packedBytes(withWhatTheyImport(asset(/^(tenants|indicators|thresholds|places)-/)))).toBeLessThan(
      300_000,
    );
  });

  it('loads the library that writes workbooks only when a report is wanted', () => {
    const holding = asset(/\.js$/).filter((name) => contentOf(name).includes(sentenceOfExceljs));
    expect(holding).toHaveLength(1);
    expect(holding[0]).toMatch(/^assets\/exceljs/);
    expect(html).not.toContain('exceljs');
  });

  it('has no script or style in its page, which the security policy would refuse', () => {
    expect(html).toMatch(/<script type="module"[^>]+src="/);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  });

  it('uses addresses relative to the page, so that it works under any path', () => {
    expect(html).not.toMatch(/(?:src|href)="(?:\/|https?:)/);
  });
});
