import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { formKey, hashToken, newToken } from '../../../survey/tokens.ts';
import { answerPath } from '../../../survey/visit.ts';
import { engineNames, openStoreAt, startEngines } from '../../fakes/store-engines.ts';
import { aSupplier, aSurvey, day } from '../../fakes/survey-rows.ts';

const perSecond = 100;
const seconds = 20;
const steps = 6;

/** Suppliers that answer at 100 requests a second: every page from the start to the thanks. */
export async function printPages(line: (text: string) => void): Promise<void> {
  const engines = await startEngines();
  line('| 100 requests/s, 20 s | requests | answers kept | p50 | p95 | p99 | failed | goal |');
  line('| --- | --- | --- | --- | --- | --- | --- | --- |');
  try {
    for (const engine of engineNames) {
      const place = await engines.newPlace(engine);
      const links = await linksOf(place, (perSecond * seconds) / steps);
      const script = fileURLToPath(new URL('./serve.ts', import.meta.url));
      const child = spawn(process.execPath, ['--import', 'tsx', script, place], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const { value: url } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
      // Not the start is measured.
      await wait(3000);
      const { times, failed } = await load(String(url), links);
      child.kill('SIGTERM');
      await once(child, 'exit');
      const store = await openStoreAt(place);
      const [survey] = (await store.survey.surveys()).filter(({ name }) =>
        name.includes('Example Community'),
      );
      const kept = (await store.survey.standingCounts(survey?.projectId ?? '')).answered;
      await store.close();
      times.sort((a, b) => a - b);
      const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
      line(
        `| ${await engines.ranWith(engine)} | ${times.length} | ${kept} of ${links.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${failed} | p95 <= 200 ms |`,
      );
    }
  } finally {
    await engines.stop();
  }
}

async function linksOf(place: string, count: number): Promise<string[]> {
  const store = await openStoreAt(place);
  const now = Date.now();
  const made = aSurvey({ createdAt: now, closesAt: now + 30 * day, eraseAt: now + 300 * day });
  const suppliers = Array.from({ length: Math.floor(count) }, (_, index) => aSupplier(`s${index}`));
  await store.survey.createSurvey(made, suppliers);
  const links: string[] = [];
  for (const { supplierId } of suppliers) {
    const token = newToken();
    const link = {
      projectId: made.projectId,
      tokenHash: hashToken(token),
      supplierId,
      madeAt: now,
      expiresAt: now + day,
    };
    await store.survey.addLink(link);
    links.push(answerPath(made.projectId, token));
  }
  await store.close();
  return links;
}

/** Requests start when it is their time, however long those before them take. */
async function load(url: string, links: readonly string[]): Promise<{ times: number[]; failed: number }> {
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const under: Promise<void>[] = [];
  for (const [place, link] of links.entries()) {
    const answer = async (): Promise<void> => {
      const key = formKey(link.split('/').at(-1) ?? '');
      const form = (fields: Record<string, string>) => new URLSearchParams({ key, go: 'on', ...fields });
      const requests: [path: string, body?: URLSearchParams][] = [
        [link],
        [`${link}/one`],
        [`${link}/one`, form({ estimate: String(place % 100), quality: 'estimate', showTo: 'buyer' })],
        [`${link}/check`],
        [`${link}/check`, form({})],
        [`${link}/sent`],
      ];
      for (const [step, [path, body]] of requests.entries()) {
        const due = began + ((place * steps + step * steps * 5) / perSecond) * 1000;
        await wait(Math.max(0, due - performance.now()));
        const started = performance.now();
        const response = await fetch(url + path, {
          ...(body ? { method: 'POST', body } : {}),
          redirect: 'manual',
          headers: { 'X-Forwarded-For': `sender ${place}` },
        });
        await response.text();
        times.push(performance.now() - started);
        if (response.status >= 400) failed += 1;
      }
    };
    under.push(answer());
  }
  await Promise.all(under);
  return { times, failed };
}
