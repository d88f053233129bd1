import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { csvNamedXlsx, wholeSheetMerge, zipBomb } from '../fakes/hostile-files.ts';

describe('the readers in a browser', () => {
  it('bundle without anything of Node or exceljs, and read in a page that has only the web', async () => {
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: false,
        lib: {
          entry: fileURLToPath(new URL('../../spreadsheet/read-workbook.ts', import.meta.url)),
          formats: ['iife'],
          name: 'readers',
        },
      },
    });
    const [output] = (Array.isArray(result) ? result : [result]) as {
      output: { code: string; moduleIds?: string[] }[];
    }[];
    const chunk = output?.output[0];
    if (chunk === undefined) throw new Error('nothing was built');
    expect(chunk.moduleIds?.filter((id) => /exceljs|__vite-browser-external|node:/.test(id))).toEqual([]);
    expect(chunk.moduleIds?.some((id) => id.endsWith('spreadsheet/read-xlsx.ts'))).toBe(true);

    // A page has these and no require, process or Buffer.
    const page = createContext({ TextDecoder, TextEncoder });
    runInContext(chunk.code, page);
    const read = (bytes: Uint8Array): string => {
      Object.assign(page, { given: [...bytes] });
      return runInContext(
        'JSON.stringify(readers.readWorkbook(Uint8Array.from(given), { accept: ["xlsx", "csv"] }))',
        page,
      ) as string;
    };
    expect(JSON.parse(read(wholeSheetMerge()))).toEqual({
      ok: true,
      value: {
        kind: 'xlsx',
        sheets: [{ name: 'Sheet1', hidden: false, rows: [{ number: 1, cells: [42] }] }],
      },
      issues: [],
    });
    expect(JSON.parse(read(csvNamedXlsx())).value.sheets[0].rows).toHaveLength(2);
    expect(JSON.parse(read(zipBomb())).issues[0].found).toContain('would unpack');
  });
});
