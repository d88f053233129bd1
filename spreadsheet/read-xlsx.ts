import { formatCount, type Issue, type Outcome, type Row, type Sheet } from '../core/index.ts';
import { Reading, type ReadOptions } from './reading.ts';
import { outcomeOf, refuse } from './refusal.ts';
import type { CellContext } from './xlsx/cell-value.ts';
import { scanPart, type XlsxPackage } from './xlsx/part.ts';
import { SerialDates } from './xlsx/serial-date.ts';
import { readSharedTexts } from './xlsx/shared-texts.ts';
import { SheetRows } from './xlsx/sheet-rows.ts';
import { readDateStyles } from './xlsx/styles.ts';
import { readWorkbookPart, type SheetPart, type WorkbookPart } from './xlsx/workbook-part.ts';
import { openZip } from './zip.ts';

/** A sheet as read, with what the reader knows of it beyond its values. */
export interface ReadSheet extends Sheet {
  /** Hidden from whoever opens the workbook in Excel. */
  readonly hidden: boolean;
}

/** A workbook opened for reading one sheet at a time, row by row. */
export interface XlsxFile {
  /** In the order of their tabs. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /**
   * Tells of every row of the sheet that holds something, from top to bottom, without keeping any:
   * memory then holds the packed file and its table of shared texts only. Warnings come with the
   * outcome; after a refusal the rows told so far are not the whole sheet.
   */
  readRows(sheetName: string, onRow: (row: Row) => void): Outcome<undefined>;
}

/**
 * Opens an Excel workbook (.xlsx, .xlsm) held in memory. Use `readWorkbook` for bytes of unknown
 * kind: it tells people what else they may have given.
 */
export function openXlsx(bytes: Uint8Array, options: ReadOptions = {}): Outcome<XlsxFile> {
  return outcomeOf(() => {
    const opened = new OpenedXlsx(bytes, new Reading(options));
    return {
      sheets: opened.sheets.map(({ name, hidden }) => ({ name, hidden })),
      readRows: (sheetName, onRow) =>
        outcomeOf((warnings) => {
          const sheet = opened.sheetNamed(sheetName);
          opened.restart();
          opened.expect([sheet]);
          opened.readRows(sheet, onRow, warnings);
          return undefined;
        }),
    };
  });
}

/** Reads all sheets of an Excel workbook into memory. */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): Outcome<ReadSheet[]> {
  return outcomeOf((warnings) => {
    const opened = new OpenedXlsx(bytes, new Reading(options));
    opened.expect(opened.sheets);
    return opened.sheets.map((sheet) => {
      const rows: Row[] = [];
      opened.readRows(sheet, (row) => rows.push(row), warnings);
      return { name: sheet.name, hidden: sheet.hidden, rows };
    });
  });
}

class OpenedXlsx {
  readonly sheets: readonly SheetPart[];
  readonly #pack: XlsxPackage;
  readonly #workbook: WorkbookPart;
  #context: CellContext | undefined;
  #packedTotal = 1;
  #packedDone = 0;

  constructor(bytes: Uint8Array, reading: Reading) {
    this.#pack = { archive: openZip(bytes, reading), reading };
    this.#workbook = readWorkbookPart(this.#pack);
    this.sheets = this.#workbook.sheets;
  }

  sheetNamed(name: string): SheetPart {
    const sheet = this.sheets.find((candidate) => candidate.name === name);
    if (sheet !== undefined) return sheet;
    return refuse(
      this.#pack.reading.place,
      `no sheet named ${name}`,
      `one of: ${this.sheets.map((known) => known.name).join(', ')}`,
      'Name a sheet that the workbook has.',
    );
  }

  restart(): void {
    this.#pack.reading.restart();
  }

  /** Sets out to read these sheets: progress is the share of them, and of the texts, that is done. */
  expect(sheets: readonly SheetPart[]): void {
    const parts = sheets.map(({ part }) => part);
    if (this.#context === undefined && this.#workbook.stringsPart !== undefined)
      parts.push(this.#workbook.stringsPart);
    const packedBytes = parts.map((part) => this.#pack.archive.find(part)?.packedBytes ?? 0);
    this.#packedTotal = Math.max(
      1,
      packedBytes.reduce((sum, bytes) => sum + bytes, 0),
    );
    this.#packedDone = 0;
  }

  readRows(sheet: SheetPart, onRow: (row: Row) => void, warnings: Issue[]): void {
    const { reading } = this.#pack;
    const where = { ...reading.place, sheet: sheet.name };
    this.#context ??= this.#readContext();
    const rows = new SheetRows(this.#context, reading, where, onRow);
    scanPart(this.#pack, sheet.part, rows, where, this.#onPacked);
    if (rows.formulasWithoutResult > 0) {
      warnings.push({
        severity: 'warning',
        where: { ...where, cell: rows.firstWithoutResult },
        found: `a formula without a stored result (${formatCount(rows.formulasWithoutResult)} on this sheet)`,
        expected: 'the result that Excel stores beside each formula; these cells count as empty',
        mend: 'Open the workbook in Excel, let it calculate, and save it.',
      });
    }
  }

  /** The archive lets us read the texts first wherever they lie, so no sheet has to wait for them. */
  #readContext(): CellContext {
    const { stringsPart, stylesPart, from1904 } = this.#workbook;
    return {
      sharedTexts: stringsPart === undefined ? [] : readSharedTexts(this.#pack, stringsPart, this.#onPacked),
      dateStyles: stylesPart === undefined ? [] : readDateStyles(this.#pack, stylesPart),
      dates: new SerialDates(from1904),
    };
  }

  readonly #onPacked = (bytes: number): void => {
    this.#packedDone += bytes;
    this.#pack.reading.progress(this.#packedDone / this.#packedTotal);
  };
}
