import { describe, expect, it } from 'vitest';
import type { KeptStore } from '../../../bot/kept/kept-store.ts';
import { addToPlan, mostPlanned, planOf } from '../../../bot/kept/plan.ts';
import { noteResult, recentResults } from '../../../bot/kept/results.ts';
import { indicators } from '../../../core/index.ts';
import { KeptInMemory } from './kept-in-memory.ts';

const person = { workspace: 'T1', user: 'U1' };
const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, second));
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('a plan', () => {
  it('takes no more indicators than fit a message, and one that it has already', async () => {
    const kept = new KeptInMemory();
    const ids = indicators().map(({ id }) => id);
    for (const [second, id] of ids.slice(0, mostPlanned).entries())
      expect(await addToPlan(kept, person, id, at(second))).toBe(true);
    expect(await addToPlan(kept, person, String(ids[mostPlanned]), at(99))).toBe(false);
    expect(await addToPlan(kept, person, String(ids[0]), at(99))).toBe(true);
    expect((await planOf(kept, person)).map(({ id }) => id)).toEqual(ids.slice(0, mostPlanned));
  });

  it('passes over an indicator that the bank has no more', async () => {
    const kept = new KeptInMemory();
    await kept.keep(person, 'planned indicator', { item: 'of-yesterday', content: '', at: at(0) });
    expect(await planOf(kept, person)).toEqual([]);
  });
});

describe('the list of results', () => {
  it('holds the last ten, the newest first, and cuts long names', async () => {
    const services = { kept: new KeptInMemory(), logger: silent };
    for (let run = 1; run <= 12; run += 1) await noteResult(services, person, `run ${run}`, at(run));
    await noteResult(services, person, 'x'.repeat(300), at(13));
    const titles = (await recentResults(services.kept, person)).map(({ title }) => title);
    expect(titles).toHaveLength(10);
    expect(titles.slice(1, 3)).toEqual(['run 12', 'run 11']);
    expect(titles[0]).toHaveLength(150);
  });

  it('is an extra: where the store fails, the log has why and nothing is thrown', async () => {
    const warned: string[] = [];
    const kept = { keep: () => Promise.reject(new Error('the store is away')) } as unknown as KeptStore;
    const logger = { ...silent, warn: (_: object, message: string) => void warned.push(message) };
    await noteResult({ kept, logger }, person, 'run', at(0));
    expect(warned).toEqual(['a result was not noted for the Home tab']);
  });
});
