import { extname, resolve } from 'node:path';
import { Command } from 'commander';
import {
  askTable,
  describeIssue,
  type PlanOptionsInput,
  parsePlanOptions,
  planWorkbook,
  type SurveyPlan,
  surveyPlan,
} from '../core/index.ts';
import { writeCsv } from '../spreadsheet/write-csv.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { readBytes, writeWhole } from './files.ts';
import { computeBytes } from './lm3.ts';
import { failWith, print, printJson, tell, tellIssues } from './output.ts';
import { planText } from './plan-text.ts';

interface Options {
  readonly budget?: string;
  readonly answerRate?: string;
  readonly spread?: string;
  readonly seed?: string;
  readonly json?: true;
  readonly out?: string;
}

/** `plan FILE`: whom to ask, so that few questionnaires tell much about LM3. */
export function planCommand(): Command {
  return new Command('plan')
    .description('Plan the supplier survey: whom to ask, and what their answers are expected to bring.')
    .argument('<file>', 'Local Pound workbook (.xlsx) or project in JSON')
    .option('--budget <numbers>', 'numbers of questionnaires to plan for, such as 20,50,100')
    .option(
      '--answer-rate <share>',
      'share of questionnaires you expect to be answered, such as 0.6 (standard: 1)',
    )
    .option(
      '--spread <deviation>',
      'standard deviation of re-spend shares from 0 to 0.5, used where too few have answered (standard: 0.2887)',
    )
    .option('--seed <number>', 'seed of the random draw: the same draws the same suppliers (standard: 1)')
    .option('--out <chase-list>', 'write whom to ask, all of them, as .csv or .xlsx')
    .option('--json', 'print one JSON object (it names the first 100 to chase; with --out all of them)')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound plan my-project.xlsx\n  localpound plan my-project.xlsx --budget 20,50,100 --answer-rate 0.6 --out chase-list.csv\n\nFrom a spend export: localpound ledger payments.csv --local local-suppliers.csv --out project.xlsx, then plan project.xlsx',
    )
    .action(runPlan);
}

async function runPlan(file: string, options: Options, command: Command): Promise<void> {
  const wrong = (message: string) => command.error(`error: ${message}`, { exitCode: 2 });
  const { out } = options;
  if (out !== undefined && !['.csv', '.xlsx'].includes(extname(out).toLowerCase())) {
    wrong(`--out writes .csv or .xlsx, not "${extname(out) || out}"`);
  }
  if (out !== undefined && resolve(out) === resolve(file)) {
    wrong('the chase list would replace the file it is made from; choose another name');
  }
  const planOptions = optionsOf(options);
  const checked = parsePlanOptions(planOptions);
  if (!checked.ok) wrong(checked.issues.map(describeIssue).join('\n'));

  const json = options.json === true;
  const bytes = await readBytes(file);
  const read = bytes.ok ? computeBytes(bytes.value, file) : bytes;
  if (!read.ok) return failWith(read.issues, json);
  const planned = surveyPlan(read.value.project, planOptions);
  if (!planned.ok) return failWith(planned.issues, json);
  const plan = planned.value;
  const { issues: found } = read.value.result;
  const known = new Set(found.map(describeIssue));
  const issues = [...found, ...planned.issues.filter((issue) => !known.has(describeIssue(issue)))];

  if (out !== undefined) {
    const written = await writeWhole(out, await fileOf(plan, out));
    if (!written.ok) return failWith(written.issues, json);
    tell(`Wrote ${out}`);
  }
  if (json) printJson({ ...plan, issues });
  else print(planText(plan));
  tellIssues(issues);
}

/** Texts to figures; what is no figure becomes none, and is told by the check that follows. */
function optionsOf({ budget, answerRate, spread, seed, out }: Options): PlanOptionsInput {
  const figure = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
  return {
    ...(budget === undefined ? {} : { budgets: budget.split(',').map(figure) }),
    ...(answerRate === undefined ? {} : { answerRate: figure(answerRate) }),
    ...(spread === undefined ? {} : { spread: figure(spread) }),
    ...(seed === undefined ? {} : { seed: figure(seed) }),
    ...(out === undefined ? {} : { listed: Number.MAX_SAFE_INTEGER }),
  };
}

async function fileOf(plan: SurveyPlan, path: string): Promise<Uint8Array> {
  if (extname(path).toLowerCase() === '.xlsx') return writeWorkbook(planWorkbook(plan));
  const { headings, rows } = askTable(plan);
  return writeCsv([headings.map(({ text }) => text), ...rows.map((row) => row.map(({ value }) => value))]);
}
