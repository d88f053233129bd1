import type { Person } from './kept/kept-store.ts';
import type { Services } from './services.ts';

/** Deletes all that the bot keeps of a person. Returns how many things were on disk. */
export async function forgetPerson(
  { kept, runs, questions }: Pick<Services, 'kept' | 'runs' | 'questions'>,
  person: Person,
): Promise<number> {
  questions.forget(person.user);
  const { workspace, user } = person;
  return (await kept.forgetPerson(person)) + (await runs.forgetRunsOf(workspace, user));
}
