import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../core/index.ts';
import { writeCsv } from '../../spreadsheet/write-csv.ts';

const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a CSV file', () => {
  it('is marked as UTF-8, with quotes where they are needed and figures at full precision', () => {
    expect(text(writeCsv([['Café, "Zoë"', 0.1 + 0.2, -5, true, null]]))).toBe(
      '\uFEFF"Café, ""Zoë""",0.30000000000000004,-5,Yes,\r\n',
    );
  });

  it('holds no text that a spreadsheet would run', () => {
    for (const attack of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|"/C calc"!A0', ' =1']) {
      const [[cell = ''] = []] = Papa.parse<string[]>(text(writeCsv([[attack]])).slice(1)).data;
      expect(cell).toBe(`'${attack}`);
    }
  });

  it('gives every text back to a reader that takes the apostrophe off', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, unit: 'binary' }), { minLength: 1, maxLength: 5 }),
        (row) => {
          fc.pre(!row.some((field) => field.includes('\uFEFF')));
          const parsed = Papa.parse<string[]>(text(writeCsv([row])).slice(1), {
            newline: '\r\n',
            delimiter: ',',
          });
          expect((parsed.data[0] ?? []).map(plainText)).toEqual(row.map(plainText));
        },
      ),
    );
  });
});
