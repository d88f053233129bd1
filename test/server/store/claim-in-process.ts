/**
 * One of several processes that want the same events. Loads everything, says so, waits for the word,
 * then opens the store (so that they also meet over the migrations) and claims `event-0` onwards.
 * Prints the ids it was given as JSON.
 */
import { once } from 'node:events';
import { readConfig } from '../../../server/config.ts';
import { openStore } from '../../../server/store/open-store.ts';

const [place = '', count = '0'] = process.argv.slice(2);
const config = readConfig({ LOCALPOUND_STORE: place });
if (!config.ok) throw new Error(JSON.stringify(config.issues));
await import('../../../server/store/sqlite.ts');
await import('../../../server/store/postgres.ts');

process.stdout.write('ready\n');
await once(process.stdin, 'data');
const store = await openStore(config.value.store, () => undefined);
const won: string[] = [];
for (let index = 0; index < Number(count); index += 1) {
  const id = `event-${index}`;
  if (await store.claimEvent(id, new Date())) won.push(id);
}
await store.close();
process.stdout.write(`${JSON.stringify(won)}\n`);
process.stdin.destroy();
