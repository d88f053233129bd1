import type { Area } from '../area.ts';
import type { SheetModel } from '../workbook-model.ts';
import { type OpenExcel, WireObject } from './wire-object.ts';

/** How a block of cells looks. */
export class RangeFormat extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }
  get font(): FormatPart {
    return new FontFormat(this.excel, this.sheet, this.area);
  }
  get fill(): FormatPart {
    return new FillFormat(this.excel, this.sheet, this.area);
  }
  get borders(): BorderCollection {
    return new BorderCollection(this.excel, this.sheet, this.area);
  }
  get wrapText(): unknown {
    return read(this, 'wrapText', false);
  }
  set wrapText(value: unknown) {
    set(this, 'wrapText', value);
  }
  get verticalAlignment(): unknown {
    return read(this, 'verticalAlignment', 'Bottom');
  }
  set verticalAlignment(value: unknown) {
    set(this, 'verticalAlignment', value);
  }
  get horizontalAlignment(): unknown {
    return read(this, 'horizontalAlignment', 'General');
  }
  set horizontalAlignment(value: unknown) {
    set(this, 'horizontalAlignment', value);
  }
  get indentLevel(): unknown {
    return read(this, 'indentLevel', 0);
  }
  set indentLevel(value: unknown) {
    set(this, 'indentLevel', value);
  }
  /** In points, about 5.3 for each character. */
  get columnWidth(): number {
    return this.sheet.widths.get(this.area.column) ?? 48;
  }
  set columnWidth(points: number) {
    this.excel.wrote(this.sheet);
    for (let at = 0; at < this.area.columns; at += 1) this.sheet.widths.set(this.area.column + at, points);
  }
  get rowHeight(): number {
    return this.sheet.heights.get(this.area.row) ?? 15;
  }
  set rowHeight(points: number) {
    this.excel.wrote(this.sheet);
    for (let at = 0; at < this.area.rows; at += 1) this.sheet.heights.set(this.area.row + at, points);
  }
  autofitColumns(): void {
    this.excel.wrote(this.sheet);
  }
  autofitRows(): void {
    this.excel.wrote(this.sheet);
  }
}

type FormatPart = FontFormat | FillFormat;

class FontFormat extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }
  get name(): unknown {
    return read(this, 'font/name', 'Calibri');
  }
  set name(value: unknown) {
    set(this, 'font/name', value);
  }
  get size(): unknown {
    return read(this, 'font/size', 11);
  }
  set size(value: unknown) {
    set(this, 'font/size', value);
  }
  get bold(): unknown {
    return read(this, 'font/bold', false);
  }
  set bold(value: unknown) {
    set(this, 'font/bold', value);
  }
  get italic(): unknown {
    return read(this, 'font/italic', false);
  }
  set italic(value: unknown) {
    set(this, 'font/italic', value);
  }
  get color(): unknown {
    return read(this, 'font/color', '#000000');
  }
  set color(value: unknown) {
    set(this, 'font/color', value);
  }
}

class FillFormat extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }
  get color(): unknown {
    return read(this, 'fill/color', '#FFFFFF');
  }
  set color(value: unknown) {
    set(this, 'fill/color', value);
  }
}

class BorderCollection extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
  ) {
    super(excel);
  }
  getItem(side: string): Border {
    return new Border(this.excel, this.sheet, this.area, side);
  }
}

class Border extends WireObject {
  constructor(
    excel: OpenExcel,
    readonly sheet: SheetModel,
    readonly area: Area,
    readonly side: string,
  ) {
    super(excel);
  }
  get style(): unknown {
    return read(this, `border/${this.side}/style`, 'None');
  }
  set style(value: unknown) {
    set(this, `border/${this.side}/style`, value);
  }
  get color(): unknown {
    return read(this, `border/${this.side}/color`, '#000000');
  }
  set color(value: unknown) {
    set(this, `border/${this.side}/color`, value);
  }
}

interface Formatted {
  readonly excel: OpenExcel;
  readonly sheet: SheetModel;
  readonly area: Area;
}

function set({ excel, sheet, area }: Formatted, property: string, value: unknown): void {
  excel.wrote(sheet);
  sheet.format(area, property, value);
}

const read = ({ sheet, area }: Formatted, property: string, otherwise: unknown): unknown =>
  sheet.formatOf(area.row, area.column, property) ?? otherwise;
