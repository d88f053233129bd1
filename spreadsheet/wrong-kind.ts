import type { Issue } from '../core/index.ts';
import type { FileKind } from './sniff.ts';

interface Description {
  /** What the file is, as it follows "found". */
  readonly found: string;
  readonly mend: string;
}

const saveAs = 'Open it in Excel and save it as "Excel Workbook (.xlsx)".';
const tableItself = 'Ask for the table itself, as an Excel workbook or CSV file.';
const getAgain = 'Get the file again from where it came from, and check that the download finished.';

const descriptions: Readonly<Record<FileKind, Description>> = {
  xlsx: { found: 'an Excel workbook', mend: 'Save the sheet as "CSV UTF-8" and use that.' },
  xlsb: { found: 'an Excel binary workbook (.xlsb)', mend: saveAs },
  ods: {
    found: 'an OpenDocument spreadsheet (.ods)',
    mend: 'Open it in LibreOffice or Excel and save it as "Excel Workbook (.xlsx)".',
  },
  word: { found: 'a Word document (.docx)', mend: tableItself },
  slides: { found: 'a PowerPoint presentation (.pptx)', mend: tableItself },
  iwork: {
    found: 'an Apple Numbers, Pages or Keynote document',
    mend: 'Open it in Numbers, choose File, Export To, Excel, and use the workbook that it writes.',
  },
  'other-zip': {
    found: 'a zip archive that is not an Excel workbook',
    mend: 'If there is a workbook inside, unpack the archive and use the workbook.',
  },
  'broken-zip': { found: 'a damaged zip archive', mend: getAgain },
  'old-xls': { found: 'an old Office file, an Excel 97-2003 workbook (.xls)', mend: saveAs },
  'old-office': {
    found:
      'an old Office file that is not a workbook, such as a Word document (.doc) or an Outlook message (.msg)',
    mend: tableItself,
  },
  encrypted: {
    found: 'a workbook protected with a password',
    mend: 'Open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, clear the password, and save.',
  },
  empty: { found: 'an empty file', mend: getAgain },
  html: { found: 'a web page', mend: `Some systems export web pages under a spreadsheet's name. ${saveAs}` },
  xml: { found: 'an XML file', mend: saveAs },
  pdf: { found: 'a PDF document', mend: tableItself },
  image: { found: 'an image', mend: tableItself },
  archive: {
    found: 'a compressed archive',
    mend: 'If there is a workbook or CSV file inside, unpack the archive and use that.',
  },
  parquet: {
    found: 'a Parquet file',
    mend: 'The ledger command reads Parquet files. Elsewhere, export the table as CSV and use that.',
  },
  text: {
    found: 'a text file',
    mend: `If it holds a table, such as CSV: ${saveAs[0]?.toLowerCase()}${saveAs.slice(1)}`,
  },
  'other-binary': { found: 'a file of an unknown kind', mend: 'Choose the spreadsheet itself.' },
};

/** The refusal of a file that is none of the kinds that are taken here. */
export function wrongKind(
  kind: FileKind,
  accept: readonly ('xlsx' | 'csv')[],
  fileName: string | undefined,
): Issue {
  const { found, mend } = descriptions[kind];
  const ending = endingOf(fileName);
  const misnamed = ending !== undefined && !endings[kind].includes(ending);
  return {
    severity: 'error',
    where: place(fileName),
    found: misnamed ? `${found} named ${ending}` : found,
    expected: accept
      .map((wanted) => (wanted === 'xlsx' ? 'an Excel workbook (.xlsx)' : 'a CSV text file'))
      .join(' or '),
    mend,
  };
}

/** A warning when a file that was read has the name of another kind. */
export function nameMismatch(kind: FileKind, fileName: string | undefined): Issue[] {
  const ending = endingOf(fileName);
  if (ending === undefined || kind === 'broken-zip' || endings[kind].includes(ending)) return [];
  return [
    {
      severity: 'warning',
      where: place(fileName),
      found: `${descriptions[kind].found} named ${ending}`,
      expected: `a name ending in ${endings[kind][0] ?? 'another way'}`,
      mend: 'It was read by its content. Rename it so that other programs open it rightly.',
    },
  ];
}

/** Endings that fit the content, the usual one first. */
const endings: Readonly<Record<FileKind, readonly string[]>> = {
  xlsx: ['.xlsx', '.xlsm', '.xltx', '.xltm'],
  xlsb: ['.xlsb'],
  ods: ['.ods', '.ots'],
  word: ['.docx', '.docm', '.dotx'],
  slides: ['.pptx', '.pptm', '.ppsx'],
  iwork: ['.numbers', '.pages', '.key'],
  'other-zip': ['.zip', '.odt', '.odp', '.kmz', '.epub'],
  'broken-zip': ['.zip', '.xlsx', '.xlsm', '.xltx', '.xltm', '.xlsb', '.ods'],
  'old-xls': ['.xls', '.xlt'],
  'old-office': ['.doc', '.ppt', '.msg', '.vsd', '.pub', '.mdb'],
  encrypted: ['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlsb', '.docx', '.pptx'],
  empty: [],
  html: ['.html', '.htm'],
  xml: ['.xml'],
  pdf: ['.pdf'],
  image: ['.png', '.jpg', '.jpeg', '.gif', '.bmp', '.webp', '.tif', '.tiff', '.heic'],
  archive: ['.gz', '.tgz', '.7z', '.rar', '.bz2', '.xz'],
  parquet: ['.parquet'],
  text: ['.csv', '.txt', '.tsv', '.tab', '.psv', '.json', '.jsonl', '.md', '.log'],
  'other-binary': [],
};

function endingOf(fileName: string | undefined): string | undefined {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(fileName ?? '')?.[0].toLowerCase();
  return ending;
}

function place(fileName: string | undefined): Issue['where'] {
  return fileName === undefined ? {} : { file: fileName };
}
