import { Command } from 'commander';
import { parseSocialValueAnswers, socialValueCheck, socialValueTypes } from '../core/index.ts';
import { socialValueText } from './assess-text.ts';
import { failWith, print, printJson } from './output.ts';
import { wrapped } from './wrap.ts';

interface Options {
  readonly policy?: string;
  readonly applied?: string;
  readonly weight?: string;
  readonly json?: true;
}

/** `social-value`: three questions, and which of four types of council the answers come nearest to. */
export function socialValueCommand(): Command {
  return new Command('social-value')
    .description('Which of four types of council are we near, by how we use the Social Value Act?')
    .option('--policy <answer>', 'separate, mentioned or none')
    .option('--applied <answer>', 'most, wider, threshold or never')
    .option('--weight <answer>', 'significant, five, theory or none')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound social-value                      the questions\n  localpound social-value --policy mentioned --applied threshold --weight five',
    )
    .action(({ json: asJson, ...answers }: Options) => {
      const json = asJson === true;
      if (Object.keys(answers).length === 0) {
        const { questions, types, source } = socialValueTypes();
        if (json) printJson({ questions, types, source });
        else print(questionsText());
        return;
      }
      const parsed = parseSocialValueAnswers(answers);
      if (!parsed.ok) return failWith(parsed.issues, json);
      const check = socialValueCheck(parsed.value);
      if (json) printJson(check);
      else print(socialValueText(check));
    });
}

function questionsText(): string {
  const { questions, source } = socialValueTypes();
  return [
    'Answer with --policy, --applied and --weight:',
    ...questions.map(({ id, question, choices }) =>
      [
        `--${id}: ${question}`,
        ...choices.map((choice) => wrapped(`${choice.id}: ${choice.text}`, '    ', '  ')),
      ].join('\n'),
    ),
    wrapped(`Source: ${source.title}, ${source.place}.`),
  ].join('\n\n');
}
