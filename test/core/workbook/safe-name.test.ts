import { describe, expect, it } from 'vitest';
import { assertSafeFunctionName, assertSafeName, looksLikeCell } from '../../../core/index.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';

describe('names that Excel is to know', () => {
  it.each(['LM3', 'lm3', 'A1', 'XFD1048576', 'R1C1', 'rc', 'R', 'c', 'R2', 'C12'])('%s is a cell', (name) => {
    expect(looksLikeCell(name)).toBe(true);
    expect(() => assertSafeName(name)).toThrow(RangeError);
    expect(() => assertSafeFunctionName('LOCALPOUND', name)).toThrow(name);
    expect(() => assertSafeFunctionName(name, 'ROUNDS')).toThrow(name);
  });

  it.each(['LM3_Result', 'LocalPound', 'LOCALPOUND', 'ROUNDS', '_lm', 'SUPPLIERS1'])('%s is none', (name) => {
    expect(() => assertSafeName(name)).not.toThrow();
  });

  it.each(['', '3rounds', 'two words', 'a-b', 'x'.repeat(256)])('"%s" is no name at all', (name) => {
    expect(() => assertSafeName(name)).toThrow(RangeError);
  });

  it('holds functions to at least three letters', () => {
    expect(() => assertSafeFunctionName('LP', 'ROUNDS')).toThrow('LP');
  });

  it('are held to that when a report is written', async () => {
    const sheet = { name: 'LM3 report', widths: [], cells: [], tables: [], validations: [] };
    const named = (name: string) =>
      writeWorkbook({ title: 'x', sheets: [sheet], names: [{ name, refersTo: "'LM3 report'!$A$1" }] });
    await expect(named('LM3')).rejects.toThrow('looks like a cell address');
    await expect(named('LM3 result')).rejects.toThrow('cannot be a name');
    const table = { row: 1, column: 1, headings: [{ text: 'a' }], rows: [] };
    const withTable = (name: string) =>
      writeWorkbook({ title: 'x', sheets: [{ ...sheet, tables: [{ ...table, name }] }], names: [] });
    await expect(withTable('LM3')).rejects.toThrow('looks like a cell address');
    await expect(withTable('LM3_Suppliers')).resolves.toBeInstanceOf(Uint8Array);
  });
});
