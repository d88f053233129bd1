import { Command } from 'commander';
import { type Answer, answerQuestion, britishDate, type Issue } from '../core/index.ts';
import { runBatch } from './batch.ts';
import { print, printJson } from './output.ts';

interface Options {
  readonly json?: true;
  readonly batch?: string;
  readonly after?: string;
}

/** `ask "QUESTION"`: an answer from Local Pound's own knowledge with its sources, or an honest "not covered". */
export function askCommand(): Command {
  return new Command('ask')
    .description(
      'Answer a question about LM3, the economic resilience framework, its indicators, the six areas or procurement, with sources.',
    )
    .argument('[question...]', 'the question, with or without quotes round it')
    .option('--json', 'print one JSON object')
    .option('--after <question>', 'the question before, on which this one leans')
    .option(
      '--batch <file.jsonl>',
      'one {"id", "question"} a line, with "after" where it leans on one before; prints one answer a line ("-" reads standard input)',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  localpound ask "what is the leaky bucket?"\n  localpound ask "which characteristic covers a lunch club" --json\n  localpound ask --batch questions.jsonl > answers.jsonl\n  localpound ask "and hackney?" --after "population of bradford"',
    )
    .action(async (words: readonly string[], options: Options, command: Command) => {
      const question = words.join(' ').trim();
      if ((question === '') === (options.batch === undefined)) {
        command.error('error: give either a question or --batch', { exitCode: 2 });
      }
      if (options.batch !== undefined) return runBatch(options.batch, answerLine);
      const answer = answerQuestion(question, britishDate(new Date()), options.after);
      if (options.json) printJson(asJson(answer));
      else print(answer.text);
    });
}

function asJson({ text, sources, covered, passages, workings }: Answer): object {
  return { answer: text, sources, covered, passages, ...(workings && { workings }) };
}

/** One line of a batch: its answer and how long that took, or what is wrong with the line. */
function answerLine(line: unknown): object {
  const question =
    typeof line === 'object' && line !== null && 'question' in line ? line.question : undefined;
  if (typeof question !== 'string' || question.trim() === '') return { issues: [noQuestion(question)] };
  const started = performance.now();
  const after = typeof line === 'object' && line !== null && 'after' in line ? line.after : undefined;
  const { text, sources, covered } = answerQuestion(
    question,
    britishDate(new Date()),
    typeof after === 'string' ? after : undefined,
  );
  const latencyMs = Math.round((performance.now() - started) * 1000) / 1000;
  return { answer: text, sources, covered, latencyMs };
}

function noQuestion(found: unknown): Issue {
  const shown = JSON.stringify(found) ?? 'nothing';
  return {
    severity: 'error',
    where: { path: 'question' },
    found: shown.length > 60 ? `${shown.slice(0, 57)}...` : shown,
    expected: 'a question as text',
    mend: 'Write the line as {"id": "q1", "question": "what is LM3?"}.',
  };
}
