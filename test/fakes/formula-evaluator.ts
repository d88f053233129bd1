import { createRequire } from 'node:module';
import * as formulajs from '@formulajs/formulajs';
import ExcelJS from 'exceljs';

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

interface Range {
  readonly sheet: string;
  readonly from: { readonly row: number; readonly col: number };
  readonly to: { readonly row: number; readonly col: number };
}

interface Parser {
  parse(formula: string, position: Place): unknown;
}

type Argument = { value: unknown; isArray: boolean };

const FormulaParser = createRequire(import.meta.url)('fast-formula-parser') as new (
  options: object,
) => Parser;

/**
 * Recalculates a workbook from its file without any office program: every formula is evaluated
 * afresh, its stored result is never used. Knows the functions that our reports use.
 */
export async function evaluateWorkbook(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const tables = tablesOf(workbook);
  const values = new Map<string, unknown>();
  const busy = new Set<string>();

  const valueAt = (place: Place): unknown => {
    const key = `${place.sheet}!${place.row}:${place.col}`;
    if (values.has(key)) return values.get(key);
    const cell = workbook.getWorksheet(place.sheet)?.getCell(place.row, place.col);
    if (!cell?.formula) return cell?.value ?? undefined;
    if (busy.has(key)) throw new Error(`circular formula at ${key}`);
    busy.add(key);
    const depth = busy.size;
    // A parser cannot be called again from inside its own call-backs, so each depth has its own.
    const parser = parsers[depth] ?? new FormulaParser(callbacks);
    parsers[depth] = parser;
    const result = parser.parse(withoutTables(cell.formula, place, tables), place);
    busy.delete(key);
    values.set(key, result);
    return result;
  };
  const parsers: Parser[] = [];
  const callbacks = {
    functions: functions(),
    onCell: valueAt,
    onRange: ({ sheet, from, to }: Range) => {
      const rows: unknown[][] = [];
      for (let row = from.row; row <= to.row; row += 1) {
        const line: unknown[] = [];
        for (let col = from.col; col <= to.col; col += 1) line.push(valueAt({ sheet, row, col }));
        rows.push(line);
      }
      return rows;
    },
    onVariable: (name: string) => {
      const [target] = workbook.definedNames.getRanges(name).ranges;
      const match = /^'?(.+?)'?!\$([A-Z]+)\$(\d+)$/.exec(target ?? '');
      if (!match) throw new Error(`unknown name ${name}`);
      return { sheet: match[1], row: Number(match[3]), col: columnNumber(match[2] ?? '') };
    },
  };

  const results = new Map<string, unknown>();
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row, number) => {
      row.eachCell((cell, col) => {
        if (cell.formula)
          results.set(`${sheet.name}!${cell.address}`, valueAt({ sheet: sheet.name, row: number, col }));
      });
    });
  }
  return results;
}

interface Table {
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly { readonly name: string; readonly letters: string }[];
}

function tablesOf(workbook: ExcelJS.Workbook): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (const sheet of workbook.worksheets) {
    // Both names hold the same table: the file's tables by name, each with its range and columns.
    const models = Object.values(
      (sheet as unknown as { tables: Record<string, { table: TableModel }> }).tables,
    );
    for (const { table } of models) {
      const [, letters = 'A', row = '1', , end = '1'] =
        /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table.tableRef) ?? [];
      tables.set(table.name, {
        sheet: sheet.name,
        firstRow: Number(row) + 1,
        lastRow: Number(end),
        columns: table.columns.map(({ name }, index) => ({
          name,
          letters: sheet.getColumn(columnNumber(letters) + index).letter,
        })),
      });
    }
  }
  return tables;
}

interface TableModel {
  readonly name: string;
  readonly tableRef: string;
  readonly columns: readonly { readonly name: string }[];
}

/** Structured references as plain ranges, which the parser knows. */
function withoutTables(formula: string, place: Place, tables: Map<string, Table>): string {
  // The parser's own INDEX hands back a reference instead of what stands there.
  return formula
    .replaceAll('INDEX(', 'PICK(')
    .replace(
      /(\w+)\[(\[#This Row\],)?\[([^\]]+)\]\]/g,
      (reference, name: string, thisRow: string | undefined, heading: string) => {
        const table = tables.get(name);
        const column = table?.columns.find((candidate) => candidate.name === heading);
        if (!table || !column) throw new Error(`unknown reference ${reference}`);
        const sheet = `'${table.sheet}'!`;
        return thisRow
          ? `${sheet}${column.letters}${place.row}`
          : `${sheet}${column.letters}${table.firstRow}:${column.letters}${table.lastRow}`;
      },
    );
}

function functions() {
  const flat = (argument: Argument): unknown[] =>
    Array.isArray(argument.value) ? (argument.value as unknown[][]).flat() : [argument.value];
  /** Row by row, whether every range holds what is wanted of it. */
  const matching = (pairs: Argument[]): boolean[] => {
    const [first] = pairs;
    if (!first) return [];
    return flat(first).map((_, row) =>
      pairs.every((range, pair) => pair % 2 === 1 || flat(range)[row] === pairs[pair + 1]?.value),
    );
  };
  const numbers = (args: Argument[]) => args.flatMap(flat).filter((value) => typeof value === 'number');
  return {
    MAX: (...args: Argument[]) => Math.max(...numbers(args)),
    MIN: (...args: Argument[]) => Math.min(...numbers(args)),
    BETAINV: (...args: Argument[]) => formulajs.BETAINV(...(numbers(args) as [number, number, number])),
    /** INDEX of a single column, which is all that reports ask for. */
    PICK: (range: Argument, row: Argument) => flat(range)[Number(row.value) - 1],
    COUNTA: (...args: Argument[]) =>
      args.flatMap(flat).filter((value) => value !== null && value !== undefined).length,
    COUNTIFS: (...pairs: Argument[]) => matching(pairs).filter(Boolean).length,
    COUNTIF: (range: Argument, wanted: Argument) => matching([range, wanted]).filter(Boolean).length,
    SUMIFS: (sum: Argument, ...pairs: Argument[]) => {
      const kept = matching(pairs);
      return flat(sum).reduce<number>(
        (total, value, index) => total + (kept[index] && typeof value === 'number' ? value : 0),
        0,
      );
    },
  };
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
