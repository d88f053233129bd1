import { cpus } from 'node:os';
import { activity } from './activity.ts';
import { answersTable } from './answers.ts';
import { bootstrap } from './coverage/bootstrap.ts';
import { coverageTable } from './coverage/coverage-table.ts';
import { csvRows, csvTable } from './csv/csv-suppliers.ts';
import { customFunction } from './custom-function.ts';
import { enabledTenants } from './enabled-tenants.ts';
import { excelPaneTable } from './excel-pane.ts';
import { fuzzTable } from './fuzz/fuzz-table.ts';
import { lm3Suppliers } from './lm3-suppliers.ts';
import { postcodeRows } from './places/postcode-rows.ts';
import { planRow } from './plan.ts';
import { surveyKillsTable, surveyTable } from './survey/survey-tables.ts';
import { xlsxRows } from './xlsx/xlsx-rows.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly peer: string;
  readonly goal: string;
  /** Of both measures; milliseconds unless it says otherwise. */
  readonly unit?: string;
  run(): Measures | Promise<Measures>;
}

interface Table {
  readonly name: string;
  print(line: (text: string) => void): void | Promise<void>;
}

interface Measures {
  readonly ours: number;
  readonly peer: number;
}

/** Each row compares ours with a peer in one run; ratios travel between machines, times do not. */
const rows: readonly Row[] = [
  lm3Suppliers,
  planRow,
  bootstrap,
  customFunction,
  enabledTenants,
  activity,
  ...csvRows,
  ...xlsxRows,
  ...postcodeRows,
];
/** Tables of their own take minutes, so they are printed only by name. */
const tables: readonly Table[] = [
  coverageTable,
  answersTable,
  csvTable,
  fuzzTable,
  excelPaneTable,
  surveyTable,
  surveyKillsTable,
];

const wanted = process.argv[2];
const print = (line: string) => process.stdout.write(`${line}\n`);
const chosen = rows.filter((row) => wanted === undefined || row.name === wanted);
const table = tables.find(({ name }) => name === wanted);

if (chosen.length === 0 && !table) {
  const names = [...rows, ...tables].map(({ name }) => name);
  process.stderr.write(`No row "${wanted}". Rows: ${names.join(', ')}\n`);
  process.exitCode = 2;
} else {
  print(`Node ${process.version}, ${cpus().length} processors, ${cpus()[0]?.model ?? 'unknown'}`);
  print('');
  if (table) await table.print(print);
  else await printRows();
}

async function printRows(): Promise<void> {
  print('| row | ours, median | peer | peer, median | ours / peer | goal |');
  print('| --- | --- | --- | --- | --- | --- |');
  for (const row of chosen) {
    const { ours, peer } = await row.run();
    const unit = row.unit ?? 'ms';
    print(
      `| ${row.title} | ${ours.toFixed(2)} ${unit} | ${row.peer} | ${peer.toFixed(2)} ${unit} | ${(ours / peer).toFixed(2)} | ${row.goal} |`,
    );
  }
}
