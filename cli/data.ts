import { basename } from 'node:path';
import { Command } from 'commander';
import {
  type DownloadedFile,
  formatShare,
  formatWholeGbp,
  type Issue,
  type Outcome,
  type ReferenceChange,
  updateReference,
} from '../core/index.ts';
import { readCsv } from '../spreadsheet/read-csv.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { sniffFile } from '../spreadsheet/sniff.ts';
import {
  isPostcodeDirectory,
  type PostcodeUpdate,
  postcodeChangesText,
  updatePostcodes,
} from './data-postcodes.ts';
import { readBytes } from './files.ts';
import { columns, failWith, print, printJson, tellIssues } from './output.ts';
import { defaultReferenceFolder, newestReference, writeReference } from './reference-folder.ts';

interface Options {
  readonly folder: string;
  readonly check?: true;
  readonly allowLargeChanges?: true;
  readonly json?: true;
}

/** `data update FILE...`: newer reference tables from files that the user downloaded. */
export function dataCommand(): Command {
  const data = new Command('data').description('Look after the reference data.');
  data
    .command('update')
    .description(
      'Make newer reference tables from files downloaded from ONS (Annual Business Survey, regional GVA by industry) or from a postcode directory (ONSPD, NSPL, Code-Point Open). Writes them beside your work; results use them only with --data.',
    )
    .argument(
      '<files...>',
      '.xlsx or .csv as they are published; for postcodes also the folder of unzipped CSV files',
    )
    .option('--folder <folder>', 'where the tables are written', defaultReferenceFolder)
    .option('--check', 'say what would change and write nothing')
    .option('--allow-large-changes', 'take figures that moved further than is plausible')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound data update abssectionsas.xlsx\n  localpound data update abssectionsas.xlsx regionalgva.xlsx --folder our-data\n  localpound data update ONSPD_MAY_2026_UK.csv\n  localpound data update codepo_gb/Data/CSV\n  localpound enabled tenants.xlsx --data our-data',
    )
    .action(update);
  return data;
}

async function update(files: readonly string[], options: Options): Promise<void> {
  const json = options.json === true;
  const directories: string[] = [];
  for (const file of files) if (await isPostcodeDirectory(file)) directories.push(file);
  if (directories.length === 0) return updateTables(files, options);
  if (directories.length < files.length) {
    const others = files.filter((file) => !directories.includes(file));
    return failWith([mixed(others)], json);
  }
  const made = await updatePostcodes(directories, {
    folder: options.folder,
    today: today(),
    check: options.check === true,
    allowLargeChanges: options.allowLargeChanges === true,
  });
  if (!made.ok) return failWith(made.issues, json);
  const { value: update } = made;
  if (json) printJson({ ...update, issues: made.issues });
  else {
    print(postcodeChangesText(update));
    print('');
    print(writtenText(update, options));
  }
  tellIssues(made.issues);
}

const today = (): string => new Date().toISOString().slice(0, 10);

const writtenText = ({ file }: PostcodeUpdate, { folder }: Options): string =>
  file === null
    ? 'Nothing was written.'
    : `Wrote ${file}. Use it with: localpound area POSTCODE --data ${folder}`;

const mixed = (others: readonly string[]): Issue => ({
  severity: 'error',
  where: { file: others.join(', ') },
  found: 'another file beside a postcode directory',
  expected: 'postcode directories alone, or tables alone',
  mend: 'Run the command once for each.',
});

async function updateTables(files: readonly string[], options: Options): Promise<void> {
  const json = options.json === true;
  const read = await Promise.all(files.map(readDownloaded));
  const unread = read.filter((file) => !file.ok).flatMap(({ issues }) => issues);
  if (unread.length > 0) return failWith(unread, json);
  const before = await newestReference(options.folder);
  if (!before.ok) return failWith(before.issues, json);

  const made = updateReference(
    read.flatMap((file) => (file.ok ? [file.value] : [])),
    {
      today: today(),
      allowLargeChanges: options.allowLargeChanges === true,
      ...(before.value && { inUse: before.value.update }),
    },
  );
  if (!made.ok) return failWith(made.issues, json);
  const { update: tables, changes } = made.value;
  const written = options.check ? undefined : await writeReference(options.folder, tables);
  if (written && !written.ok) return failWith(written.issues, json);
  const file = written?.value ?? null;
  if (json) printJson({ file, madeOn: tables.madeOn, files: tables.files, changes, issues: made.issues });
  else {
    print(changesText(changes));
    print('');
    print(
      file === null
        ? 'Nothing was written.'
        : `Wrote ${file}. Results use it with: localpound enabled FILE --data ${options.folder}`,
    );
  }
  tellIssues(made.issues);
}

async function readDownloaded(path: string): Promise<Outcome<DownloadedFile>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const name = basename(path);
  if (sniffFile(bytes.value) === 'text') {
    const sheet = readCsv(bytes.value, { fileName: name });
    return sheet.ok ? { ...sheet, value: { name, sheets: [sheet.value] } } : sheet;
  }
  const workbook = readWorkbook(bytes.value, { fileName: name });
  return workbook.ok ? { ...workbook, value: { name, sheets: workbook.value.sheets } } : workbook;
}

function changesText(changes: readonly ReferenceChange[]): string {
  const share = (ratio: number | null): string => (ratio === null ? 'none' : formatShare(ratio));
  const rows = changes.map(({ section, gvaPerFte, gvaToTurnover }) => [
    section,
    formatWholeGbp(gvaPerFte.before),
    formatWholeGbp(gvaPerFte.after),
    share(gvaToTurnover.before),
    share(gvaToTurnover.after),
  ]);
  return columns([['Section', 'GVA per FTE', 'new', 'GVA / turnover', 'new'], ...rows]);
}
