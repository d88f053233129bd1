import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Rollup } from 'vite';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { excelFiles } from '../../excel-addin/build/excel-files.ts';
import { excelPage, excelPagePolicy } from '../../excel-addin/build/excel-page.ts';
import {
  checkedManifest,
  developmentManifest,
  productionManifest,
  squarePng,
} from '../../excel-addin/build/manifest-file.ts';
import { officeCopy } from '../../excel-addin/build/office-copy.ts';
import { checkManifest } from '../../excel-addin/manifest/check-manifest.ts';
import { iconSizes } from '../../excel-addin/manifest/icon-sizes.ts';
import { manifestXml } from '../../excel-addin/manifest/manifest.ts';
import { readXml } from '../../excel-addin/manifest/read-xml.ts';

const url = 'https://tools.example.gov.uk/localpound/pane/';
const xml = manifestXml(productionManifest(url));
const faultsOf = (changed: string) => checkManifest(changed).faults.join('\n');

/** What a plugin of the build writes, by the path of the file. */
async function written(
  plugin: { generateBundle?: unknown },
  bundle: Record<string, unknown> = {},
): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>();
  const hook = plugin.generateBundle as { handler: Hook } | Hook;
  const emitFile = ({ fileName, source }: Rollup.EmittedAsset) => {
    files.set(fileName ?? '', source as Uint8Array | string);
    return '';
  };
  await (typeof hook === 'function' ? hook : hook.handler).call({ emitFile }, {}, bundle);
  return files;
}
type Hook = (
  this: { emitFile: (file: Rollup.EmittedAsset) => string },
  options: object,
  bundle: object,
) => unknown;

describe('the manifest', () => {
  it('is as Office wants it, and well formed by another reader of XML', async () => {
    expect(checkManifest(xml).faults).toEqual([]);
    // Office's types are in no schema here, so what is left to the other reader is whether it is XML at all.
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="x"/></xs:schema>`;
    const notXml = async (contents: string) =>
      (await validateXML({ xml: { fileName: 'manifest.xml', contents }, schema })).errors.filter(
        ({ message }) => !message.includes('Schemas validity error'),
      );
    expect(await notXml(xml)).toEqual([]);
    expect(await notXml(xml.replace('</Hosts>', ''))).not.toEqual([]);
  });

  it('that is at hand for development is the one that the build writes', () => {
    expect(readFileSync('manifest.xml', 'utf8')).toBe(manifestXml(developmentManifest));
    expect(checkManifest(readFileSync('manifest.xml', 'utf8')).faults).toEqual([]);
  });

  it('has an id of its own for each address, and keeps it', () => {
    const { id } = productionManifest(url);
    expect(productionManifest(url).id).toBe(id);
    const others = [productionManifest('https://other.example.org/pane/').id, developmentManifest.id];
    expect(new Set([id, ...others]).size).toBe(3);
  });

  it.each([
    [
      'order',
      /(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/,
      '$2$1',
      '<Version> must stand before <ProviderName>',
    ],
    [
      'an element that Office does not know',
      '<Permissions>',
      '<Colour>red</Colour><Permissions>',
      'may not hold <Colour>',
    ],
    [
      'an element twice',
      '<Permissions>',
      '<DefaultLocale>en-GB</DefaultLocale><Permissions>',
      'must stand before',
    ],
    ['the id', /<Id>[^<]+/, '<Id>local-pound', 'not a GUID'],
    ['the version', /<Version>[^<]+/, '<Version>1.0-beta', 'not up to four numbers'],
    [
      'a name that is too long',
      'DisplayName DefaultValue="',
      `DisplayName DefaultValue="${'x'.repeat(120)}`,
      'not 1 to 125',
    ],
    [
      'a text that is too long',
      /(LongStrings>\s*<bt:String id="GetStarted.Text" DefaultValue=")/,
      `$1${'x'.repeat(240)}`,
      'not 1 to 250',
    ],
    [
      'an address without https',
      `${url}functions.json`,
      url.replace('https', 'http'),
      'does not begin with https',
    ],
    [
      'a resource that is not there',
      'resid="Open.Label"',
      'resid="Open.Labl"',
      'points to "Open.Labl", which is no resource',
    ],
    [
      'a resource of another kind',
      'Label resid="Group.Label"',
      'Label resid="Icon.16"',
      'not one of bt:ShortStrings',
    ],
    [
      'a resource that nothing uses',
      '</bt:Urls>',
      `<bt:Url id="Spare" DefaultValue="${url}"/></bt:Urls>`,
      '"Spare" is not used',
    ],
    ['a resource id twice', '<bt:Url id="Functions.Script.Url"', '<bt:Url id="Pane.Url"', 'stands twice'],
    ['a resource id that is too long', /Functions\.Metadata\.Url/g, 'x'.repeat(33), 'not 1 to 32'],
    [
      'a second runtime',
      '<FunctionFile resid="Pane.Url"/>',
      '<FunctionFile resid="Functions.Script.Url"/>',
      'in a shared runtime it is "Pane.Url"',
    ],
    ['a runtime that ends', 'lifetime="long"', 'lifetime="short"', 'not shared'],
    [
      'an id of a pane, which a shared runtime has not',
      '<SourceLocation resid="Pane.Url"/>\n                  </Action>',
      '<TaskpaneId>Pane</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>',
      'may not hold <TaskpaneId>',
    ],
    [
      'a namespace that is a cell',
      'DefaultValue="LOCALPOUND"',
      'DefaultValue="LM3"',
      'looks like a cell address',
    ],
    ['an icon size that is missing', '<bt:Image size="20" resid="Icon.20"/>', '', 'lacks the sizes 20'],
    [
      'two controls of one id',
      'id="LocalPound.KeepValues"',
      'id="LocalPound.Open"',
      'Two controls have one id',
    ],
    [
      'a page that is not the runtime’s',
      `SourceLocation DefaultValue="${url}excel.html"`,
      `SourceLocation DefaultValue="${url}index.html"`,
      'not the page of the runtime',
    ],
  ])('is refused for %s', (_what, from, to, expected) => {
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    expect(faultsOf(changed)).toContain(expected);
  });

  it.each([
    ['<a><b></a>', '</a> closes <b>'],
    ['<a>', '<a> is not closed'],
    ['<a/><b/>', 'one outermost element'],
    ['<a>&bomb;</a>', 'no entity of XML'],
    ['<a x="1" x="2"/>', 'stands twice'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'is no tag'],
    ['<a b=c/>', 'is no tag'],
  ])('%s is no XML of a manifest', (source, expected) => {
    expect(() => readXml(source)).toThrow(expected);
  });
});

