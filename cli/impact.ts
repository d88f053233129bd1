import { Command } from 'commander';
import { type ImpactPlan, impactSummary, type Outcome, parseImpactPlan } from '../core/index.ts';
import { readImpactFile } from '../spreadsheet/framework-file.ts';
import { readBytes, readJson } from './files.ts';
import { impactText } from './impact-text.ts';
import { failWith, print, printJson, tellIssues } from './output.ts';

/** `impact FILE`: checks an impact plan and says where each indicator stands. */
export function impactCommand(): Command {
  return new Command('impact')
    .description('Read an impact plan back: checks, and where each indicator stands.')
    .argument('<file>', 'a workbook from localpound template indicators, or JSON')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound template indicators our-plan.xlsx --characteristics 2,5\n  localpound impact our-plan.xlsx',
    )
    .action(async (file: string, options: { json?: true }) => {
      const json = options.json === true;
      const read = await readPlan(file);
      if (!read.ok) return failWith(read.issues, json);
      const summary = impactSummary(read.value);
      const issues = [...read.issues, ...summary.issues].map((issue) => ({
        ...issue,
        where: { file, ...issue.where },
      }));
      if (!summary.ok) return failWith(issues, json);
      if (json) printJson({ ...summary.value, issues });
      else print(impactText(summary.value));
      tellIssues(issues);
    });
}

async function readPlan(file: string): Promise<Outcome<ImpactPlan>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  if (!file.endsWith('.json')) return readImpactFile(bytes.value, { fileName: file });
  const json = readJson(bytes.value, file);
  return json.ok ? parseImpactPlan(json.value) : json;
}
