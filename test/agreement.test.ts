import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSlackApp } from '../bot/app.ts';
import { cellText, formatGbp, formatRatio, type Lm3Result, lm3Report, lm3Template } from '../core/index.ts';
import { type FunctionRuntime, registerFunctions } from '../excel-addin/functions/register.ts';
import { computeLm3File } from '../spreadsheet/lm3-file.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.ts';
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { localpound } from './cli/localpound.ts';
import { FakeSlack } from './fakes/fake-slack/fake-slack.ts';
import { evaluateWorkbook } from './fakes/formula-evaluator.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from './fakes/libre-office.ts';
import { noRuns } from './fakes/no-runs.ts';
import { noneKept } from './fakes/none-kept.ts';
import { startOfficeInNode } from './fakes/office/in-node.ts';
import { OfficeHost } from './fakes/office/office-host.ts';
import { WorkbookModel } from './fakes/office/workbook-model.ts';
import { setUpPane } from './fakes/pane-stand.ts';

let folder: string;
let sample: Uint8Array;
let result: Lm3Result;
/** What every face must print: LM3, LM2, the rounds, bounds and interval. */
let printed: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-agreement-'));
  sample = await writeWorkbook(lm3Template({ sample: true }));
  await writeFile(join(folder, 'sample.xlsx'), sample);
  const outcome = computeLm3File(sample);
  if (!outcome.ok || !outcome.value.result.interval) throw new Error('the sample has no full result');
  result = outcome.value.result;
  const { project } = outcome.value;
  await writeFile(join(folder, 'sample.json'), JSON.stringify(project));
  const { lm3, lm2, round1, round2, round3, bounds, interval } = outcome.value.result;
  printed = [lm3, lm2, bounds.low, bounds.high, interval?.low ?? 0, interval?.high ?? 0]
    .map(formatRatio)
    .concat([round1, round2, round3].map(formatGbp));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the same project gives the same figures to the last printed digit', () => {
  it('on the command line, as a workbook and as JSON', async () => {
    for (const file of ['sample.xlsx', 'sample.json']) {
      const { stdout } = await localpound(['lm3', join(folder, file)]);
      for (const figure of printed) expect(stdout, file).toContain(figure);
    }
  });

  it('in the formulas of the report, evaluated here and by LibreOffice wherever it is at hand', async (ctx) => {
    const outcome = computeLm3File(sample);
    if (!outcome.ok) throw new Error('the sample does not compute');
    const report = await writeWorkbook(lm3Report(outcome.value.project, outcome.value.result));
    const evaluated = [...(await evaluateWorkbook(report))]
      .filter(([address]) => /^LM3 report!B/.test(address))
      .map(([, value]) => value);
    const version = await libreOfficeVersion();
    ctx.task.meta.ranWith = [version ? `formulas: ${version}` : 'LibreOffice is not on this machine'];
    const recalculated: unknown[] = [];
    if (version) {
      const sheet = (await recalculateInLibreOffice(report)).getWorksheet('LM3 report');
      sheet?.getColumn('B').eachCell((cell) => recalculated.push(cell.result ?? cell.value));
    }
    for (const figures of version ? [evaluated, recalculated] : [evaluated]) {
      const texts = figures
        .filter((value) => typeof value === 'number')
        .flatMap((value) => [formatRatio(value), formatGbp(value)]);
      for (const figure of printed) expect(texts).toContain(figure);
    }
  });

  it('in the cells of Excel, by its own runtime of custom functions', async (ctx) => {
    ctx.task.meta.ranWith = ['office.js 1.1.110'];
    const host = new OfficeHost(new WorkbookModel('Sample.xlsx'));
    const { CustomFunctions } = await startOfficeInNode(host);
    registerFunctions(CustomFunctions as unknown as FunctionRuntime);
    await host.ready;
    const workbook = readWorkbook(sample);
    if (!workbook.ok) throw new Error('the sample is not read');
    /** A column below its heading, as a range of one column. */
    const column = (name: string, heading: RegExp): unknown[][] => {
      const rows = workbook.value.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
      const top = rows.findIndex(({ cells }) => cells.some((cell) => heading.test(cellText(cell))));
      const place = rows[top]?.cells.findIndex((cell) => heading.test(cellText(cell))) ?? -1;
      return rows.slice(top + 1).map(({ cells }) => [cells[place] ?? '']);
    };
    const pay = column('Payroll', /^Pay \(/);
    const lives = column('Payroll', /^Live in the area/).flat();
    const paid = (said: string) =>
      pay.flat().reduce<number>((sum, amount, row) => (lives[row] === said ? sum + Number(amount) : sum), 0);
    const given = [
      column('Suppliers', /^Spend \(/),
      column('Suppliers', /^Local$/),
      column('Suppliers', /^Re-spend share$/),
      paid('Yes'),
      paid('No'),
      column('Other direct costs', /^Amount \(/),
    ];
    const [[, ok, lm3], [, okToo, rounds]] = await Promise.all([
      host.callFunction('MULTIPLIER', given),
      host.callFunction('ROUNDS', given),
    ]);
    expect([ok, okToo]).toEqual([true, true]);
    expect(formatRatio(lm3 as number)).toBe(printed[0]);
    const texts = (rounds as unknown[][])
      .flat()
      .filter((value) => typeof value === 'number')
      .flatMap((value) => [formatRatio(value), formatGbp(value)]);
    for (const figure of printed) expect(texts).toContain(figure);
  });

  it('in Slack', async () => {
    const slack = await FakeSlack.start();
    const face = await createSlackApp({
      botToken: slack.botToken,
      signingSecret: slack.signingSecret,
      store: { claimEvent: async () => true, kept: noneKept, runs: noRuns },
      logger: pino({ level: 'silent' }),
      slackApiUrl: slack.apiUrl,
      fileHosts: slack.fileHosts,
      // A busy machine makes any work long; here only the answer counts.
      progressAfterMs: 120_000,
    });
    const server = createServer((request, response) => face.requestListener?.(request, response)).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    slack.sendTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    await slack.say('<@UBOT>', { files: [slack.addFile('sample.xlsx', sample)] });
    // The message that says that the file is being read becomes the answer.
    await expect.poll(() => slack.transcript(), { timeout: 20_000 }).toContain(printed[0]);
    for (const figure of printed) expect(slack.transcript()).toContain(figure);
    await face.stop();
    server.close();
    await slack.close();
  });

  it('in the pane', async (ctx) => {
    const pane = await setUpPane();
    ctx.task.meta.ranWith = [pane.ranWith];
    const { page } = await pane.open();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a workbook' }).click();
    await (await chooser).setFiles(join(folder, 'sample.xlsx'));
    await page.locator('.headline-figure').waitFor();
    const text = await page.locator('body').textContent();
    for (const figure of printed) expect(text).toContain(figure);
    await pane.close();
  });

  it('and the figure is the one of the golden sample', () => {
    expect(result.lm3).toBeCloseTo(2.10063199353, 10);
  });
});
