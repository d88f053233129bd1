import type { Person } from './kept/kept-store.ts';
import type { Services } from './services.ts';

/** Deletes all that the bot keeps of a person. Returns how many things were on disk. */
export async function forgetPerson(
  { kept, questions, runs }: Pick<Services, 'kept' | 'questions' | 'runs'>,
  person: Person,
): Promise<number> {
  questions.forget(person.user);
  const things = await kept.forgetPerson(person);
  return things + (await runs.forgetRunsOf(person.workspace, person.user));
}
