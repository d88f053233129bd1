import { type Area, parseAddress } from '../area.ts';
import { HostError } from '../host-error.ts';
import type { SheetModel, TableModel } from '../workbook-model.ts';
import { Range } from './range.ts';
import { type OpenExcel, WireCollection, WireObject } from './wire-object.ts';
import { Worksheet } from './worksheet.ts';

export class Table extends WireObject {
  override keeps = true;
  override wireId: string;

  constructor(
    excel: OpenExcel,
    readonly table: TableModel,
  ) {
    super(excel);
    this.wireId = table.id;
  }
  get id(): string {
    return this.table.id;
  }
  get name(): string {
    return this.table.name;
  }
  set name(name: string) {
    this.excel.wrote(this.table.sheet);
    this.excel.book.nameTable(this.table, name);
  }
  get style(): string {
    return this.table.style;
  }
  set style(style: string) {
    this.excel.wrote(this.table.sheet);
    this.table.style = style;
  }
  get showBandedRows(): boolean {
    return this.table.showBandedRows;
  }
  set showBandedRows(shown: boolean) {
    this.excel.wrote(this.table.sheet);
    this.table.showBandedRows = shown;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.excel, this.table.sheet);
  }
  getRange(): Range {
    return new Range(this.excel, this.table.sheet, this.table.area);
  }
  getHeaderRowRange(): Range {
    return new Range(this.excel, this.table.sheet, { ...this.table.area, rows: 1 });
  }
  getDataBodyRange(): Range {
    return new Range(this.excel, this.table.sheet, bodyOf(this.table.area));
  }
}

const bodyOf = (area: Area): Area => ({ ...area, row: area.row + 1, rows: area.rows - 1 });

/** Of the workbook, or of one sheet. */
export class TableCollection extends WireCollection<Table> {
  constructor(
    excel: OpenExcel,
    readonly sheet?: SheetModel,
  ) {
    super(excel);
  }
  all = (): Table[] =>
    this.excel.book.tables
      .filter(({ sheet }) => this.sheet === undefined || sheet === this.sheet)
      .map((table) => new Table(this.excel, table));
  keyOf = ({ table }: Table): string => table.name;

  add(where: Range | string, hasHeaders: boolean): Table {
    const { sheet, area } = placeOf(this, where);
    this.excel.wrote(sheet);
    const headings = hasHeaders
      ? Array.from({ length: area.columns }, (_, at) => sheet.valueAt(area.row, area.column + at))
      : [];
    // Excel would write other headings over these without a word; the fake makes a fault of it.
    if (headings.some((heading) => typeof heading !== 'string' || heading === ''))
      throw new HostError('InvalidArgument', 'A heading of the table is no text.');
    const low = headings.map((heading) => String(heading).toLowerCase());
    if (new Set(low).size < low.length)
      throw new HostError('InvalidArgument', 'Two headings of the table are the same.');
    return new Table(this.excel, this.excel.book.addTable(sheet, area, hasHeaders));
  }
}

function placeOf({ excel, sheet }: TableCollection, where: Range | string) {
  if (typeof where !== 'string') return { sheet: where.sheet, area: where.area };
  const parsed = parseAddress(where);
  const named =
    parsed.sheet === undefined ? (sheet ?? excel.book.activeSheet) : excel.book.sheet(parsed.sheet);
  return { sheet: named, area: parsed.area };
}
