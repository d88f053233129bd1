import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineNames, openStoreAt, type StoreEngines, startEngines } from '../../fakes/store-engines.ts';
import { aSupplier, aSurvey } from '../../fakes/survey-rows.ts';

const kills = 4;
let engines: StoreEngines;

beforeAll(async () => {
  engines = await startEngines();
});
afterAll(() => engines.stop());

describe.each(engineNames)('a server that is killed with SIGKILL while it takes answers, on %s', (engine) => {
  it('has lost no answer that it acknowledged', { timeout: 120_000 }, async ({ task }) => {
    task.meta.ranWith = [await engines.ranWith(engine)];
    const place = await engines.newPlace(engine);
    const made = aSurvey();
    const { projectId } = made;
    const setup = await openStoreAt(place);
    await setup.survey.createSurvey(
      made,
      Array.from({ length: 7 }, (_, index) => aSupplier(`s${index}`)),
    );
    await setup.close();

    const acknowledged: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      acknowledged.push(...(await answersBeforeKill(place, projectId, kill * 100_000, 20 + kill * 23)));
    }

    const store = await openStoreAt(place);
    const kept = new Set<number>();
    for (const { supplierId, answer } of await store.survey.suppliers(projectId)) {
      const history = await store.survey.answerHistory(projectId, supplierId);
      for (const past of history) kept.add(past.answer.employees ?? Number.NaN);
      expect(answer).toEqual(history.at(-1)?.answer);
    }
    await store.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills * 20);
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
    // One answer may be on disk whose acknowledgement did not get out any more, for each kill.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(kills);
  });
});

/** The answers acknowledged by a process that is killed once it has printed `enough` of them. */
async function answersBeforeKill(
  place: string,
  projectId: string,
  first: number,
  enough: number,
): Promise<number[]> {
  const script = fileURLToPath(new URL('./answer-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, place, projectId, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const acknowledged: number[] = [];
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(Number(line));
    if (acknowledged.length === enough) child.kill('SIGKILL');
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  return acknowledged;
}
