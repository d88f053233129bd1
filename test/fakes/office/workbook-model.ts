import { type Area, looksLikeCell, overlap } from './area.ts';
import { HostError, invalidArgument, itemNotFound } from './host-error.ts';

export type CellContent = string | number | boolean;

export interface Formatting {
  readonly area: Area;
  /** Path of the property, such as `font/bold` or `numberFormat`. */
  readonly property: string;
  readonly value: unknown;
}

export interface TableModel {
  readonly id: string;
  name: string;
  readonly sheet: SheetModel;
  area: Area;
  readonly hasHeaders: boolean;
  style: string;
  showBandedRows: boolean;
}

export interface NameModel {
  readonly name: string;
  readonly refersTo: string;
}

export interface ChartModel {
  name: string;
  readonly type: string;
  readonly source: string;
  readonly seriesBy: string;
  title: string;
  from?: string;
  to?: string;
  readonly properties: Map<string, unknown>;
}

export interface ValidationModel {
  readonly area: Area;
  rule: Readonly<Record<string, unknown>>;
  errorAlert?: Readonly<Record<string, unknown>>;
}

export interface LookModel {
  readonly area: Area;
  readonly type: string;
  rule?: Readonly<Record<string, unknown>>;
  readonly format: Map<string, unknown>;
}

/** A sheet of the workbook that is open in the fake Excel. */
export class SheetModel {
  /** By row, then by column; empty cells are missing. */
  readonly #values: (CellContent | undefined)[][] = [];
  /** By `row,column`, with the equals sign. What has no stored result is not yet calculated. */
  readonly formulas = new Map<string, string>();
  readonly formatting: Formatting[] = [];
  readonly widths = new Map<number, number>();
  readonly heights = new Map<number, number>();
  readonly validations: ValidationModel[] = [];
  readonly looks: LookModel[] = [];
  readonly charts: ChartModel[] = [];
  readonly merged: Area[] = [];
  readonly hiddenRows = new Set<number>();
  readonly notes = new Map<string, string>();
  /** By `row,column` of a formula, the cells that its result fills, its own included. */
  readonly spills = new Map<string, Area>();
  frozen: Area | undefined;
  isProtected = false;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  showGridlines = true;
  tabColor = '';

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  valueAt(row: number, column: number): CellContent | undefined {
    return this.#values[row]?.[column];
  }

  /** A value, a formula with its equals sign, or an empty text to clear the cell. */
  put(row: number, column: number, content: CellContent): void {
    const key = `${row},${column}`;
    this.formulas.delete(key);
    this.spills.delete(key);
    let cells = this.#values[row];
    if (!cells) {
      cells = [];
      this.#values[row] = cells;
    }
    if (typeof content === 'string' && content.startsWith('=') && content.length > 1) {
      this.formulas.set(key, content);
      cells[column] = undefined;
    } else {
      // Excel keeps the apostrophe that marks a text beside the value.
      cells[column] = typeof content === 'string' && content.startsWith("'") ? content.slice(1) : content;
      if (content === '') cells[column] = undefined;
    }
  }

  /** A formula as a file holds it, with the result that was stored with it. */
  putFormula(row: number, column: number, formula: string, result: CellContent | undefined): void {
    this.put(row, column, formula);
    const cells = this.#values[row];
    if (cells && result !== undefined) cells[column] = result;
  }

  /** A formula whose result fills several cells. */
  putSpill(row: number, column: number, formula: string, results: readonly (readonly CellContent[])[]): void {
    results.forEach((cells, down) => {
      cells.forEach((result, right) => {
        this.put(row + down, column + right, typeof result === 'string' ? `'${result}` : result);
      });
    });
    this.putFormula(row, column, formula, results[0]?.[0]);
    const [rows, columns] = [results.length, results[0]?.length ?? 1];
    this.spills.set(`${row},${column}`, { row, column, rows, columns });
  }