describe('what the build makes for Excel', () => {
  it('has every file that the manifest names, icons in their true sizes', async () => {
    const files = await written(excelFiles());
    const sizes = new Map([...files].map(([name, source]) => [name, squarePng(Buffer.from(source))]));
    for (const size of iconSizes) expect(sizes.get(`icons/icon-${size}.png`)).toBe(size);
    for (const name of ['excel.html', 'index.html', 'functions.js']) sizes.set(name, undefined);
    expect(checkedManifest(productionManifest(url), sizes)).toBe(xml);
    sizes.set('icons/icon-32.png', 31);
    sizes.delete('functions.json');
    expect(() => checkedManifest(productionManifest(url), sizes)).toThrow(
      /functions\.json was not built[\s\S]*icon-32\.png is 31 pixels wide, not 32/,
    );
  });

  const page = `<!doctype html><head><meta charset="utf-8"><script type="module" crossorigin src="./assets/index-1.js"></script></head>`;
  const built = { 'index.html': { type: 'asset', source: page } };

  it.each([
    [
      false,
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      'https://appsforoffice.microsoft.com',
    ],
    [true, './office/office.js', "script-src 'self';"],
  ])('loads office.js before its own script, self-hosted: %s', async (selfHosted, script, allowed) => {
    const files = await written(excelPage({ selfHosted }), built);
    const html = String(files.get('excel.html'));
    expect(html.indexOf(`<script src="${script}"></script>`)).toBeGreaterThan(
      html.indexOf('Content-Security-Policy'),
    );
    expect(html.indexOf('<script type="module"')).toBeGreaterThan(html.indexOf(script));
    expect(excelPagePolicy({ selfHosted })).toContain(allowed);
    // The browser's page stays as it was: it asks nobody else for anything.
    expect(built['index.html'].source).toBe(page);
  });

  it('copies office.js byte for byte, with its licence and without what Excel does not load', async () => {
    const files = await written(officeCopy());
    const folder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json'));
    for (const name of [
      'office.js',
      'excel-web-16.00.js',
      'excel-win32-16.01.js',
      'excel-mac-16.00.js',
      'en-gb/office_strings.js',
    ]) {
      const copy = Buffer.from(files.get(`office/${name}`) ?? '');
      expect(copy.equals(readFileSync(join(folder, 'dist', name))), name).toBe(true);
    }
    expect(files.get('office/LICENSE.md')).toEqual(readFileSync(join(folder, 'LICENSE.md')));
    expect([...files.keys()].filter((name) => /debug|word|outlook|powerpoint|onenote/.test(name))).toEqual(
      [],
    );
  });
});
