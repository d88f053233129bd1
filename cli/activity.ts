import { Command } from 'commander';
import {
  type ActivityChoices,
  chooseActivity,
  type SicChoice,
  type SuggestedDensity,
} from '../core/index.ts';
import { print, printJson } from './output.ts';

/** `activity "TEXT"`: SIC 2007 codes and employment densities for an activity, each with why. */
export function activityCommand(): Command {
  return new Command('activity')
    .description('Find the SIC 2007 code and the employment density for what a tenant does.')
    .argument('<activity...>', 'what the tenant does, a SIC code or a use class')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound activity "yoga studio"\n  localpound activity solicitor --json\n  localpound activity "class E"',
    )
    .action((words: readonly string[], options: { json?: true }, command: Command) => {
      const text = words.join(' ').trim();
      if (text === '') command.error('error: say what the tenant does', { exitCode: 2 });
      const choices = chooseActivity(text);
      if (options.json) printJson(choices);
      else print(activityText(choices));
    });
}

function activityText({
  text,
  found,
  sic,
  densities,
  nearestSection,
  useClassQuestion,
  notes,
}: ActivityChoices): string {
  const sections = [
    found ? '' : `Nothing fits "${text}" closely.`,
    listed('SIC 2007, best first', sic.map(sicLines)),
    listed('Employment density, likeliest first', densities.map(densityLines)),
    useClassQuestion === undefined
      ? ''
      : listed(
          useClassQuestion.question,
          useClassQuestion.options.map(({ useClass, use, densities: ids }) => [
            `${useClass}  ${use}`,
            ids.length > 0 ? `density types: ${ids.join(', ')}` : 'the guide has no density for this',
          ]),
        ),
    nearestSection === undefined ? '' : listed('The section that comes nearest', [sicLines(nearestSection)]),
    notes.join('\n'),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

function listed(heading: string, items: readonly (readonly string[])[]): string {
  if (items.length === 0) return '';
  const lines = items.flatMap(([first = '', ...rest]) => [
    `  ${first}`,
    ...rest.map((line) => `      ${line}`),
  ]);
  return [heading, ...lines].join('\n');
}

const sicLines = ({ code, title, why }: SicChoice): string[] => [`${code}  ${title}`, why];

const densityLines = ({ id, name, figure, verified, why }: SuggestedDensity): string[] => [
  `${id}  ${name}: ${figure}`,
  why,
  ...(verified ? [] : ['UNVERIFIED: this figure was not read in the guide itself']),
];
