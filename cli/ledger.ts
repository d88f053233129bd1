import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import {
  chaseList,
  computeLm3,
  formatCount,
  formatGbp,
  type Ledger,
  LedgerTally,
  type LocalList,
  ledgerProject,
  lm3Report,
  type Outcome,
  type PlacedLedger,
  placeLedger,
  readLocalList,
  reportTooLarge,
} from '../core/index.ts';
import type { Lm3File } from '../spreadsheet/lm3-file.ts';
import { createCsvReader } from '../spreadsheet/read-csv.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { sniffFile } from '../spreadsheet/sniff.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { readBytes, unreadable, writeWhole } from './files.ts';
import { lm3Text } from './lm3-text.ts';
import { columns, failWith, print, printJson, tell, tellIssues } from './output.ts';
import { runStamp } from './run-stamp.ts';

interface Options {
  readonly local?: string;
  readonly name?: string;
  readonly areaName?: string;
  readonly period?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `ledger FILE`: a raw spend export to suppliers and, with a list of local ones, to a first LM3. */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .description('Add up a spend export (.csv or .xlsx) by supplier and, with --local, compute a first LM3.')
    .argument('<file>', 'spend export with a supplier and an amount on each line')
    .option(
      '--local <list>',
      'list of suppliers (.csv or .xlsx): headed Supplier, or Supplier and Local (Yes or No)',
    )
    .option('--name <text>', 'project name to print on the result')
    .option('--area-name <text>', 'name of the local area to print on the result')
    .option('--period <text>', 'period to print on the result')
    .option(
      '--out <report.xlsx>',
      'with --local: write a report workbook, to be filled with suppliers’ answers',
    )
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound ledger payments.csv\n  localpound ledger payments.csv --local local-suppliers.csv --area-name "Calderdale" --period "August 2022"',
    )
    .action(async (file: string, options: Options, command: Command) => {
      if (options.out !== undefined && options.local === undefined) {
        command.error('error: --out needs --local, the list of local suppliers', { exitCode: 2 });
      }
      await runLedger(file, options);
    });
}

async function runLedger(file: string, options: Options): Promise<void> {
  const json = options.json === true;
  const ledger = await readLedger(file);
  if (!ledger.ok) return failWith(ledger.issues, json);
  const list = options.local === undefined ? undefined : await readList(options.local);
  if (list && !list.ok) return failWith(list.issues, json);

  const placed = placeLedger(ledger.value, list?.value);
  const lm3 = list?.value && firstLm3(placed, list.value, file, options);
  if (lm3 && !lm3.ok) return failWith(lm3.issues, json);
  const issues = [...ledger.issues, ...(lm3?.value.result.issues ?? placed.issues)];

  if (options.out !== undefined && lm3) {
    const tooLarge = reportTooLarge(lm3.value.project);
    if (tooLarge) return failWith([tooLarge], json);
    const report = await writeWorkbook(lm3Report(lm3.value.project, lm3.value.result, await runStamp(file)));
    const written = await writeWhole(options.out, report);
    if (!written.ok) return failWith(written.issues, json);
    tell(`Wrote ${options.out}`);
  }
  if (json) {
    const { suppliers, issues: _placing, ...sums } = placed;
    printJson({
      ...sums,
      suppliers: suppliers.length,
      columns: ledger.value.columns,
      credits: { lines: ledger.value.credits.lines, total: ledger.value.credits.pence / 100 },
      issues,
      ...(lm3 ? { lm3: lm3.value.result, chaseList: chaseList(lm3.value.project) } : {}),
    });
  } else {
    print(ledgerText(ledger.value, placed));
    if (lm3) print(`\n${lm3Text(lm3.value, false)}`);
    else print('\nWith --local FILE, a list of the suppliers that are local, this becomes a first LM3.');
  }
  tellIssues(issues);
}

function firstLm3(placed: PlacedLedger, list: LocalList, file: string, options: Options): Outcome<Lm3File> {
  const labels = {
    name: options.name ?? basename(file),
    ...(options.areaName === undefined ? {} : { area: options.areaName }),
    ...(options.period === undefined ? {} : { period: options.period }),
  };
  const { project, context } = ledgerProject(placed, labels, list);
  const computed = computeLm3(project, context);
  return computed.ok ? { ...computed, value: { project, result: computed.value } } : computed;
}

const sampleBytes = 4096;

/** CSV is read as a stream, so that memory does not grow with the file; workbooks are read whole. */
async function readLedger(path: string): Promise<Outcome<Ledger>> {
  try {
    const file = await open(path);
    const { buffer, bytesRead } = await file
      .read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
      .finally(() => file.close());
    if (sniffFile(new Uint8Array(buffer.subarray(0, bytesRead))) === 'text') return await streamCsv(path);
  } catch (error) {
    return { ok: false, issues: [unreadable(path, error)] };
  }
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const workbook = readWorkbook(bytes.value, { fileName: path, accept: ['xlsx', 'csv'] });
  if (!workbook.ok) return workbook;
  const outcomes = workbook.value.sheets.map((sheet) => {
    const tally = new LedgerTally(sheet.name);
    for (const row of sheet.rows) tally.add(row);
    return tally.result();
  });
  // The sheet of payments is the first that can be read as one; the first tells what is wrong otherwise.
  const found = outcomes.find((outcome) => outcome.ok) ?? outcomes[0];
  return found ?? { ok: false, issues: [emptyWorkbook(path)] };
}

async function streamCsv(path: string): Promise<Outcome<Ledger>> {
  const tally = new LedgerTally();
  const reader = createCsvReader({ fileName: path, onRow: (row) => tally.add(row) });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!reader.push(chunk)) break;
  }
  const end = reader.end();
  if (!end.ok) return end;
  const ledger = tally.result();
  return { ...ledger, issues: [...end.issues, ...ledger.issues] };
}

async function readList(path: string): Promise<Outcome<LocalList>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const workbook = readWorkbook(bytes.value, { fileName: path, accept: ['xlsx', 'csv'] });
  if (!workbook.ok) return workbook;
  const [sheet] = workbook.value.sheets;
  return sheet ? readLocalList(sheet) : { ok: false, issues: [emptyWorkbook(path)] };
}

const emptyWorkbook = (file: string) => ({
  severity: 'error' as const,
  where: { file },
  found: 'a workbook without sheets',
  expected: 'a sheet with headings and lines',
  mend: 'Export the file again.',
});

function ledgerText(ledger: Ledger, placed: PlacedLedger): string {
  const { credits, blankRows, columns: headings } = ledger;
  const sums = [
    ['Total', formatGbp(placed.total)],
    ['Local', formatGbp(placed.local)],
    ['Not local', formatGbp(placed.notLocal)],
    ['Cannot tell', formatGbp(placed.cannotTell)],
  ];
  const leaks = placed.topLeaks.slice(0, 10).map(({ name, spend }) => [`  ${name}`, formatGbp(spend)]);
  return [
    `${formatCount(placed.lines)} payments to ${formatCount(placed.suppliers.length)} suppliers, by the columns "${headings.supplier}" and "${headings.amount}".`,
    `${formatCount(credits.lines)} of them are credits, ${formatGbp(credits.pence / 100)} in all; they are taken off their suppliers. ${formatCount(blankRows)} blank rows were passed over.`,
    '',
    columns(sums),
    '',
    'Largest that are not known to be local',
    columns(leaks),
  ].join('\n');
}
