import { basename } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import {
  type ColumnMapping,
  type ColumnRole,
  chaseList,
  columnRoles,
  computeLm3,
  districtMap,
  formatWholeGbp,
  type Issue,
  type LocalList,
  ledgerChart,
  ledgerProject,
  ledgerWorkbook,
  type MergeChoices,
  type Outcome,
  type PlacingSources,
  type PostcodeList,
  readLocalList,
  readMergeChoices,
  readPostcodeList,
  reportTooLarge,
  type Sheet,
  type Spend,
  SpendTally,
  spendByDistrict,
} from '../core/index.ts';
import type { Lm3File } from '../spreadsheet/lm3-file.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { chartMaker } from './chart-file.ts';
import { readBytes, writeWhole } from './files.ts';
import { readLedgerFile } from './ledger-files.ts';
import { ledgerJson } from './ledger-json.ts';
import { ledgerText } from './ledger-text.ts';
import { lm3Text } from './lm3-text.ts';
import { type AreaOptions, type AskedArea, askedArea, withAreaOptions } from './local-area.ts';
import { failWith, print, printJson, tell, tellIssues } from './output.ts';
import { Progress } from './progress.ts';
import { runStamp } from './run-stamp.ts';
import { wrapped } from './wrap.ts';

interface Options extends AreaOptions {
  readonly column: ColumnMapping;
  readonly local?: string;
  readonly postcodes?: string;
  readonly keepApart?: string;
  readonly name?: string;
  readonly areaName?: string;
  readonly period?: string;
  readonly leaveOutUnreadable?: true;
  readonly out?: string;
  readonly chart?: string;
  readonly map?: string;
  readonly json?: true;
}

