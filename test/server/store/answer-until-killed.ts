/**
 * Saves answers one after another until it is killed, and prints the number of each once the store
 * has acknowledged it. Starts at the number that it is given.
 */
import { openStoreAt } from '../../fakes/store-engines.ts';

const [place = '', projectId = '', first = '0'] = process.argv.slice(2);
const store = await openStoreAt(place);
for (let number = Number(first); ; number += 1) {
  const kept = await store.survey.saveAnswer(projectId, `s${number % 7}`, { employees: number }, number);
  if (kept) process.stdout.write(`${number}\n`);
}
