import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkManifest } from '../manifest/check-manifest.ts';
import { type ManifestOptions, manifestXml } from '../manifest/manifest.ts';

const { version } = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
) as { readonly version: string };

/** Office wants numbers only: `1.2.3-beta` is 1.2.3.0 to it. */
const officeVersion = `${version.replace(/[-+].*$/, '')}.0`;

/** The manifest for work on the add-in itself: `npm run excel` serves the pane there. */
export const developmentManifest: ManifestOptions = {
  paneUrl: 'https://localhost:3443/pane/',
  id: '7d3f0c5e-2a61-4b8e-9c47-51d0e6a8b3f2',
  version: officeVersion,
  name: 'Local Pound (development)',
};

/** The manifest for everybody, who find the pane under `paneUrl`. */
export const productionManifest = (paneUrl: string): ManifestOptions => ({
  paneUrl,
  id: idOf(paneUrl),
  version: officeVersion,
  name: 'Local Pound',
});

/**
 * The same id for the same address, so that a newer manifest is an update; another one for each other
 * address, so that two councils' add-ins are two.
 */
function idOf(address: string): string {
  const bytes = createHash('sha256').update(`Local Pound for Excel at ${address}`).digest().subarray(0, 16);
  // Version 8: an id of our own making.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The text of a manifest that Office takes.
 *
 * @param files the files of the pane by their path, with the size of each that is a picture
 * @throws Error listing what Office would refuse, or what the manifest names and the build did not make
 */
export function checkedManifest(
  options: ManifestOptions,
  files: ReadonlyMap<string, number | undefined>,
): string {
  const xml = manifestXml(options);
  const { faults, facts } = checkManifest(xml);
  const fileOf = (url: string) => url.slice(options.paneUrl.length);
  const missing = facts.urls
    .filter((url) => !url.startsWith(options.paneUrl) || !files.has(fileOf(url)))
    .map((url) => `${url} was not built.`);
  const wrongSize = facts.icons
    .filter(({ url, size }) => files.has(fileOf(url)) && files.get(fileOf(url)) !== size)
    .map(({ url, size }) => `${url} is ${files.get(fileOf(url))} pixels wide, not ${size}.`);
  const all = [...faults, ...missing, ...wrongSize];
  if (all.length > 0) throw new Error(`The manifest is not as Office wants it.\n${all.join('\n')}`);
  return xml;
}

/** The width of a PNG, which has to be its height too; undefined for any other file. */
export function squarePng(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes);
  const isPng = file.length > 24 && file.toString('latin1', 1, 4) === 'PNG';
  if (!isPng) return undefined;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return width === height ? width : undefined;
}
