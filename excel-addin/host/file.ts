import { readyWorkbooks } from '../ready-workbooks.ts';
import { HostProblem, type OpenedFile, type WorkbookChoice, type WorkbookPort } from './port.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const typeOf = (fileName: string): string => (/\.csv$/i.test(fileName) ? 'text/csv' : workbookType);

/** A page in any browser: workbooks come from disk, reports go to the browser's downloads. */
export function fileHost(page: Document): WorkbookPort {
  return {
    open: (choice) => open(choice, page),
    async save({ fileName, makeFile }) {
      download(page, fileName, new Blob([await makeFile()], { type: typeOf(fileName) }));
      return `The file is in your downloads as ${fileName}.`;
    },
  };
}

async function open(choice: WorkbookChoice, page: Document): Promise<OpenedFile> {
  if (choice.kind === 'file') return { name: choice.file.name, bytes: choice.file };
  if (choice.kind === 'open') throw new Error('No workbook is open around a page in a browser.');
  const { fileName } = readyWorkbooks[choice.which];
  const answer = await fetch(new URL(fileName, page.baseURI)).catch(() => undefined);
  if (!answer?.ok) {
    throw new HostProblem({
      severity: 'error',
      where: { file: fileName },
      found: answer ? `answer ${answer.status} from the server` : 'no answer from the server',
      expected: 'the sample workbook',
      mend: 'Check that the server is running, then try again. Your own workbooks can be opened without it.',
    });
  }
  return { name: fileName, bytes: await answer.blob() };
}

function download(page: Document, fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = page.createElement('a');
  link.href = address;
  link.download = fileName;
  page.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the bytes by then; keeping them longer would keep the whole report in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
