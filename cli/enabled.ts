import { extname, resolve } from 'node:path';
import { Command } from 'commander';
import {
  compareEnabled,
  dataToAsk,
  type EnabledOptions,
  type EnabledProject,
  type EnabledResult,
  enabledChart,
  enabledReport,
  type Issue,
  type Outcome,
  parseEnabledProject,
  suggestCodes,
  type TenantAnswer,
  type TenantResult,
  updatedReference,
} from '../core/index.ts';
import { chartPng } from '../spreadsheet/chart-png.ts';
import {
  computeTenants,
  type EnabledFile,
  readFormFile,
  readTenantsFile,
} from '../spreadsheet/enabled-file.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { runBatch } from './batch.ts';
import { codeSuggestionsText } from './code-suggestions.ts';
import { comparisonText, enabledText } from './enabled-text.ts';
import { readBytes, readJson, writeWhole } from './files.ts';
import { failWith, print, printJson, tell, tellIssues } from './output.ts';
import { askedReference } from './reference-folder.ts';
import { runStamp } from './run-stamp.ts';

interface Options {
  readonly json?: true;
  readonly workings?: true;
  readonly out?: string;
  readonly chart?: string;
  readonly batch?: string;
  readonly asPublished2017?: true;
  readonly answers?: readonly string[];
  readonly compare?: string;
  readonly data?: string;
}

/** `enabled FILE`: jobs and GVA of the tenants of community anchors. */
export function enabledCommand(): Command {
  return new Command('enabled')
    .description(
      'Compute enabled employment (FTE) and enabled GVA of tenants from a tenants workbook (.xlsx) or JSON.',
    )
    .argument('[file]', 'workbook or JSON file')
    .option('--json', 'print one JSON object')
    .option('--workings', 'print the workings as well, also with --json')
    .option('--out <report.xlsx>', 'write a report workbook with live formulas')
    .option('--chart <chart>', 'write a chart by anchor (.png or .svg)')
    .option('--answers <form.xlsx...>', 'put in forms that tenants have filled in')
    .option('--compare <earlier>', 'compare with an earlier workbook or JSON file, like with like')
    .option(
      '--as-published-2017',
      'enter turnover as GVA, as the report of 2017 did: overstates GVA, for comparison only',
    )
    .option('--data <folder>', 'newer reference tables, made by localpound data update')
    .option(
      '--batch <file.jsonl>',
      'one project in JSON a line; prints one result a line ("-" reads standard input)',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  localpound enabled tenants.xlsx\n  localpound enabled tenants.xlsx --out report.xlsx --chart tenants.png\n  localpound enabled tenants.xlsx --answers form-1.xlsx form-2.xlsx --out report.xlsx\n  localpound enabled this-year.xlsx --compare last-year.xlsx\n  localpound enabled --batch studies.jsonl',
    )
    .action(run);
}

async function run(file: string | undefined, options: Options, command: Command): Promise<void> {
  if ((file === undefined) === (options.batch === undefined)) {
    command.error('error: give either a file or --batch', { exitCode: 2 });
  }
  const newer = options.data === undefined ? undefined : await askedReference(options.data);
  if (newer && !newer.ok) return failWith(newer.issues, options.json === true);
  const mode: EnabledOptions = {
    asPublished2017: options.asPublished2017 === true,
    ...(newer ? { reference: updatedReference(newer.value) } : {}),
  };
  if (options.batch !== undefined) {
    if (options.out || options.chart || options.workings || options.answers || options.compare) {
      command.error(
        'error: --batch prints results only; leave out --out, --chart, --workings, --answers and --compare',
        { exitCode: 2 },
      );
    }
    await runBatch(options.batch, (project) => {
      const outcome = computeJson(project, mode);
      return outcome.ok ? withoutTrees(outcome.value.result) : { issues: outcome.issues };
    });
    return;
  }
  if (file !== undefined) await computeOne(file, options, mode, command);
}

