import { Command, InvalidArgumentError } from 'commander';
import { findIndicators, type IndicatorQuery } from '../core/index.ts';
import { indicatorsText } from './indicator-text.ts';
import { failWith, print, printJson } from './output.ts';

interface Options {
  readonly characteristic?: string;
  readonly data?: string;
  readonly limit: number;
  readonly json?: true;
}

/** `indicator TOPIC`: what to measure, with what it needs and where it stands in the report. */
export function indicatorCommand(): Command {
  return new Command('indicator')
    .description('Find indicators by topic, by characteristic, or by the data you have.')
    .argument('[topic...]', 'what you want to show or measure, in your own words')
    .option('--characteristic <which>', 'only of one characteristic: its number or name')
    .option('--data <what>', 'only what can be made from data you have: payroll, a survey, council data')
    .option('--limit <number>', 'how many to show in full', wholeNumber, 5)
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound indicator lonely pensioners\n  localpound indicator --characteristic environment\n  localpound indicator --data "payroll and the accounts"\n  localpound indicator housing --data survey --json',
    )
    .action((words: readonly string[], options: Options, command: Command) => {
      const topic = words.join(' ').trim();
      const { characteristic, data } = options;
      if (topic === '' && characteristic === undefined && data === undefined) {
        command.error('error: give a topic, --characteristic or --data', { exitCode: 2 });
      }
      const query: IndicatorQuery = {
        ...(topic === '' ? {} : { topic }),
        ...(characteristic === undefined ? {} : { characteristic }),
        ...(data === undefined ? {} : { data }),
      };
      const outcome = findIndicators(query);
      if (!outcome.ok) return failWith(outcome.issues, options.json === true);
      if (options.json) printJson(outcome.value);
      else print(indicatorsText(outcome.value, options.limit));
    });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return number;
}
