import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folders = ['core', 'spreadsheet', 'places', 'bot', 'excel-addin', 'survey', 'server', 'cli'];

/** Which folders a folder may import from, besides itself. Imports point down. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  spreadsheet: ['core'],
  places: ['core', 'spreadsheet'],
  'excel-addin': ['core', 'spreadsheet', 'places'],
  bot: ['core', 'spreadsheet', 'places'],
  survey: ['core', 'spreadsheet'],
  server: ['core', 'places', 'bot', 'survey'],
  cli: ['core', 'spreadsheet', 'places', 'server', 'survey'],
};

/** Inside core, each folder may import from itself and from those of a lower level. */
const levels: Record<string, number> = {
  units: 0,
  explain: 1,
  shipped: 1,
  words: 1,
  workbook: 1,
  data: 1,
  ledger: 3,
  area: 2,
  questionnaire: 2,
  lm3: 4,
  enabled: 4,
  framework: 4,
  procurement: 4,
  answers: 5,
  report: 5,
};

interface Import {
  readonly file: string;
  readonly from: string;
  /** Path from the root of the project, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
}

function sources(folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|mjs)$/.test(file))
      .map((file) => join(folder, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  // The compiler tells imports from words in a text that only look like one.
  const imported = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  const workers = [...text.matchAll(/new URL\('(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return [...imported, ...workers].map((from) => {
    const isPackage = !from.startsWith('.');
    const target = isPackage ? from : relative(root, resolve(root, dirname(file), from));
    return { file, from, target, isPackage };
  });
}

const files = folders.flatMap(sources);
const imports = files.flatMap(importsOf);
const folderOf = (path: string): string => path.split('/')[0] ?? '';

describe('who may import what', () => {
  it('reads enough files to mean something', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(200);
  });

  it('points down between folders', () => {
    const wrong = imports
      .filter(({ isPackage, target }) => !isPackage && folders.includes(folderOf(target)))
      .filter(({ file, target }) => {
        const [from, to] = [folderOf(file), folderOf(target)];
        return from !== to && !mayImport[from]?.includes(to);
      });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('goes through core/index.ts and never into the folders of core', () => {
    const wrong = imports.filter(
      ({ file, target, isPackage }) =>
        !isPackage && folderOf(file) !== 'core' && folderOf(target) === 'core' && target !== 'core/index.ts',
    );
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('keeps core free of everything outside but zod and minisearch', () => {
    const wrong = imports.filter(
      ({ file, target, isPackage }) =>
        folderOf(file) === 'core' &&
        (isPackage ? !['zod', 'minisearch'].includes(target) : folderOf(target) !== 'core'),
    );
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('points towards units inside core', () => {
    const wrong = imports.filter(({ file, target, isPackage }) => {
      if (isPackage || folderOf(file) !== 'core' || file === 'core/index.ts') return false;
      const [from = '', to = ''] = [file.split('/')[1], target.split('/')[1]];
      if (from === to) return false;
      const [fromLevel, toLevel] = [levels[from], levels[to]];
      return fromLevel === undefined || toLevel === undefined || toLevel >= fromLevel;
    });
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it('keeps clock and chance out of core', () => {
    const wrong = files
      .filter((file) => folderOf(file) === 'core')
      .filter((file) => /Date\.now|new Date\(\)|Math\.random/.test(readFileSync(join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('loads exceljs in one place, and Excel itself only in the host of the add-in', () => {
    const excel = imports.filter(({ target }) => target === 'exceljs').map(({ file }) => file);
    expect([...new Set(excel)]).toEqual(['spreadsheet/write-workbook.ts']);
    const runs = files.filter((file) => readFileSync(join(root, file), 'utf8').includes('Excel.run'));
    expect(runs.filter((file) => !file.startsWith('excel-addin/host/'))).toEqual([]);
  });

  it('keeps the tests out of the product', () => {
    expect(imports.filter(({ target, isPackage }) => !isPackage && folderOf(target) === 'test')).toEqual([]);
  });
});
