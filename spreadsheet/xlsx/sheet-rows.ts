import {
  type Cell,
  cellAddress,
  columnLetters,
  formatCount,
  type Place,
  quoteCell,
  type Row,
} from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import type { Attributes } from '../xml/attributes.ts';
import { TextCollector } from '../xml/collector.ts';
import { parseIndex, parseNumber } from '../xml/number.ts';
import type { XmlHandler } from '../xml/scanner.ts';
import { decodeText } from '../xml/text.ts';
import { lastColumn, lastRow, parseReference } from './cell-reference.ts';
import { type CellContext, cellValue, shownNumber } from './cell-value.ts';
import { PlainCell } from './plain-cell.ts';
import { RichText, unescapeText } from './rich-text.ts';

/** Where things lie in a sheet: worksheet > sheetData > row > c > v. */
const depthOf = { worksheet: 1, sheetData: 2, row: 3, cell: 4, content: 5 } as const;

/**
 * Turns the XML of one sheet into rows, each told as soon as it is complete. Everything outside the
 * rows (merged ranges, validations, drawings) is passed over, so its size does not matter.
 */
export class SheetRows implements XmlHandler {
  /** Formulas that the file holds without a result, and the first of them. */
  formulasWithoutResult = 0;
  firstWithoutResult = '';

  readonly #context: CellContext;
  readonly #reading: Reading;
  readonly #where: Place;
  readonly #onRow: (row: Row) => void;
  readonly #content: TextCollector;
  readonly #inline: RichText;
  readonly #cellPlace = (): Place => ({ ...this.#where, cell: cellAddress(this.#column, this.#row) });

  #inData = false;
  #inRow = false;
  #inCell = false;
  #inValue = false;
  #inInline = false;
  #rows = 0;
  #row = 0;
  /** Used again for every row: the row gets a copy that is no longer than it must be. */
  readonly #cells: Cell[] = [];
  #filled = 0;
  #column = -1;
  #type = 'n';
  #style = 0;
  #hasFormula = false;
  readonly #plain: PlainCell;