/** `ledger FILE...`: raw spend exports to suppliers and, where something says who is local, a first LM3. */
export function ledgerCommand(): Command {
  return withAreaOptions(
    new Command('ledger')
      .description(
        'Add up spend exports (.csv, .xlsx or .parquet) of any layout by supplier, month, category and place.',
      )
      .argument('<files...>', 'spend exports with a supplier and an amount on each line; layouts may differ')
      .option(
        '--column <role=heading>',
        `say which column holds what, again for each: ${columnRoles.join(', ')}`,
        addColumn,
        {} as ColumnMapping,
      ),
  )
    .option(
      '--local <list>',
      'list of suppliers (.csv or .xlsx): headed Supplier, or Supplier and Local (Yes or No)',
    )
    .option('--postcodes <list>', 'list of suppliers and their postcodes (.csv or .xlsx), for those without')
    .option(
      '--keep-apart <list>',
      'names not to merge: a list headed Supplier, or a workbook of --out with Keep apart filled in',
    )
    .option('--name <text>', 'project name to print on the result')
    .option('--area-name <text>', 'name of the local area to print on the result')
    .option('--period <text>', 'period to print on the result')
    .option('--leave-out-unreadable', 'go on without lines whose amount cannot be read, and list them')
    .option('--out <workbook.xlsx>', 'write a workbook for LM3 with the suppliers filled in')
    .option('--chart <file>', 'write a chart (.svg or .png) of where the money goes')
    .option('--map <file>', 'with an area: write a map (.svg or .png) of where the money goes by district')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  localpound ledger payments.csv
  localpound ledger 2025-*.csv --area Calderdale,Kirklees --postcodes suppliers.csv --out lm3.xlsx
  localpound ledger payments.xlsx --centre HX1 --radius-km 12 --chart where.png
  localpound ledger payments.csv --column supplier="Paid to" --column amount="Sum"
  localpound ledger payments.csv --local local-suppliers.csv --area-name "Calderdale" --period "August 2022"`,
    )
    .action(runLedger);
}

/** `--column supplier="Payee"`, as often as needed. */
function addColumn(given: string, before: ColumnMapping): ColumnMapping {
  const [name = '', ...rest] = given.split('=');
  const heading = rest.join('=').trim();
  const role = columnRoles.find((one) => one.toLowerCase() === name.replace(/[\s_-]/g, '').toLowerCase());
  if (role === undefined || heading === '') {
    throw new InvalidArgumentError(
      `Expected ROLE="HEADING" with a role of ${columnRoles.join(', ')}, such as supplier="Paid to".`,
    );
  }
  return { ...before, [role satisfies ColumnRole]: heading };
}

async function runLedger(files: readonly string[], options: Options, command: Command): Promise<void> {
  const json = options.json === true;
  const toChart = pictureMaker(options.chart, '--chart', command);
  const toMap = pictureMaker(options.map, '--map', command);
  if (toMap && options.area === undefined && options.centre === undefined)
    command.error('error: --map needs an area: --area, or --centre and --radius-km', { exitCode: 2 });

  const lists = await readLists(options);
  if (!lists.ok) return failWith(lists.issues, json);
  const { list, postcodes, choices, area } = lists.value;
  const tally = await readFiles(files, options.column);
  if (!tally.ok) return failWith(tally.issues, json);

  const placing: PlacingSources = {
    ...(list ? { list } : {}),
    ...(postcodes ? { postcodes } : {}),
    ...(area ? { placeOf: area.placeOf } : {}),
  };
  const spend = tally.value.result(placing, choices);
  const found = [...tally.issues, ...lists.issues, ...spend.issues, ...nothingPlaced(spend, area)];
  const wrong = found.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0 && !options.leaveOutUnreadable) return failWith(found, json);
  if (spend.lines === 0) return failWith([...found, noLines(files)], json);

  const issues = found.map((issue): Issue => ({ ...issue, severity: 'warning' }));
  const labels = labelsOf(files, options, area);
  const { project, context } = ledgerProject(spend, labels, list);
  const isPlaced = list !== undefined || area !== undefined;
  const licences = area ? [area.attribution] : [];
  const computed = isPlaced ? computeLm3(project, { ...context, issues }) : undefined;
  if (computed && !computed.ok) return failWith(computed.issues, json);
  const lm3: Lm3File | undefined = computed && { project, result: computed.value };

  if (options.out !== undefined) {
    const tooLarge = reportTooLarge(project);
    if (tooLarge) return failWith([tooLarge], json);
    const { version, madeAt, ...made } = await runStamp(files[0] ?? '');
    // Several files are named, with their sums, on the sheet that says how each was read.
    const stamp = { version, madeAt, ...(files.length === 1 ? made : {}) };
    const workbook = await writeWorkbook(ledgerWorkbook(spend, project, { issues, stamp, licences }));
    if (!(await wrote(options.out, workbook, json))) return;
  }
  if (options.chart !== undefined && toChart) {
    const chart = toChart(ledgerChart(spend, chartTitle(spend, labels)));
    if (!(await wrote(options.chart, chart, json))) return;
  }
  if (options.map !== undefined && toMap && area) {
    const about = [labels.name, labels.period].filter(Boolean).join(', ');
    const map = toMap(districtMap({ ...spendByDistrict(spend), area: area.area, about }));
    if (!(await wrote(options.map, map, json))) return;
  }
  const all = lm3?.result.issues ?? issues;
  if (json) {
    printJson({
      ...ledgerJson(spend, all),
      ...(area ? { area: area.area, licences } : {}),
      ...(lm3 ? { lm3: lm3.result, chaseList: chaseList(project) } : {}),
    });
  } else {
    print(ledgerText(spend));
    if (lm3) print(`\n${lm3Text(lm3, false)}`);
    else print(`\n${wrapped(howToPlace)}`);
    for (const licence of licences) print(`\n${wrapped(licence)}`);
  }
  tellIssues(all);
}

async function readFiles(files: readonly string[], mapping: ColumnMapping): Promise<Outcome<SpendTally>> {
  const tally = new SpendTally();
  const issues: Issue[] = [];
  const progress = new Progress('Reading');
  let refused = false;
  for (const [index, file] of files.entries()) {
    const detail = files.length > 1 ? `file ${index + 1} of ${files.length}` : basename(file);
    const read = await readLedgerFile(file, mapping, (share) => progress.at(share, 1, detail));
    issues.push(...read.issues);
    if (read.ok) for (const part of read.value) tally.add(part);
    else refused = true;
  }
  progress.end();
  return refused ? { ok: false, issues } : { ok: true, value: tally, issues };
}

const howToPlace =
  'With --area DISTRICT (and --postcodes FILE where the export has none), or with --local FILE, a list of the suppliers that are local, this becomes a first LM3.';

interface Lists {
  readonly area: AskedArea | undefined;
  readonly list: LocalList | undefined;
  readonly postcodes: PostcodeList | undefined;
  readonly choices: MergeChoices | undefined;
}

async function readLists(options: Options): Promise<Outcome<Lists>> {
  const first =
    <T>(read: (sheet: Sheet) => Outcome<T>) =>
    (sheets: readonly Sheet[], file: string): Outcome<T> => {
      const [sheet] = sheets;
      return sheet ? read(sheet) : { ok: false, issues: [emptyWorkbook(file)] };
    };
  const list = await readList(options.local, first(readLocalList));
  const postcodes = await readList(options.postcodes, first(readPostcodeList));
  const choices = await readList(options.keepApart, readMergeChoices);
  const area = await askedArea(options);
  const issues = [list, postcodes, choices, area].flatMap((outcome) => outcome?.issues ?? []);
  if ((list && !list.ok) || (postcodes && !postcodes.ok) || (choices && !choices.ok) || (area && !area.ok))
    return { ok: false, issues };
  return {
    ok: true,
    issues,
    value: { list: list?.value, postcodes: postcodes?.value, choices: choices?.value, area: area?.value },
  };
}

/** A list in a file; undefined where none was named. */
async function readList<T>(
  path: string | undefined,
  read: (sheets: readonly Sheet[], file: string) => Outcome<T>,
): Promise<Outcome<T> | undefined> {
  if (path === undefined) return undefined;
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const workbook = readWorkbook(bytes.value, { fileName: path, accept: ['xlsx', 'csv'] });
  return workbook.ok ? read(workbook.value.sheets, path) : workbook;
}

const emptyWorkbook = (file: string): Issue => ({
  severity: 'error',
  where: { file },
  found: 'a workbook without sheets',
  expected: 'a sheet with headings and lines',
  mend: 'Export the file again.',
});

/** An area places by postcode; without any there is no answer, whatever the money. */
function nothingPlaced({ total }: Spend, area: AskedArea | undefined): Issue[] {
  if (!area || total.local !== 0 || total.notLocal !== 0) return [];
  return [
    {
      severity: 'warning',
      where: {},
      found: 'no supplier that could be placed',
      expected: 'postcodes of suppliers, in the files or in a list',
      mend: 'Give a list of suppliers and postcodes with --postcodes FILE, or say who is local with --local FILE.',
    },
  ];
}

const noLines = (files: readonly string[]): Issue => ({
  severity: 'error',
  where: files.length === 1 && files[0] !== undefined ? { file: files[0] } : {},
  found: 'headings but no payments',
  expected: 'a line for each payment',
  mend: 'Export the payments again.',
});

function labelsOf(files: readonly string[], options: Options, asked: AskedArea | undefined) {
  const [file = ''] = files;
  const area = options.areaName ?? asked?.area.name;
  return {
    name:
      options.name ??
      (files.length === 1 ? basename(file) : `${basename(file)} and ${files.length - 1} more`),
    ...(area === undefined ? {} : { area }),
    ...(asked ? kindOf(asked.area) : {}),
    ...(options.period === undefined ? {} : { period: options.period }),
  };
}

/** Areas of one district or one radius can be compared with others of their kind. */
function kindOf({ districts, circles }: AskedArea['area']): {
  areaKind?: 'district' | 'radius';
  radiusKm?: number;
} {
  const [circle] = circles;
  if (districts.length === 1 && !circle) return { areaKind: 'district' };
  if (districts.length === 0 && circle && circles.length === 1)
    return { areaKind: 'radius', radiusKm: circle.radiusKm };
  return {};
}

function chartTitle({ total }: Spend, { name, area, period }: ReturnType<typeof labelsOf>): string {
  const told = [area, period].filter(Boolean).join(', ');
  return `Where ${formatWholeGbp(total.pence / 100)} goes: ${told === '' ? name : told}`;
}

/** What makes a picture for a file of this name; another ending than .svg or .png is wrong usage. */
function pictureMaker(
  path: string | undefined,
  option: string,
  command: Command,
): ReturnType<typeof chartMaker> {
  const maker = path === undefined ? undefined : chartMaker(path);
  if (path !== undefined && !maker)
    command.error(`error: ${option} needs a name that ends in .svg or .png`, { exitCode: 2 });
  return maker;
}

async function wrote(path: string, bytes: Uint8Array, json: boolean): Promise<boolean> {
  const written = await writeWhole(path, bytes);
  if (written.ok) tell(`Wrote ${path}`);
  else failWith(written.issues, json);
  return written.ok;
}
