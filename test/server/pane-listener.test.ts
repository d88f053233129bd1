import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paneListener } from '../../server/pane-listener.ts';

let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-pound-listener-'));
  await mkdir(join(folder, 'icons'));
  await writeFile(join(folder, 'excel.html'), '<!doctype html>');
  await writeFile(join(folder, 'functions.json'), '{}');
  await writeFile(join(folder, 'icons', 'icon-16.png'), 'png');
  server = createServer(paneListener(folder));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

it('serves the pane as Excel wants it, and nothing beside it', async () => {
  const page = await fetch(`${origin}/pane/excel.html?_host_Info=Excel`);
  expect(await page.text()).toBe('<!doctype html>');
  expect(page.headers.get('content-security-policy')).toContain('officeapps.live.com');
  const list = await fetch(`${origin}/pane/functions.json`);
  expect(list.headers.get('access-control-allow-origin')).toBe('*');
  const icon = await fetch(`${origin}/pane/icons/icon-16.png`);
  expect(icon.headers.get('content-type')).toBe('image/png');
  expect(icon.headers.get('access-control-allow-origin')).toBeNull();
  for (const path of ['/', '/pane/nothing.js', '/functions.json', '/pane/..%2f..%2fetc/passwd']) {
    expect((await fetch(`${origin}${path}`)).status, path).toBe(404);
  }
});
