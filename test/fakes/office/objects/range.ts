import { type Area, addressOf, fullAddress, mostColumns, mostRows, overlap } from '../area.ts';
import { HostError, invalidArgument } from '../host-error.ts';
import type { CellContent, SheetModel } from '../workbook-model.ts';
import { ConditionalFormats } from './conditional-formats.ts';
import { DataValidation } from './data-validation.ts';
import { RangeFormat } from './range-format.ts';
import { type OpenExcel, WireCollection, WireObject } from './wire-object.ts';
import { Worksheet } from './worksheet.ts';

/** Over this many cells Excel answers null instead of values, and no error. */
const mostCellsRead = 5_000_000;

/** A block of cells of one sheet. */
export class Range extends WireObject {
  override keeps = true;

  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }

  get address(): string {
    return fullAddress(this.sheet.name, this.area);
  }
  get rowIndex(): number {
    return this.area.row;
  }
  get columnIndex(): number {
    return this.area.column;
  }
  get rowCount(): number {
    return this.area.rows;
  }
  get columnCount(): number {
    return this.area.columns;
  }
  get cellCount(): number {
    const cells = this.area.rows * this.area.columns;
    // As documented: -1 over the largest 32-bit number.
    return cells > 2 ** 31 - 1 ? -1 : cells;
  }
  get values(): CellContent[][] | null {
    return gridOf(this, (row, column) => shownIn(this.sheet, row, column));
  }
  set values(values: unknown) {
    write(this, values);
  }
  get formulas(): CellContent[][] | null {
    return gridOf(
      this,
      (row, column) => this.sheet.formulas.get(`${row},${column}`) ?? this.sheet.valueAt(row, column) ?? '',
    );
  }
  set formulas(values: unknown) {
    write(this, values);
  }
  get numberFormat(): unknown[][] | null {
    return gridOf(this, (row, column) => this.sheet.formatOf(row, column, 'numberFormat') ?? 'General');
  }
  set numberFormat(formats: unknown) {
    this.excel.wrote(this.sheet);
    if (typeof formats === 'string') {
      this.sheet.format(this.area, 'numberFormat', formats);
      return;
    }
    eachCell(this, formats, (row, column, format) => {
      this.sheet.format({ row, column, rows: 1, columns: 1 }, 'numberFormat', format);
    });
  }
  get rowHidden(): boolean | null {
    const { row, rows } = this.area;
    const hidden = [...this.sheet.hiddenRows].filter((one) => one >= row && one < row + rows).length;
    if (hidden === 0) return false;
    return hidden === rows ? true : null;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.excel, this.sheet);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.excel, this.sheet, this.area);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.excel, this.sheet, this.area);
  }
  get conditionalFormats(): ConditionalFormats {
    return new ConditionalFormats(this.excel, this.sheet, this.area);
  }

  getCell(row: number, column: number): Range {
    return inside(this, { row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 });
  }
  getRow(row: number): Range {
    return inside(this, { ...this.area, row: this.area.row + row, rows: 1 });
  }
  getColumn(column: number): Range {
    return inside(this, { ...this.area, column: this.area.column + column, columns: 1 });
  }
  /** With other sizes, from the same corner. */
  getAbsoluteResizedRange(rows: number, columns: number): Range {
    return inside(this, { ...this.area, rows, columns });
  }
  getOffsetRange(rows: number, columns: number): Range {
    return inside(this, {
      ...this.area,
      row: this.area.row + rows,
      column: this.area.column + columns,
    });
  }
  getUsedRangeOrNullObject(_valuesOnly?: boolean): Range | null {
    const used = this.sheet.used();
    if (!used || !overlap(used, this.area)) return null;
    const row = Math.max(used.row, this.area.row);
    const column = Math.max(used.column, this.area.column);
    const rows = Math.min(used.row + used.rows, this.area.row + this.area.rows) - row;
    const columns = Math.min(used.column + used.columns, this.area.column + this.area.columns) - column;
    return new Range(this.excel, this.sheet, { row, column, rows, columns });
  }
  getVisibleView(): RangeView {
    return new RangeView(this.excel, this.sheet, this.area);
  }
  getMergedAreasOrNullObject(): RangeAreas | null {
    const merged = this.sheet.merged.filter((one) => overlap(one, this.area));
    return merged.length === 0 ? null : new RangeAreas(this.excel, this.sheet, merged);
  }
  /** The smallest block that holds both. */
  getBoundingRect(other: Range): Range {
    const row = Math.min(this.area.row, other.area.row);
    const column = Math.min(this.area.column, other.area.column);
    const bottom = Math.max(this.area.row + this.area.rows, other.area.row + other.area.rows);
    const right = Math.max(this.area.column + this.area.columns, other.area.column + other.area.columns);
    return inside(this, { row, column, rows: bottom - row, columns: right - column });
  }
  /** Asked by office.js before it sends a large block in parts. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw wrongSize();
  }
  getSpecialCellsOrNullObject(type: string): RangeAreas | null {
    if (type !== 'Formulas') throw new HostError('NotImplemented', `special cells of type ${type}`);
    const cells = [...this.sheet.formulas.keys()]
      .map((key): Area => {
        const [row = 0, column = 0] = key.split(',').map(Number);
        return { row, column, rows: 1, columns: 1 };
      })
      .filter((cell) => overlap(cell, this.area));
    return cells.length === 0 ? null : new RangeAreas(this.excel, this.sheet, cells);
  }
  getSpillingToRangeOrNullObject(): Range | null {
    const spill = this.sheet.spills.get(`${this.area.row},${this.area.column}`);
    return spill ? new Range(this.excel, this.sheet, spill) : null;
  }
  select(): void {
    this.excel.book.active = this.excel.book.sheets.indexOf(this.sheet);
    this.excel.book.selected = addressOf(this.area);
  }
}

/** The rows of a range that are not hidden. */
class RangeView extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }
  get rowCount(): number {
    const { row, rows } = this.area;
    return rows - [...this.sheet.hiddenRows].filter((one) => one >= row && one < row + rows).length;
  }
}

