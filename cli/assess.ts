import { Command } from 'commander';
import {
  type Assessment,
  type AssessmentComparison,
  assessmentComparisonWorkbook,
  compareAssessments,
  type Issue,
  type Outcome,
  parseAssessment,
} from '../core/index.ts';
import { readAssessmentFile } from '../spreadsheet/framework-file.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { assessText } from './assess-text.ts';
import { readBytes, readJson, writeWhole } from './files.ts';
import { failWith, print, printJson, tell, tellIssues } from './output.ts';
import { runStamp } from './run-stamp.ts';

interface Options {
  readonly json?: true;
  readonly out?: string;
}

/** `assess FILE...`: self-assessments on the seven characteristics, side by side and over time. */
export function assessCommand(): Command {
  return new Command('assess')
    .description('Set self-assessments on the seven characteristics side by side and over time.')
    .argument('<files...>', 'assessment workbooks or JSON files, one for each organisation and day')
    .option('--json', 'print one JSON object')
    .option('--out <comparison.xlsx>', 'write a workbook with the views side by side')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound template assessment our-view.xlsx\n  localpound assess our-view.xlsx\n  localpound assess council.xlsx trust.xlsx trust-last-year.xlsx --out side-by-side.xlsx',
    )
    .action(run);
}

async function run(files: readonly string[], options: Options, command: Command): Promise<void> {
  const json = options.json === true;
  if (options.out !== undefined && !options.out.endsWith('.xlsx')) {
    command.error('error: --out writes an .xlsx file', { exitCode: 2 });
  }
  const assessments: Assessment[] = [];
  const issues: Issue[] = [];
  let failed = false;
  for (const file of files) {
    const read = await readAssessment(file);
    issues.push(...read.issues.map((issue) => ({ ...issue, where: { file, ...issue.where } })));
    if (read.ok) assessments.push(read.value);
    else failed = true;
  }
  if (failed) return failWith(issues, json);
  const compared = compareAssessments(assessments);
  if (!compared.ok) return failWith([...issues, ...compared.issues], json);
  if (options.out !== undefined && !(await written(options.out, compared.value, files, json))) return;
  if (json) printJson({ ...compared.value, issues });
  else print(assessText(compared.value));
  tellIssues(issues);
}

async function readAssessment(file: string): Promise<Outcome<Assessment>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  if (!file.endsWith('.json')) return readAssessmentFile(bytes.value, { fileName: file });
  const json = readJson(bytes.value, file);
  return json.ok ? parseAssessment(json.value) : json;
}

async function written(
  out: string,
  comparison: AssessmentComparison,
  files: readonly string[],
  json: boolean,
): Promise<boolean> {
  const [only, ...others] = files;
  const stamp = only === undefined ? undefined : await runStamp(only);
  // A stamp names one file; with several, the sheets name the organisations instead.
  const used = stamp && (others.length === 0 ? stamp : { version: stamp.version, madeAt: stamp.madeAt });
  const outcome = await writeWhole(out, await writeWorkbook(assessmentComparisonWorkbook(comparison, used)));
  if (!outcome.ok) failWith(outcome.issues, json);
  else tell(`Wrote ${out}`);
  return outcome.ok;
}
