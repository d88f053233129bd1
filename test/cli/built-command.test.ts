import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../../cli/built-command.mjs';

const root = mkdtempSync(join(tmpdir(), 'built-'));
const address = pathToFileURL(`${root}/`);
const built = join(root, 'dist/cli/main.mjs');
const source = join(root, 'core/units/money.ts');

describe('The built command', () => {
  afterAll(() => rmSync(root, { recursive: true }));

  it('runs while no source is younger, and the sources run otherwise', () => {
    for (const folder of ['bot', 'cli', 'core/units', 'places', 'server', 'spreadsheet', 'survey']) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    writeFileSync(source, '');
    expect(builtCommand(address)).toBeUndefined();
    mkdirSync(join(root, 'dist/cli'), { recursive: true });
    writeFileSync(built, '');
    const later = new Date(Date.now() + 60_000);
    utimesSync(built, later, later);
    expect(builtCommand(address)?.href).toBe(pathToFileURL(built).href);
    utimesSync(source, later, new Date(later.getTime() + 1_000));
    expect(builtCommand(address)).toBeUndefined();
  });
});
