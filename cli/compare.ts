import { Command } from 'commander';
import {
  compareAreas,
  comparePeriods,
  describeIssue,
  formatRatio,
  type Issue,
  type Lm3Project,
  rankAreas,
} from '../core/index.ts';
import { areasText, periodsText } from './compare-text.ts';
import { readBytes } from './files.ts';
import { computeBytes } from './lm3.ts';
import { failWith, print, printJson, tellIssues } from './output.ts';

interface Options {
  readonly areas?: true;
  readonly periods?: true;
  readonly rank?: true;
  readonly json?: true;
}

/** `compare FILE...`: several areas of one project, or several periods of one organisation. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('Put several areas of one project, or several periods of one organisation, side by side.')
    .argument(
      '<files...>',
      'one project with several areas, or a project for each period, the earliest first',
    )
    .option('--areas', 'compare the areas of one project (standard with one file)')
    .option('--periods', 'compare periods, a file each (standard with several files)')
    .option('--rank', 'with --areas: rank them by LM3; refused where areas are unlike')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound compare my-project.xlsx\n  localpound compare 2023-24.xlsx 2024-25.xlsx --json',
    )
    .action(runCompare);
}

async function runCompare(files: readonly string[], options: Options, command: Command): Promise<void> {
  const wrong = (message: string) => command.error(`error: ${message}`, { exitCode: 2 });
  if (options.areas && options.periods) wrong('choose --areas or --periods');
  const byAreas = options.areas ?? (!options.periods && files.length === 1);
  if (byAreas && files.length > 1) wrong('--areas looks at one file; several files are periods');
  if (!byAreas && files.length < 2) wrong('--periods needs a file for each of at least two periods');
  if (options.rank && !byAreas) wrong('--rank is for areas; periods stand in the order of time');

  const json = options.json === true;
  const projects: Lm3Project[] = [];
  const found: Issue[] = [];
  for (const file of files) {
    const bytes = await readBytes(file);
    const read = bytes.ok ? computeBytes(bytes.value, file) : bytes;
    const named = read.ok ? read.value.result.issues : read.issues;
    found.push(...named.map((issue) => ({ ...issue, where: { file, ...issue.where } })));
    if (!read.ok) return failWith(found, json);
    projects.push(read.value.project);
  }
  const [first] = projects;
  if (byAreas && first) printAreas(first, found, options);
  else printPeriods(projects, found, json);
}

function printAreas(project: Lm3Project, found: readonly Issue[], options: Options): void {
  const json = options.json === true;
  const compared = compareAreas(project);
  if (!compared.ok) {
    failWith(compared.issues, json);
    return;
  }
  const ranked = options.rank ? rankAreas(compared.value) : undefined;
  if (ranked && !ranked.ok) {
    failWith(ranked.issues, json);
    return;
  }
  const issues = together(found, compared.issues);
  const order = ranked?.value.map(({ name, result }) => ({ name, lm3: result.lm3 }));
  if (json) printJson({ ...compared.value, ...(order ? { ranked: order } : {}), issues });
  else {
    print(areasText(compared.value));
    if (order) {
      const list = order.map(({ name, lm3 }, index) => `  ${index + 1}. ${name}, ${formatRatio(lm3)}`);
      print(['\nBy LM3', ...list].join('\n'));
    }
  }
  tellIssues(issues);
}

function printPeriods(projects: readonly Lm3Project[], found: readonly Issue[], json: boolean): void {
  const compared = comparePeriods(projects);
  if (!compared.ok) {
    failWith(together(found, compared.issues), json);
    return;
  }
  const issues = together(found, compared.issues);
  if (json) printJson({ ...compared.value, issues });
  else print(periodsText(compared.value));
  tellIssues(issues);
}

/** What reading found, and what comparing adds to it. */
function together(found: readonly Issue[], added: readonly Issue[]): Issue[] {
  const known = new Set(
    found.map(({ where: { file: _file, ...where }, ...issue }) => describeIssue({ ...issue, where })),
  );
  return [...found, ...added.filter((issue) => !known.has(describeIssue(issue)))];
}
