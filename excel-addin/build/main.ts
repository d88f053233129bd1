import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { paneConfig } from '../../vite.config.ts';
import { checkedManifest, developmentManifest, productionManifest, squarePng } from './manifest-file.ts';

/**
 * `npm run build`: the pane, for browsers and for Excel, into dist/pane.
 *
 * `-- --url https://host/pane/` writes dist/manifest.xml, by which the add-in is handed out.
 * `-- --self-hosted` puts office.js beside the pane, for networks without a way out.
 */
const usage = 'Use: npm run build -- [--url https://HOST/PATH/] [--self-hosted]';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pane = join(root, 'dist', 'pane');

const options = readOptions();
if (options) {
  await build({ configFile: false, ...paneConfig({ selfHosted: options.selfHosted }) });
  const files = builtFiles();
  writeFileSync(join(root, 'manifest.xml'), checkedManifest(developmentManifest, files));
  if (options.url !== undefined) {
    const file = join(root, 'dist', 'manifest.xml');
    writeFileSync(file, checkedManifest(productionManifest(options.url), files));
    process.stdout.write(`The manifest for ${options.url} is in ${relative(process.cwd(), file)}.\n`);
  }
}

function readOptions(): { url?: string; selfHosted: boolean } | undefined {
  try {
    const { values } = parseArgs({
      options: { url: { type: 'string' }, 'self-hosted': { type: 'boolean', default: false } },
    });
    const selfHosted = values['self-hosted'];
    return values.url === undefined ? { selfHosted } : { selfHosted, url: paneAddress(values.url) };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function paneAddress(given: string): string {
  if (!URL.canParse(given) || new URL(given).protocol !== 'https:') {
    throw new Error(`--url is "${given}"; Excel opens only addresses that begin with https://.`);
  }
  const { href, search, hash } = new URL(given);
  if (search !== '' || hash !== '')
    throw new Error(`--url is "${given}"; expected an address without ? and #.`);
  return href.endsWith('/') ? href : `${href}/`;
}

function builtFiles(): Map<string, number | undefined> {
  const paths = readdirSync(pane, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [relative(pane, path).split(sep).join('/'), squarePng(readFileSync(path))]),
  );
}
