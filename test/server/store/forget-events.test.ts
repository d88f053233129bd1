import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepEventsShort } from '../../../server/store/forget-events.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { noRuns } from '../../fakes/no-runs.ts';
import { noneKept } from '../../fakes/none-kept.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-forget-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hour = 60 * 60 * 1000;

describe('old events', () => {
  it('are dropped after a day, and not while Slack may still repeat them', async () => {
    const store = await openStore({ engine: 'sqlite', file: join(folder, 'pound.db') }, () => undefined);
    await store.claimEvent('two days old', new Date(Date.now() - 48 * hour));
    await store.claimEvent('two hours old', new Date(Date.now() - 2 * hour));
    const person = { workspace: 'T1', user: 'U1' };
    const kept = (item: string, days: number) => ({
      item,
      content: '',
      at: new Date(Date.now() - days * 24 * hour),
    });
    await store.kept.keep(person, 'result', kept('old', 190));
    await store.kept.keep(person, 'result', kept('new', 170));
    await keepEventsShort(store, pino({ level: 'silent' }))();
    expect((await store.kept.listKept(person, 'result')).map(({ item }) => item)).toEqual(['new']);
    expect(await store.claimEvent('two days old', new Date())).toBe(true);
    expect(await store.claimEvent('two hours old', new Date())).toBe(false);
    await store.close();
  });

  it('that cannot be dropped are reported to the log and stop nothing', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const forgetEventsBefore = async (): Promise<number> => {
      throw new Error('disk on fire');
    };
    await keepEventsShort({ forgetEventsBefore, kept: noneKept, runs: noRuns }, pino(sink))();
    expect(lines.join()).toContain('disk on fire');
  });
});