/** Several blocks of one sheet. */
class RangeAreas extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly blocks: readonly Area[],
  ) {
    super(excel);
  }
  get address(): string {
    return this.blocks.map((area) => fullAddress(this.sheet.name, area)).join(',');
  }
  get areaCount(): number {
    return this.blocks.length;
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.excel, this.sheet, this.blocks);
  }
}

class RangeCollection extends WireCollection<Range> {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly blocks: readonly Area[],
  ) {
    super(excel);
  }
  all = (): Range[] => this.blocks.map((area) => new Range(this.excel, this.sheet, area));
  keyOf = ({ address }: Range): string => address;
}

function inside(range: Range, area: Area): Range {
  const { row, column, rows, columns } = area;
  if (row < 0 || column < 0 || rows < 1 || columns < 1)
    throw invalidArgument('The range lies outside the sheet.');
  if (row + rows > mostRows || column + columns > mostColumns)
    throw invalidArgument('The range lies outside the sheet.');
  return new Range(range.excel, range.sheet, area);
}

function gridOf<T>({ area }: Range, at: (row: number, column: number) => T): T[][] | null {
  if (area.rows * area.columns > mostCellsRead) return null;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => at(area.row + row, area.column + column)),
  );
}

/** The fake does not calculate, and says so instead of answering with something. */
function shownIn(sheet: SheetModel, row: number, column: number): CellContent {
  const value = sheet.valueAt(row, column);
  if (value !== undefined) return value;
  const formula = sheet.formulas.get(`${row},${column}`);
  if (formula !== undefined)
    throw new HostError('NotImplemented', `The fake of Excel does not calculate: ${sheet.name} ${formula}.`);
  return '';
}

function write(range: Range, values: unknown): void {
  range.excel.wrote(range.sheet, range.area);
  if (!Array.isArray(values)) {
    const content = contentOf(values);
    const { row, column, rows, columns } = range.area;
    for (let y = 0; y < rows; y += 1)
      for (let x = 0; x < columns; x += 1)
        if (content !== null) range.sheet.put(row + y, column + x, content);
    return;
  }
  eachCell(range, values, (row, column, value) => {
    const content = contentOf(value);
    if (content !== null) range.sheet.put(row, column, content);
  });
}

/** Null leaves a cell as it is. */
function contentOf(value: unknown): CellContent | null {
  if (typeof value === 'string') return asTyped(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  throw invalidArgument(`${typeof value} cannot be put into a cell.`);
}

/** Text is taken as if it were typed: Excel makes numbers and dates of it unless an apostrophe says otherwise. */
function asTyped(text: string): CellContent {
  if (/^\s*[-+]?[£$]?\d[\d,]*(\.\d+)?%?\s*$/.test(text)) {
    const figure = Number(text.replace(/[£$,%\s]/g, ''));
    return text.includes('%') ? figure / 100 : figure;
  }
  const isDate = /^(\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?|\p{L}{3,9} \d{4}|\d{1,2} \p{L}{3,9}( \d{4})?)$/u.test(
    text,
  );
  const time = isDate ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? text : Math.floor(time / 86_400_000) + 25_569;
}

const wrongSize = (): HostError =>
  new HostError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

function eachCell(
  { area }: Range,
  matrix: unknown,
  put: (row: number, column: number, value: unknown) => void,
): void {
  if (!Array.isArray(matrix) || matrix.length !== area.rows) throw wrongSize();
  for (const row of matrix) if (!Array.isArray(row) || row.length !== area.columns) throw wrongSize();
  matrix.forEach((row: unknown[], y) => {
    row.forEach((value, x) => {
      put(area.row + y, area.column + x, value);
    });
  });
}