  /** The block that holds everything; undefined where the sheet is empty. */
  used(): Area | undefined {
    let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
    const see = (row: number, column: number) => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    this.#values.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell !== undefined) see(row, column);
      });
    });
    for (const key of this.formulas.keys()) {
      const [row = 0, column = 0] = key.split(',').map(Number);
      see(row, column);
    }
    if (bottom < 0) return undefined;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  format(area: Area, property: string, value: unknown): void {
    this.formatting.push({ area, property, value });
  }

  /** The last format that covers the cell rules. */
  formatOf(row: number, column: number, property: string): unknown {
    for (let at = this.formatting.length - 1; at >= 0; at -= 1) {
      const one = this.formatting[at];
      if (one?.property === property && overlap(one.area, { row, column, rows: 1, columns: 1 }))
        return one.value;
    }
    return undefined;
  }
}

/** The workbook that is open in the fake Excel. */
export class WorkbookModel {
  readonly sheets: SheetModel[] = [];
  readonly tables: TableModel[] = [];
  readonly names: NameModel[] = [];
  readonly settings = new Map<string, unknown>();
  active = 0;
  /** Address of the selection on the active sheet. */
  selected = 'A1';
  #made = 0;

  constructor(readonly fileName = 'Book1.xlsx') {}

  addSheet(name?: string): SheetModel {
    const called = name ?? this.#freeName();
    if (this.findSheet(called))
      throw new HostError('ItemAlreadyExists', `A resource with the same name already exists: ${called}.`);
    if (called.length > 31 || called === '' || /[\\/?*[\]:]/.test(called) || /^'|'$/.test(called))
      throw invalidArgument(`"${called}" cannot be the name of a sheet.`);
    this.#made += 1;
    const sheet = new SheetModel(`{00000000-0001-0000-0000-${String(this.#made).padStart(12, '0')}}`, called);
    this.sheets.push(sheet);
    return sheet;
  }

  #freeName(): string {
    for (let number = this.sheets.length + 1; ; number += 1) {
      if (!this.findSheet(`Sheet${number}`)) return `Sheet${number}`;
    }
  }

  /** Excel does not tell names apart by capitals. */
  findSheet(name: string): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase() || sheet.id === name);
  }

  sheet(name: string): SheetModel {
    const found = this.findSheet(name);
    if (!found) throw itemNotFound(`There is no sheet ${name}.`);
    return found;
  }

  get activeSheet(): SheetModel {
    const sheet = this.sheets[this.active];
    if (!sheet) throw itemNotFound('The workbook has no sheets.');
    return sheet;
  }

  addTable(sheet: SheetModel, area: Area, hasHeaders: boolean, name?: string): TableModel {
    if (this.tables.some((other) => other.sheet === sheet && overlap(other.area, area)))
      throw new HostError('InvalidOperation', "A table can't overlap another table.");
    this.#made += 1;
    const free = () => {
      for (let number = 1; ; number += 1) if (!this.isTaken(`Table${number}`)) return `Table${number}`;
    };
    const table: TableModel = {
      id: String(this.#made),
      name: free(),
      sheet,
      area,
      hasHeaders,
      style: 'TableStyleMedium2',
      showBandedRows: true,
    };
    this.tables.push(table);
    if (name !== undefined) this.nameTable(table, name);
    return table;
  }

  nameTable(table: TableModel, name: string): void {
    if (table.name === name) return;
    this.#mustBeName(name);
    if (table.name.toLowerCase() !== name.toLowerCase() && this.isTaken(name))
      throw new HostError('ItemAlreadyExists', `A resource with the same name already exists: ${name}.`);
    table.name = name;
  }

  addName(name: string, refersTo: string): NameModel {
    this.#mustBeName(name);
    if (this.isTaken(name))
      throw new HostError('ItemAlreadyExists', `A resource with the same name already exists: ${name}.`);
    const made = { name, refersTo: refersTo.startsWith('=') ? refersTo : `=${refersTo}` };
    this.names.push(made);
    return made;
  }

  /** Tables and names share one list of names. */
  isTaken(name: string): boolean {
    const low = name.toLowerCase();
    return [...this.tables, ...this.names].some((one) => one.name.toLowerCase() === low);
  }

  #mustBeName(name: string): void {
    if (looksLikeCell(name) || !/^[\p{L}_\\][\p{L}\d_.\\]*$/u.test(name) || name.length > 255)
      throw invalidArgument(
        `"${name}" cannot be a name: it looks like a cell or has characters that names cannot have.`,
      );
  }
}
