/**
 * Saves answers, four at a time, until it is killed, and prints the number of each once the store has
 * acknowledged it. Starts at the number that it is given.
 */
import { openStoreAt } from '../../fakes/store-engines.ts';

const [place = '', projectId = '', first = '0'] = process.argv.slice(2);
const store = await openStoreAt(place);
let next = Number(first);
const keepAnswering = async (): Promise<void> => {
  for (;;) {
    const number = next;
    next += 1;
    const audit = { at: number, who: 'supplier', what: 'answered', detail: String(number) };
    const answer = { employees: number };
    const kept = await store.survey.saveAnswer(projectId, `s${number % 7}`, answer, number, audit);
    if (kept) process.stdout.write(`${number}\n`);
  }
};
// A store that fails says why and ends the process, as a test of a full disk expects.
try {
  await Promise.all([keepAnswering(), keepAnswering(), keepAnswering(), keepAnswering()]);
} catch (error) {
  process.stderr.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`);
  process.exit(3);
}