  constructor(context: CellContext, reading: Reading, where: Place, onRow: (row: Row) => void) {
    this.#context = context;
    this.#reading = reading;
    this.#where = where;
    this.#onRow = onRow;
    const tooLong = (found: string): never => refuseDamaged(this.#cellPlace(), found);
    this.#content = new TextCollector(reading.limits.cellBytes, tooLong);
    this.#plain = new PlainCell(reading.limits.cellBytes);
    this.#inline = new RichText(depthOf.content, reading.limits.cellBytes, tooLong);
  }

  open(name: string, attributes: Attributes, depth: number): void {
    switch (depth) {
      case depthOf.worksheet:
        if (name !== 'worksheet') refuseDamaged(this.#where, `<${name}> where a worksheet should be`);
        return;
      case depthOf.sheetData:
        this.#inData = name === 'sheetData';
        return;
      case depthOf.row:
        this.#inRow = this.#inData && name === 'row';
        if (this.#inRow) this.#beginRow(attributes);
        return;
      case depthOf.cell:
        this.#inCell = this.#inRow && name === 'c';
        if (this.#inCell) this.#beginCell(attributes);
        return;
      case depthOf.content:
        if (!this.#inCell) return;
        this.#inValue = name === 'v';
        this.#inInline = name === 'is';
        if (name === 'f') this.#hasFormula = true;
        else if (this.#inInline) this.#inline.begin();
        return;
      default:
        if (this.#inInline) this.#inline.open(name, depth);
    }
  }

  whole(bytes: Uint8Array, at: number, depth: number): number {
    if (depth !== depthOf.cell || !this.#inRow) return -1;
    const plain = this.#plain;
    const end = plain.read(bytes, at);
    if (end < 0 || plain.row !== this.#row) return -1;
    const value = this.#plainValue(bytes);
    if (value === undefined) return -1;
    this.#column = plain.column;
    this.#type = plain.type;
    if (value !== null) this.#place(value);
    return end;
  }

  letGo(): void {
    this.#content.letGo();
    this.#inline.letGo();
  }

  /** Undefined for a cell that has to be read, or refused, the usual way. */
  #plainValue(bytes: Uint8Array): Cell | undefined {
    const { type, style, from, to } = this.#plain;
    if (to === 0) return null;
    if (type === 'n') {
      const value = parseNumber(bytes, from, to);
      return value === undefined ? undefined : shownNumber(value, style, this.#context);
    }
    const text =
      type === 's' ? this.#context.sharedTexts[parseIndex(bytes, from, to)] : decodeText(bytes, from, to);
    if (text === undefined) return undefined;
    return (type === 's' ? text : unescapeText(text)) || null;
  }

  text(bytes: Uint8Array, from: number, to: number, raw: boolean): void {
    if (this.#inValue) this.#content.add(bytes, from, to, raw);
    else if (this.#inInline) this.#inline.text(bytes, from, to, raw);
  }

  close(_name: string, depth: number): void {
    switch (depth) {
      case depthOf.sheetData:
        this.#inData = false;
        return;
      case depthOf.row:
        if (this.#inRow) this.#endRow();
        this.#inRow = false;
        return;
      case depthOf.cell:
        if (this.#inCell) this.#endCell();
        this.#inCell = false;
        return;
      case depthOf.content:
        this.#inValue = false;
        // An inline text's value is read when its cell ends; only its runs end here.
        this.#inInline = false;
        return;
      default:
        if (this.#inInline) this.#inline.close();
    }
  }

  #beginRow(attributes: Attributes): void {
    let number = this.#row + 1;
    while (attributes.next()) {
      if (attributes.name !== 'r') continue;
      number = parseIndex(attributes.bytes, attributes.from, attributes.to);
      if (number < 1 || number > lastRow) {
        refuse(
          this.#where,
          `a row with the number ${quoteCell(attributes.text())}`,
          `row numbers from 1 to ${formatCount(lastRow)}, as in Excel`,
          'Open the file in Excel and save it as a new workbook (.xlsx).',
        );
      }
    }
    if (number <= this.#row || number > lastRow) {
      refuseDamaged(this.#where, `row ${formatCount(number)} after row ${formatCount(this.#row)}`);
    }
    this.#row = number;
    this.#column = -1;
    this.#filled = 0;
  }

  #endRow(): void {
    if (this.#filled === 0) return;
    this.#rows += 1;
    if (this.#rows > this.#reading.limits.rows) {
      refuse(
        this.#where,
        `more than ${formatCount(this.#reading.limits.rows)} rows`,
        'at most that many on a sheet',
        'Split the sheet, or keep only the rows that are needed.',
      );
    }
    this.#onRow({ number: this.#row, cells: this.#cells.slice(0, this.#filled) });
  }

  #beginCell(attributes: Attributes): void {
    let column = this.#column + 1;
    this.#type = 'n';
    this.#style = 0;
    while (attributes.next()) {
      const { name } = attributes;
      if (name === 'r') {
        const reference = parseReference(attributes.bytes, attributes.from, attributes.to);
        const row = Math.floor(reference / lastColumn);
        if (reference < 0 || row !== this.#row) {
          refuseDamaged(
            this.#where,
            `a cell in row ${formatCount(this.#row)} with the address ${quoteCell(attributes.text())}`,
          );
        }
        column = reference - row * lastColumn;
      } else if (name === 's') this.#style = parseIndex(attributes.bytes, attributes.from, attributes.to);
      else if (name === 't') this.#type = attributes.text();
    }
    if (column >= lastColumn)
      refuseDamaged(this.#where, `a cell past column XFD in row ${formatCount(this.#row)}`);
    this.#column = column;
    this.#hasFormula = false;
    this.#content.reset();
    this.#inline.begin();
  }

  #endCell(): void {
    const value = this.#valueOf();
    if (this.#hasFormula && this.#content.isEmpty && this.#type !== 'str') {
      if (this.formulasWithoutResult === 0) this.firstWithoutResult = cellAddress(this.#column, this.#row);
      this.formulasWithoutResult += 1;
    }
    if (value !== null) this.#place(value);
  }

  /** An inline text counts whatever type the cell claims, if there is no other content; nothing is dropped. */
  #valueOf(): Cell {
    if (this.#content.isEmpty) return this.#inline.value() || null;
    const type = this.#type === 'inlineStr' ? 'str' : this.#type;
    if (this.#type === 'inlineStr' && this.#inline.value() !== '') {
      refuseDamaged(this.#cellPlace(), 'a cell with two contents');
    }
    return cellValue(type, this.#style, this.#content, this.#context, this.#cellPlace);
  }

  #place(value: Cell): void {
    const cells = this.#cells;
    const column = this.#column;
    if (column < this.#filled) {
      if (cells[column] !== null) refuseDamaged(this.#cellPlace(), 'a cell that is given twice');
      cells[column] = value;
      return;
    }
    if (column >= this.#reading.limits.columns) {
      refuse(
        this.#cellPlace(),
        'a filled cell this far right',
        `nothing past column ${columnLetters(this.#reading.limits.columns - 1)}`,
        'Delete the columns that are not needed.',
      );
    }
    this.#reading.takeCells(column + 1 - this.#filled, this.#where);
    for (let empty = this.#filled; empty < column; empty += 1) cells[empty] = null;
    cells[column] = value;
    this.#filled = column + 1;
    if (typeof value === 'string' && this.#type !== 's') this.#reading.takeText(value.length, this.#where);
  }
}
