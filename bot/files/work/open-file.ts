import { type Issue, type Outcome, readTenantsWorkbook, workbookKind } from '../../../core/index.ts';
import { computeTenants, type EnabledFile } from '../../../spreadsheet/enabled-file.ts';
import { computeLm3Sheets, type Lm3File } from '../../../spreadsheet/lm3-file.ts';
import { readWorkbook } from '../../../spreadsheet/read-workbook.ts';
import { openXlsx } from '../../../spreadsheet/read-xlsx.ts';
import { sniffFile } from '../../../spreadsheet/sniff.ts';
import { type FileQuestion, type Refused, shortList } from '../file-answer.ts';
import { firstColumns } from './first-columns.ts';
import { isSupplierList } from './lists.ts';
import { type OpenedSpend, openSpend } from './open-spend.ts';

/** A file, recognised and computed. */
export type OpenedFile =
  | { readonly kind: 'lm3'; readonly file: Lm3File; readonly issues: readonly Issue[] }
  | { readonly kind: 'tenants'; readonly file: EnabledFile; readonly issues: readonly Issue[] }
  | { readonly kind: 'spend'; readonly spend: OpenedSpend; readonly issues: readonly Issue[] };

export type Progress = (share: number) => void;

/** Tighter than for a person's own machine: many people share this process. */
const limits = {
  unpackedBytes: 256 * 1024 * 1024,
  cells: 4_000_000,
  textCharacters: 64 * 1024 * 1024,
  seconds: 30,
};

/** Tells what a file is by its content, and computes it. */
export async function openFile(
  question: FileQuestion,
  onProgress: Progress = () => {},
): Promise<OpenedFile | Refused> {
  const { bytes, fileName } = question;
  if (sniffFile(bytes) === 'text') {
    return spendOr(await openSpend(question, onProgress), 'spend', question);
  }
  const names = openXlsx(bytes, { fileName, limits });
  if (names.ok && workbookKind(names.value.sheets) === 'unknown') {
    return spendOr(await openSpend(question, onProgress), 'unknown', question);
  }
  const workbook = readWorkbook(bytes, { fileName, limits, onProgress });
  if (!workbook.ok) return refused('unreadable', workbook.issues);
  const { sheets } = workbook.value;
  switch (workbookKind(sheets)) {
    case 'tenantForm':
      return refused('tenants', [oneForm]);
    case 'tenants': {
      const read = readTenantsWorkbook(sheets);
      if (!read.ok) return refused('tenants', read.issues);
      const computed = computeTenants(read.value, { issues: [...workbook.issues, ...read.issues] });
      return opened('tenants', computed);
    }
    default:
      return opened('lm3', computeLm3Sheets(sheets, workbook.issues));
  }
}

function opened(kind: 'lm3', computed: Outcome<Lm3File>): OpenedFile | Refused;
function opened(kind: 'tenants', computed: Outcome<EnabledFile>): OpenedFile | Refused;
function opened(kind: 'lm3' | 'tenants', computed: Outcome<Lm3File | EnabledFile>): OpenedFile | Refused {
  if (!computed.ok) return refused(kind, computed.issues);
  return { kind, file: computed.value, issues: computed.value.result.issues } as OpenedFile;
}

function spendOr(
  spend: Outcome<OpenedSpend>,
  about: 'spend' | 'unknown',
  question: FileQuestion,
): OpenedFile | Refused {
  if (spend.ok) return { kind: 'spend', spend: spend.value, issues: spend.issues };
  if (isSupplierList(question)) return refused('list', [loneList(question.fileName)]);
  const columns = firstColumns(question);
  return { ...refused(about, spend.issues), ...(columns.length > 1 ? { columns } : {}) };
}

const refused = (about: Refused['about'], issues: readonly Issue[]): Refused => ({
  ok: false,
  about,
  issues: shortList(issues),
});

const loneList = (file: string): Issue => ({
  severity: 'error',
  where: { file },
  found: 'a list of suppliers without payments',
  expected: 'the list together with the payments, in one message',
  mend: 'Send a message with both files: the payments, and this list of where suppliers are or which are local.',
});

const oneForm: Issue = {
  severity: 'error',
  where: {},
  found: 'the form of one tenant',
  expected: 'a workbook with all tenants',
  mend: 'Send the tenants workbook. Forms are put into it in the Local Pound pane or on the command line.',
};
