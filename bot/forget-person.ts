import type { Person } from './kept/kept-store.ts';
import type { Services } from './services.ts';

/** Deletes all that the bot keeps of a person. Returns how many things were on disk. */
export async function forgetPerson(
  { kept, questions }: Pick<Services, 'kept' | 'questions'>,
  person: Person,
): Promise<number> {
  questions.forget(person.user);
  return await kept.forgetPerson(person);
}
