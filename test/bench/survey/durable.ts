import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineNames, openStoreAt, startEngines } from '../../fakes/store-engines.ts';
import { aSupplier, aSurvey } from '../../fakes/survey-rows.ts';
import { median } from '../medians.ts';

const rounds = 300;
const warmUps = 30;
const goals = { libsql: '<= 1.5', PostgreSQL: '<= 3' } as const;

/** A durable answer with its line in the audit, against appending the same text to a file and fdatasync. */
export async function printDurable(line: (text: string) => void): Promise<void> {
  const engines = await startEngines();
  const folder = mkdtempSync(join(tmpdir(), 'localpound-floor-'));
  const file = openSync(join(folder, 'floor.jsonl'), 'a');
  line('| durable answer | p50 | append + fdatasync, p50 | ratio | goal |');
  line('| --- | --- | --- | --- | --- |');
  try {
    for (const engine of engineNames) {
      const store = await openStoreAt(await engines.newPlace(engine));
      const made = aSurvey();
      await store.survey.createSurvey(
        made,
        Array.from({ length: 500 }, (_, index) => aSupplier(`s${index}`)),
      );
      const [ours, floor]: [number[], number[]] = [[], []];
      for (let round = -warmUps; round < rounds; round += 1) {
        const answer = { estimate: (round + warmUps) % 100, quality: 'estimate', showTo: 'buyer' } as const;
        const entry = { at: round, who: 'supplier', what: 'answered', detail: `s${round}` };
        let started = performance.now();
        const supplierId = `s${(round + warmUps) % 500}`;
        await store.survey.saveAnswer(made.projectId, supplierId, answer, round + warmUps, entry);
        const took = performance.now() - started;
        started = performance.now();
        writeSync(file, `${JSON.stringify({ supplierId, answer, entry })}\n`);
        fdatasyncSync(file);
        if (round < 0) continue;
        ours.push(took);
        floor.push(performance.now() - started);
      }
      await store.close();
      const [p50, least] = [median(ours), median(floor)];
      line(
        `| ${await engines.ranWith(engine)} | ${p50.toFixed(2)} ms | ${least.toFixed(2)} ms | ${(p50 / least).toFixed(2)} | ${goals[engine]} |`,
      );
    }
  } finally {
    closeSync(file);
    rmSync(folder, { recursive: true });
    await engines.stop();
  }
}
