import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';

const run = promisify(execFile);

/** The version of LibreOffice on this machine; undefined where there is none. */
export async function libreOfficeVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await run('soffice', ['--version'], { timeout: 60_000 });
    return stdout.trim().split(' ').slice(0, 2).join(' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** By default LibreOffice trusts stored results; this profile makes it recalculate every formula on loading. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * Opens the workbooks in LibreOffice, recalculates all of each and returns what it saves. They go
 * through one start of the program, which takes longer than the work.
 */
export async function recalculateInLibreOffice(files: readonly Uint8Array[]): Promise<ExcelJS.Workbook[]>;
/** The same for one workbook. */
export async function recalculateInLibreOffice(file: Uint8Array): Promise<ExcelJS.Workbook>;
export async function recalculateInLibreOffice(
  given: Uint8Array | readonly Uint8Array[],
): Promise<ExcelJS.Workbook | ExcelJS.Workbook[]> {
  const files = given instanceof Uint8Array ? [given] : given;
  const workbooks = await recalculateAll(files);
  const [only] = workbooks;
  return given instanceof Uint8Array && only ? only : workbooks;
}

async function recalculateAll(files: readonly Uint8Array[]): Promise<ExcelJS.Workbook[]> {
  const folder = await mkdtemp(join(tmpdir(), 'libre-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
    const names = files.map((_, index) => `in-${index}.xlsx`);
    await Promise.all(files.map((bytes, index) => writeFile(join(folder, `in-${index}.xlsx`), bytes)));
    const out = join(folder, 'out');
    await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile)}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        ...names.map((name) => join(folder, name)),
      ],
      { timeout: 200_000 },
    );
    const workbooks: ExcelJS.Workbook[] = [];
    for (const name of names) {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await readFile(join(out, name))).buffer as ArrayBuffer);
      workbooks.push(workbook);
    }
    return workbooks;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
