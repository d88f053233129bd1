import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killWhileAnswering } from '../../fakes/kill-answers.ts';
import { engineNames, type StoreEngines, startEngines } from '../../fakes/store-engines.ts';

const kills = 2;
let engines: StoreEngines;

beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

describe.each(engineNames)('a server that is killed with SIGKILL while it takes answers, on %s', (engine) => {
  it('has lost no answer that it acknowledged', { timeout: 120_000 }, async ({ task }) => {
    task.meta.ranWith = [await engines.ranWith(engine)];
    const figures = await killWhileAnswering(await engines.newPlace(engine), kills);
    expect(figures.acknowledged).toBeGreaterThanOrEqual(kills * 20);
    expect([figures.lost, figures.torn]).toEqual([0, 0]);
    expect(figures.unasked).toBeLessThanOrEqual(kills * 4);
  });
});
