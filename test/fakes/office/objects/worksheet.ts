import { parseAddress, wholeSheet } from '../area.ts';
import { HostError, invalidArgument } from '../host-error.ts';
import type { SheetModel } from '../workbook-model.ts';
import { ChartCollection } from './charts.ts';
import { Range } from './range.ts';
import { TableCollection } from './tables.ts';
import { type OpenExcel, WireCollection, WireObject } from './wire-object.ts';

export class Worksheet extends WireObject {
  override keeps = true;
  override wireId: string;

  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
  ) {
    super(excel);
    this.wireId = sheet.id;
  }
  get id(): string {
    return this.sheet.id;
  }
  get name(): string {
    return this.sheet.name;
  }
  get visibility(): string {
    return this.sheet.visibility;
  }
  /** What the API calls showGridlines. */
  get gridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set gridlines(shown: boolean) {
    this.excel.wrote(this.sheet);
    this.sheet.showGridlines = shown;
  }
  get tabColor(): string {
    return this.sheet.tabColor;
  }
  set tabColor(colour: string) {
    this.excel.wrote(this.sheet);
    this.sheet.tabColor = colour;
  }
  get tables(): TableCollection {
    return new TableCollection(this.excel, this.sheet);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.excel, this.sheet);
  }
  get freezePanes(): FreezePanes {
    return new FreezePanes(this.excel, this.sheet);
  }
  get protection(): Protection {
    return new Protection(this.excel, this.sheet);
  }
  getRange(address?: string): Range {
    if (address === undefined || address === '') return new Range(this.excel, this.sheet, wholeSheet);
    const { sheet, area } = parseAddress(address);
    if (sheet !== undefined && sheet.toLowerCase() !== this.sheet.name.toLowerCase())
      throw invalidArgument(`"${address}" is on another sheet.`);
    return new Range(this.excel, this.sheet, area);
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.excel, this.sheet, wholeSheet)
      .getCell(row, column)
      .getAbsoluteResizedRange(rows, columns);
  }
  getUsedRange(valuesOnly?: boolean): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getRange('A1');
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    return this.getRange().getUsedRangeOrNullObject(valuesOnly);
  }
  activate(): void {
    this.excel.book.active = this.excel.book.sheets.indexOf(this.sheet);
  }
  delete(): void {
    const { book } = this.excel;
    if (book.sheets.length === 1)
      throw new HostError('InvalidOperation', 'A workbook must hold at least one sheet.');
    this.excel.wrote(this.sheet);
    book.sheets.splice(book.sheets.indexOf(this.sheet), 1);
    for (const table of book.tables.filter(({ sheet }) => sheet === this.sheet))
      book.tables.splice(book.tables.indexOf(table), 1);
    book.active = Math.min(book.active, book.sheets.length - 1);
  }
}

class FreezePanes extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
  ) {
    super(excel);
  }
  freezeAt(range: Range | string): void {
    this.excel.wrote(this.sheet);
    this.sheet.frozen = typeof range === 'string' ? parseAddress(range).area : range.area;
  }
}

class Protection extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
  ) {
    super(excel);
  }
  get protected(): boolean {
    return this.sheet.isProtected;
  }
}

export class WorksheetCollection extends WireCollection<Worksheet> {
  all = (): Worksheet[] => this.excel.book.sheets.map((sheet) => new Worksheet(this.excel, sheet));
  keyOf = ({ sheet }: Worksheet): string => sheet.name;

  add(name?: string): Worksheet {
    this.excel.wrote();
    return new Worksheet(this.excel, this.excel.book.addSheet(name || undefined));
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.excel, this.excel.book.activeSheet);
  }
  _RegisterDataChangedEvent(): void {
    this.excel.listens(1);
  }
  _UnregisterDataChangedEvent(): void {
    this.excel.listens(-1);
  }
}
