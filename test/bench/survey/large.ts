import { invitations } from '../../../survey/mail/queue.ts';
import { surveyStatus } from '../../../survey/owner/status.ts';
import { engineNames, openStoreAt, startEngines } from '../../fakes/store-engines.ts';
import { aSupplier, aSurvey, day } from '../../fakes/survey-rows.ts';
import { median } from '../medians.ts';

const suppliers = 140_000;
const answers = 1_500;

/** A survey of 140,000 suppliers: made, invited, listed by page, and its status. */
export async function printLarge(line: (text: string) => void): Promise<void> {
  const engines = await startEngines();
  line(
    '| 140,000 suppliers | survey made | invitations | page of 50 mails | page of 50 suppliers | status, median of 9 | goal |',
  );
  line('| --- | --- | --- | --- | --- | --- | --- |');
  try {
    for (const engine of engineNames) {
      const { survey: store, close } = await openStoreAt(await engines.newPlace(engine));
      const now = Date.now();
      const made = aSurvey({ createdAt: now, closesAt: now + 30 * day, eraseAt: now + 300 * day });
      const { projectId } = made;
      const listed = Array.from({ length: suppliers }, (_, index) =>
        aSupplier(
          `s${index}`,
          {
            name: `Fictional supplier number ${index}`,
            spend: Math.round(Math.exp(6 + 4 * Math.sin(index * 12.9898)) * 100) / 100,
            local: index % 3 === 0,
            category: `Category ${index % 9}`,
          },
          { contactName: 'Jo Sample', email: `person${index}@example.org` },
        ),
      );
      const create = await timed(() => store.createSurvey(made, listed));
      const invite = await timed(async () =>
        store.queueMails(invitations(await store.suppliers(projectId)), now),
      );
      for (let place = 0; place < answers; place += 1) {
        const answer = { estimate: place % 100, showTo: 'buyer' } as const;
        await store.saveAnswer(projectId, `s${place * 93}`, answer, now + place);
      }
      const mails = await timed(() => store.mailPage(projectId, { from: 70_000, most: 50 }));
      const page = await timed(async () => {
        const facts = await store.facts(projectId);
        const order = facts.suppliers.map((_, place) => place);
        order.sort((a, b) => (facts.suppliers[b]?.spend ?? 0) - (facts.suppliers[a]?.spend ?? 0));
        await store.suppliersAt(projectId, order.slice(70_000, 70_050));
      });
      const times: number[] = [];
      for (let run = -2; run < 9; run += 1) {
        const took = await timed(() => surveyStatus(store, projectId));
        if (run >= 0) times.push(took);
      }
      await close();
      const s = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
      const ms = (value: number) => `${value.toFixed(0)} ms`;
      line(
        `| ${await engines.ranWith(engine)} | ${s(create)} | ${s(invite)} | ${ms(mails)} | ${ms(page)} | ${ms(median(times))} | 30 s, 300 ms |`,
      );
    }
  } finally {
    await engines.stop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