async function computeOne(
  file: string,
  options: Options,
  mode: EnabledOptions,
  command: Command,
): Promise<void> {
  checkUsage(file, options, command);
  const json = options.json === true;
  const read = await readFile(file);
  if (!read.ok) return failWith(read.issues, json);
  const answers = await readForms(options.answers ?? []);
  if (!answers.ok) return failWith(answers.issues, json);
  const outcome = computeTenants(read.value, {
    ...mode,
    answers: answers.value,
    issues: [...read.issues, ...answers.issues],
  });
  if (!outcome.ok) return failWith(outcome.issues, json);
  const { project, result } = outcome.value;
  const earlier = options.compare === undefined ? undefined : await computeFile(options.compare, mode);
  if (earlier && !earlier.ok) return failWith(earlier.issues, json);
  const comparison = earlier && compareEnabled(earlier.value.result, result);

  const files: [string | undefined, () => Promise<Uint8Array>][] = [
    [
      options.out,
      async () =>
        writeWorkbook(
          enabledReport(project, result, {
            reference: mode.reference,
            comparison,
            stamp: await runStamp(file),
          }),
        ),
    ],
    [options.chart, async () => chartBytes(options.chart ?? '', enabledChart(result))],
  ];
  for (const [path, make] of files) {
    if (path === undefined) continue;
    const written = await writeWhole(path, await make());
    if (!written.ok) return failWith(written.issues, json);
    tell(`Wrote ${path}`);
  }
  const suggestedCodes = suggestCodes(project);
  if (json)
    printJson({
      ...(options.workings ? result : withoutTrees(result)),
      toAsk: dataToAsk(result),
      suggestedCodes,
      ...(comparison && { comparison }),
    });
  else
    print(
      [
        enabledText(result, options.workings === true),
        ...(comparison ? [comparisonText(comparison)] : []),
        codeSuggestionsText(suggestedCodes),
      ]
        .filter((section) => section !== '')
        .join('\n\n'),
    );
  tellIssues(result.issues);
}

function checkUsage(file: string, options: Options, command: Command): void {
  const inputs = [
    file,
    ...(options.answers ?? []),
    ...(options.compare === undefined ? [] : [options.compare]),
  ];
  for (const written of [options.out, options.chart]) {
    if (written !== undefined && inputs.some((input) => resolve(input) === resolve(written))) {
      command.error('error: the report would replace a file it is made from; choose another name', {
        exitCode: 2,
      });
    }
  }
  if (options.chart !== undefined && !chartKinds.has(extname(options.chart).toLowerCase())) {
    command.error('error: the name of the chart must end in .png or .svg', { exitCode: 2 });
  }
}

const chartKinds = new Set(['.png', '.svg']);

const chartBytes = (path: string, svg: string): Uint8Array =>
  extname(path).toLowerCase() === '.svg' ? new TextEncoder().encode(`${svg}\n`) : chartPng(svg);

/** A workbook, or JSON if the first character says so: the name of a file is no proof. */
async function readFile(file: string): Promise<Outcome<EnabledProject>> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const first = bytes.value.find((byte) => byte > 0x20 && byte < 0x80);
  if (first !== 0x7b) return readTenantsFile(bytes.value, { fileName: file });
  const json = readJson(bytes.value, file);
  return json.ok ? parseEnabledProject(json.value) : json;
}

async function computeFile(file: string, mode: EnabledOptions): Promise<Outcome<EnabledFile>> {
  const read = await readFile(file);
  return read.ok ? computeTenants(read.value, { ...mode, issues: read.issues }) : read;
}

function computeJson(input: unknown, mode: EnabledOptions): Outcome<EnabledFile> {
  const project = parseEnabledProject(input);
  return project.ok ? computeTenants(project.value, { ...mode, issues: project.issues }) : project;
}

/** Every form, or everything that is wrong with any of them. */
async function readForms(files: readonly string[]): Promise<Outcome<TenantAnswer[]>> {
  const answers: TenantAnswer[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    const bytes = await readBytes(file);
    const answer = bytes.ok ? readFormFile(bytes.value, { fileName: file }) : bytes;
    issues.push(...answer.issues);
    if (answer.ok) answers.push(answer.value);
  }
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: answers, issues };
}

/** Trees are most of a result, so JSON holds them on request; what they come to is there in any case. */
function withoutTrees(result: EnabledResult): object {
  const { workings: _, ...rest } = result;
  const bare = ({
    workings: _typical,
    lowWorkings: _low,
    highWorkings: _high,
    ...figure
  }: TenantResult['fte'] | TenantResult['gva']) => figure;
  return {
    ...rest,
    anchors: result.anchors.map((anchor) => ({
      ...anchor,
      tenants: anchor.tenants.map(({ fte, gva, crossCheck, ...tenant }) => ({
        ...tenant,
        fte: bare(fte),
        gva: bare(gva),
        ...(crossCheck && { crossCheck: { gvaGbp: crossCheck.gvaGbp } }),
      })),
    })),
  };
}
