import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import {
  lm3Report,
  type Outcome,
  parseLm3Project,
  poundChart,
  reportTooLarge,
  tippingPoint,
} from '../core/index.ts';
import { computeLm3File, computeProject, type Lm3File } from '../spreadsheet/lm3-file.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { runBatch } from './batch.ts';
import { chartMaker } from './chart-file.ts';
import { readBytes, readJson, writeWhole } from './files.ts';
import { lm3Text } from './lm3-text.ts';
import { failWith, print, printJson, tell, tellIssues } from './output.ts';
import { runStamp } from './run-stamp.ts';

interface Options {
  readonly json?: true;
  readonly workings?: true;
  readonly out?: string;
  readonly chart?: string;
  readonly batch?: string;
  readonly target?: number;
}

/** `lm3 FILE`: LM3 of a Local Pound workbook or a project in JSON. */
export function lm3Command(): Command {
  return new Command('lm3')
    .description('Compute LM3 from a Local Pound workbook (.xlsx) or a project in JSON.')
    .argument('[file]', 'workbook or JSON file')
    .option('--json', 'print one JSON object')
    .option(
      '--target <lm3>',
      'an LM3 from 1 to 3: says what silent suppliers must re-spend to reach it',
      lm3Target,
    )
    .option('--workings', 'print the workings as well')
    .option('--out <report.xlsx>', 'write a report workbook with live formulas')
    .option('--chart <chart.png>', 'write a chart of where each pound goes, as a .png or .svg picture')
    .option(
      '--batch <file.jsonl>',
      'one project in JSON a line; prints one result a line ("-" reads standard input)',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  localpound lm3 my-project.xlsx\n  localpound lm3 my-project.xlsx --out report.xlsx --chart pound.png\n  localpound lm3 --batch projects.jsonl',
    )
    .action(async (file: string | undefined, options: Options, command: Command) => {
      if ((file === undefined) === (options.batch === undefined)) {
        command.error('error: give either a file or --batch', { exitCode: 2 });
      }
      if (options.batch !== undefined) {
        if (options.out || options.chart || options.workings) {
          command.error('error: --batch prints results only; leave out --out, --chart and --workings', {
            exitCode: 2,
          });
        }
        await runBatch(options.batch, (project) => {
          const outcome = computeJson(project);
          return outcome.ok ? { ...outcome.value.result } : { issues: outcome.issues };
        });
        return;
      }
      if (file !== undefined) await computeOne(file, options, command);
    });
}

async function computeOne(file: string, options: Options, command: Command): Promise<void> {
  for (const written of [options.out, options.chart]) {
    if (written !== undefined && resolve(written) === resolve(file)) {
      command.error('error: the report would replace the file it is made from; choose another name', {
        exitCode: 2,
      });
    }
  }
  const makeChart = options.chart === undefined ? undefined : chartMaker(options.chart);
  if (options.chart !== undefined && !makeChart) {
    command.error(`error: --chart writes .png or .svg pictures; ${options.chart} ends in neither`, {
      exitCode: 2,
    });
  }
  const json = options.json === true;
  const bytes = await readBytes(file);
  const outcome = bytes.ok ? computeBytes(bytes.value, file) : bytes;

  if (!outcome.ok) {
    failWith(outcome.issues, json);
    return;
  }
  const { project, result } =
    options.target === undefined ? outcome.value : withTarget(outcome.value, options.target);
  const { out, chart } = options;
  const tooLarge = out === undefined ? undefined : reportTooLarge(project);
  if (tooLarge) return failWith([tooLarge], json);
  const files: [string, () => Promise<Uint8Array>][] = [];
  if (out) files.push([out, async () => writeWorkbook(lm3Report(project, result, await runStamp(file)))]);
  if (chart && makeChart) files.push([chart, async () => makeChart(poundChart(result))]);
  for (const [path, make] of files) {
    const written = await writeWhole(path, await make());
    if (!written.ok) return failWith(written.issues, json);
    tell(`Wrote ${path}`);
  }
  if (json) printJson(result);
  else print(lm3Text({ project, result }, options.workings === true));
  tellIssues(result.issues);
}

/** A workbook, or JSON if the first character says so: the name of a file is no proof. */
export function computeBytes(bytes: Uint8Array, file: string): Outcome<Lm3File> {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  if (first !== 0x7b) return computeLm3File(bytes, { fileName: file });
  const json = readJson(bytes, file);
  return json.ok ? computeJson(json.value) : json;
}

function computeJson(input: unknown): Outcome<Lm3File> {
  const project = parseLm3Project(input);
  return project.ok ? computeProject(project.value, { issues: project.issues }) : project;
}

function lm3Target(text: string): number {
  const target = Number(text);
  if (!(target >= 1 && target <= 3)) throw new InvalidArgumentError('It must be an LM3 from 1 to 3.');
  return target;
}

/** The result with the point at which LM3 reaches a target. */
function withTarget({ project, result }: Lm3File, target: number): Lm3File {
  const { silentFactor } = result;
  return {
    project: { ...project, target },
    result: {
      ...result,
      silentFactor: { ...silentFactor, tippingPoint: tippingPoint(silentFactor, target) },
    },
  };
}
