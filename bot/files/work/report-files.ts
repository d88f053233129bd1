import {
  enabledChart,
  enabledReport,
  ledgerChart,
  ledgerWorkbook,
  lm3Report,
  poundChart,
  type RunStamp,
  reportTooLarge,
  type WorkbookSpec,
} from '../../../core/index.ts';
import { version } from '../../../package.json' with { type: 'json' };
import { chartPng } from '../../../spreadsheet/chart-png.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { type FileQuestion, type ReportFiles, shortList } from '../file-answer.ts';
import { openFile } from './open-file.ts';

/** The report workbook of a file and its chart as a picture. */
export async function reportFiles(question: FileQuestion, sha256: string): Promise<ReportFiles> {
  const opened = await openFile(question);
  if ('ok' in opened) return { ok: false, issues: opened.issues };
  const stamp: RunStamp = {
    version,
    madeAt: new Date(),
    fileName: question.fileName,
    inputsSha256: sha256,
  };
  if (opened.kind === 'lm3') {
    const { project, result } = opened.file;
    const tooLarge = reportTooLarge(project);
    if (tooLarge) return { ok: false, issues: shortList([tooLarge]) };
    return made(question, lm3Report(project, result, stamp), poundChart(result));
  }
  if (opened.kind === 'tenants') {
    const { project, result } = opened.file;
    return made(question, enabledReport(project, result, { stamp }), enabledChart(result));
  }
  const { spend, project, area, localMeans } = opened.spend;
  const tooLarge = reportTooLarge(project);
  if (tooLarge) return { ok: false, issues: shortList([tooLarge]) };
  const notes = { licences: area?.licences ?? [], issues: opened.issues, stamp };
  const title = localMeans === undefined ? 'What was paid' : `What was local: ${localMeans}`;
  return made(question, ledgerWorkbook(spend, project, notes), ledgerChart(spend, title));
}

async function made({ fileName }: FileQuestion, report: WorkbookSpec, chart: string): Promise<ReportFiles> {
  const stem = fileName.replace(/\.[A-Za-z]{1,5}$/, '');
  const workbook = new Uint8Array(await writeWorkbook(report));
  const altText = descriptionIn(chart);
  return {
    ok: true,
    files: [
      { name: `${stem} report.xlsx`, bytes: workbook },
      {
        name: `${stem} chart.png`,
        bytes: new Uint8Array(chartPng(chart)),
        ...(altText === undefined ? {} : { altText }),
      },
    ],
  };
}

/** The words that the drawing itself carries for people who do not see it. */
function descriptionIn(svg: string): string | undefined {
  const [, title, text] = /<title[^>]*>([^<]*)<\/title>\s*<desc[^>]*>([^<]*)<\/desc>/.exec(svg) ?? [];
  if (title === undefined || text === undefined) return undefined;
  return `${title}. ${text}`.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
