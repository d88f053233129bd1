import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paneListener } from './pane-listener.ts';

/**
 * `npm run excel`: serves the built pane over https on this computer and opens Excel with the add-in.
 * Excel opens nothing without https, so Microsoft's tools make a certificate for localhost first. They
 * are fetched when they are needed: with all they bring they are larger than this project.
 */
const certificates = 'office-addin-dev-certs@3.0.0';
const debugging = 'office-addin-debugging@7.0.0';
/** The address in manifest.xml. */
const port = 3443;

const root = fileURLToPath(new URL('../', import.meta.url));
const manifest = join(root, 'manifest.xml');
const say = (line: string) => process.stdout.write(`${line}\n`);

process.exitCode = await main();

async function main(): Promise<number> {
  if ((await run(certificates, 'install')) !== 0) {
    say('The certificate for localhost could not be made or trusted; what the tool said stands above.');
    return 1;
  }
  const folder = join(homedir(), '.office-addin-dev-certs');
  const server = createServer(
    { key: readFileSync(join(folder, 'localhost.key')), cert: readFileSync(join(folder, 'localhost.crt')) },
    paneListener(join(root, 'dist', 'pane')),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  say(`The pane is served on https://localhost:${port}/pane/excel.html`);
  if (platform() === 'linux') {
    say('There is no Excel for this system. In Excel on the web, under Add-ins, upload manifest.xml.');
  } else if ((await run(debugging, 'start', manifest, 'desktop', '--app', 'excel')) !== 0) {
    say(
      'Excel was not opened. Upload manifest.xml under Add-ins in Excel on the web, or see docs/deployment.md.',
    );
  }
  say('Press Ctrl+C to stop.');
  await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
  server.closeAllConnections();
  server.close();
  return platform() === 'linux' ? 0 : run(debugging, 'stop', manifest);
}

/** Runs one of Microsoft's tools by its exact version and gives its exit code. */
function run(tool: string, ...args: readonly string[]): Promise<number> {
  const npm = platform() === 'win32' ? 'npm.cmd' : 'npm';
  const child = spawn(npm, ['exec', '--yes', tool, '--', ...args], {
    stdio: 'inherit',
    shell: platform() === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
