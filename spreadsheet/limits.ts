/**
 * Every bound on a file that someone hands us, in one table. A file past a bound is refused with an
 * issue that names the bound; nothing is ever cut short and used as if it were whole.
 */
export interface ReadLimits {
  /** Size of the file as it is handed over. */
  readonly fileBytes: number;
  /** Files inside a workbook (a workbook is a zip archive). */
  readonly zipEntries: number;
  /** All files inside the archive together once unpacked, as declared and again as really unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked size over packed size of one file inside, judged once it unpacks to over a megabyte. */
  readonly packingRatio: number;
  /** Sheets in a workbook. */
  readonly sheets: number;
  /** Rows that hold something, on one sheet. */
  readonly rows: number;
  /** Columns from A on. */
  readonly columns: number;
  /** Cells of the whole read, counting the empty ones left of the last filled cell of each row. */
  readonly cells: number;
  /** Cell formats in a workbook; Excel stops at 65,490. */
  readonly cellFormats: number;
  /** Entries in a workbook's table of shared texts. */
  readonly sharedTexts: number;
  /** Characters of all texts of the whole read. */
  readonly textCharacters: number;
  /** Bytes of one XML tag or one unbroken run of text. */
  readonly xmlTokenBytes: number;
  /** How deep XML elements may nest. */
  readonly xmlDepth: number;
  /** Bytes of the text in one cell. */
  readonly cellBytes: number;
  /** Bytes of one record of a text file. */
  readonly recordBytes: number;
  /** Records of a text file that is read as a stream and never held. */
  readonly streamedRecords: number;
  /** Groups that the payments of a text file are added up in. */
  readonly lineGroups: number;
  /** Wall time for the whole read. */
  readonly seconds: number;
}

/**
 * Excel's own bounds where it has them (1,048,576 rows, 16,384 columns, 32,767 characters in a cell,
 * which can take seven bytes each once escaped), else several times the largest honest file tried: a
 * ledger of a million rows and eight columns is 53 MB packed, 0.4 GB unpacked and 8 million cells.
 * Sheets pack 5 to 20 times, and 190 times when they are all empty cells without addresses; the most
 * that the packing can reach is 1,032.
 */
export const readLimits: ReadLimits = {
  fileBytes: 128 * 1024 * 1024,
  zipEntries: 5_000,
  unpackedBytes: 768 * 1024 * 1024,
  packingRatio: 200,
  sheets: 500,
  rows: 1_048_576,
  columns: 16_384,
  cells: 12_000_000,
  cellFormats: 100_000,
  sharedTexts: 5_000_000,
  textCharacters: 256 * 1024 * 1024,
  xmlTokenBytes: 256 * 1024,
  xmlDepth: 64,
  cellBytes: 256 * 1024,
  recordBytes: 1024 * 1024,
  streamedRecords: 1_000_000_000,
  lineGroups: 2_000_000,
  seconds: 120,
};
