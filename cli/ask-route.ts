import { createInterface, type Interface } from 'node:readline';
import { nextQuestions, type Outcome, type Question, readAnswer } from '../core/index.ts';
import { tell } from './output.ts';

/**
 * Asks the questions of the adviser one by one, each only while its answer can still change something.
 * Questions go to standard error, answers come from standard input, typed or piped; where the input
 * ends, the rest counts as not known.
 *
 * @returns the case as JSON, as --case takes it
 */
export async function askCase(today: string): Promise<Outcome<Readonly<Record<string, unknown>>>> {
  const terminal = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = terminal[Symbol.asyncIterator]();
  let answers: Readonly<Record<string, unknown>> = {};
  const asked = new Set<string>();
  tell('Answer by number or in words. Nothing, "?" or "do not know" means do not know.');
  try {
    for (;;) {
      const next = nextQuestions(answers, today);
      if (!next.ok) return next;
      const question = next.value.find(({ field }) => !asked.has(field));
      if (question === undefined) break;
      asked.add(question.field);
      const fields = await askOne(question, lines);
      if (fields === 'end') break;
      answers = { ...answers, ...fields };
    }
  } finally {
    terminal.close();
  }
  return { ok: true, value: answers, issues: [] };
}

type Lines = ReturnType<Interface[typeof Symbol.asyncIterator]>;

async function askOne(question: Question, lines: Lines): Promise<Readonly<Record<string, unknown>> | 'end'> {
  tell(`\n${question.ask}`);
  tell(`  ${question.help}`);
  question.choices.forEach(({ words }, index) => {
    tell(`  ${index + 1}. ${words}`);
  });
  for (;;) {
    const line = await lines.next();
    if (line.done) return 'end';
    const read = readAnswer(question, line.value);
    if (read.ok) return read.fields;
    tell(`  That was "${line.value.trim().slice(0, 60)}"; please give ${read.expected}.`);
  }
}
