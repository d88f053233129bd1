import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { invitations } from '../../survey/mail/queue.ts';
import { startMailServer } from './mail-server.ts';
import { openStoreAt } from './store-engines.ts';
import { aSupplier, aSurvey, day } from './survey-rows.ts';

const script = fileURLToPath(new URL('./send-until-killed.ts', import.meta.url));
/** Longer than a dead sender keeps a mail to itself. */
const apartMs = 6 * 60_000;

/** What reached people whose sender was killed again and again. */
export interface MailKillFigures {
  readonly kills: number;
  readonly people: number;
  readonly mails: number;
  readonly without: number;
  /** Mails beyond the first to a person: at most the one in flight at each kill. */
  readonly twice: number;
}

/** Kills the sender with SIGKILL at uneven moments, `kills` times, then lets it finish. */
export async function killWhileSending(place: string, kills: number): Promise<MailKillFigures> {
  const server = await startMailServer();
  const now = Date.now();
  const made = aSurvey({ createdAt: now, closesAt: now + 300 * day, eraseAt: now + 400 * day });
  const { projectId } = made;
  const people = kills * 3 + 3;
  const store = await openStoreAt(place);
  const suppliers = Array.from({ length: people }, (_, index) =>
    aSupplier(`s${index}`, {}, { email: `person${index}@example.org` }),
  );
  await store.survey.createSurvey(made, suppliers);
  await store.survey.queueMails(invitations(await store.survey.suppliers(projectId)), now);
  await store.close();
  const start = (ahead: number) =>
    spawn(process.execPath, ['--import', 'tsx', script, place, projectId, server.url, String(ahead)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  for (let kill = 0; kill < kills; kill += 1) {
    const before = server.received.length;
    const child = start(kill * apartMs);
    const gone = once(child, 'exit');
    while (server.received.length < before + 1 + (kill % 3) && child.exitCode === null) await wait(2);
    // Between the mail and the note that it went, and further on.
    await wait((kill * 7) % 40);
    child.kill('SIGKILL');
    await gone;
  }
  const [code] = await once(start(kills * apartMs), 'exit');
  if (code !== 0) throw new Error(`the last sender ended with ${code}`);
  const counts = new Map<string, number>();
  for (const { to } of server.received) for (const one of to) counts.set(one, (counts.get(one) ?? 0) + 1);
  await server.close();
  const mails = server.received.length;
  return { kills, people, mails, without: people - counts.size, twice: mails - counts.size };
}
