import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** A real Chromium without a window. */
export interface TestBrowser {
  readonly browser: Browser;
  /** For `ctx.task.meta.ranWith`. */
  readonly ranWith: string;
  close(): Promise<void>;
}

/**
 * Starts a Chromium: the one that CHROMIUM_PATH names, else the one of the system, else the one that
 * comes through npm, which needs nothing installed.
 */
export async function openBrowser(): Promise<TestBrowser> {
  const { path, origin, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  });
  return {
    browser,
    ranWith: `Chromium ${browser.version()} (${origin})`,
    close: () => browser.close(),
  };
}

interface Found {
  readonly path: string;
  readonly origin: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function findChromium(): Promise<Found> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { path: named, origin: 'CHROMIUM_PATH' };
  const ofSystem = '/usr/bin/chromium';
  if (existsSync(ofSystem)) return { path: ofSystem, origin: ofSystem };
  const folder = await unpackedChromium();
  const path = join(folder, 'chromium');
  return { path, origin: '@sparticuz/chromium', env: await environmentFor(path, folder) };
}

/**
 * The folder with the Chromium from npm. It is unpacked once for all runs: into a folder of its own
 * first, which then takes its name in one step, so that two test files at a time never see half of it.
 */
async function unpackedChromium(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const version = createRequire(import.meta.url)(
    join(resolve('@sparticuz/chromium'), '../../../package.json'),
  ).version as string;
  const folder = join(tmpdir(), `local-pound-chromium-${version}-${userInfo().username}`);
  if (existsSync(folder)) return folder;
  const staging = await mkdtemp(`${folder}-`);
  // The package unpacks into the folder for temporary files, and its libraries only where it takes the
  // machine for one of those it was made for.
  await run(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
  );
  await writeFile(join(staging, fontsFile), fontsConfiguration(folder));
  try {
    await rename(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(staging, { recursive: true });
  }
  return folder;
}

const fontsFile = 'fonts.conf';

/** The package's own configuration only knows the machine it was made for. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

/** Libraries and fonts from the package, where the machine has none of its own. */
async function environmentFor(path: string, folder: string): Promise<Record<string, string>> {
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(folder, fontsFile) };
  const starts = await run(path, ['--version', '--no-sandbox']).then(
    ({ stdout }) => stdout.includes('Chrom'),
    () => false,
  );
  return starts ? fonts : { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
}
