import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { openStoreAt } from './store-engines.ts';
import { aSupplier, aSurvey } from './survey-rows.ts';

const script = fileURLToPath(new URL('../server/store/answer-until-killed.ts', import.meta.url));

/** What a store had to show after its process was killed again and again. */
export interface KillFigures {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged and not there afterwards. */
  readonly lost: number;
  /** There without an acknowledgement: at most the four under way at each kill. */
  readonly unasked: number;
  /** Suppliers whose newest answer is not the last of its history, or answers without their line in the audit. */
  readonly torn: number;
}

/** Kills a process with SIGKILL while it saves answers, `kills` times, and looks for every answer afterwards. */
export async function killWhileAnswering(place: string, kills: number, fewest = 20): Promise<KillFigures> {
  const made = aSurvey();
  const { projectId } = made;
  const setup = await openStoreAt(place);
  const suppliers = Array.from({ length: 7 }, (_, index) => aSupplier(`s${index}`));
  await setup.survey.createSurvey(made, suppliers);
  await setup.close();

  const acknowledged: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const enough = fewest + ((kill * 23) % 71);
    acknowledged.push(...(await answersBeforeKill(place, projectId, kill * 100_000, enough)));
  }

  const store = await openStoreAt(place);
  const kept = new Set<number>();
  let torn = 0;
  for (const { supplierId, answer } of await store.survey.suppliers(projectId)) {
    const history = await store.survey.answerHistory(projectId, supplierId);
    for (const past of history) kept.add(past.answer.employees ?? Number.NaN);
    if (JSON.stringify(answer) !== JSON.stringify(history.at(-1)?.answer)) torn += 1;
  }
  const noted = new Set((await store.survey.audit(projectId)).map(({ detail }) => Number(detail)));
  await store.close();
  torn += [...kept].filter((number) => !noted.has(number)).length;
  const lost = acknowledged.filter((number) => !kept.has(number)).length;
  return {
    kills,
    acknowledged: acknowledged.length,
    lost,
    unasked: kept.size - (acknowledged.length - lost),
    torn,
  };
}

/** The answers acknowledged by a process that is killed once it has printed `enough` of them. */
async function answersBeforeKill(
  place: string,
  projectId: string,
  first: number,
  enough: number,
): Promise<number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, place, projectId, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const acknowledged: number[] = [];
  for await (const line of createInterface(child.stdout)) {
    acknowledged.push(Number(line));
    if (acknowledged.length === enough) child.kill('SIGKILL');
  }
  const [, signal] = await gone;
  if (signal !== 'SIGKILL') throw new Error(`the process that answers ended by itself: ${signal}`);
  return acknowledged;
}
