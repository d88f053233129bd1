import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  changeWords,
  compareEnabled,
  computeEnabled,
  dataToAsk,
  type EnabledResult,
  enabledSummary,
  formatFte,
  formatShare,
  formatWholeFte,
  formatWholeGbp,
  readTenantsWorkbook,
  tenantForm,
  tenantMethodWords,
  tenantsTemplate,
} from '../../core/index.ts';
import { computeTenants, readFormFile } from '../../spreadsheet/enabled-file.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { paneForEachTest } from '../fakes/pane-stand.ts';

let sample: Uint8Array;
const pane = paneForEachTest();

beforeAll(async () => {
  sample = await writeWorkbook(tenantsTemplate({ sample: true }));
});

const text = async (selector: string): Promise<string> =>
  (await pane.page.locator(selector).first().textContent()) ?? '';

const trySample = async (): Promise<void> => {
  await pane.page.getByRole('button', { name: 'Try the tenants sample' }).press('Enter');
  await pane.page.locator('.enabled-headline').waitFor();
};

async function openFile(name: string, buffer: Uint8Array): Promise<void> {
  const chooser = pane.page.waitForEvent('filechooser');
  await pane.page.getByRole('button', { name: /^(Choose a workbook|Open another file)/ }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(buffer) });
  await pane.page.locator('.headline, .error-summary').first().waitFor();
}

function resultOf(bytes: Uint8Array, asPublished2017 = false): EnabledResult {
  const workbook = readWorkbook(bytes);
  const project = workbook.ok ? readTenantsWorkbook(workbook.value.sheets) : workbook;
  const computed = project.ok
    ? computeEnabled(project.value, { issues: project.issues, asPublished2017 })
    : project;
  if (!computed.ok) throw new Error('The tenants workbook has no result.');
  return computed.value;
}

/** The rows of a table, each cell as its text. */
const rowsOf = (caption: string): Promise<string[][]> =>
  pane.page
    .getByRole('table', { name: caption })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

describe('a tenants workbook', () => {
  it('is known by its sheets and shows the rounded totals of core, in the words of every face', async () => {
    await trySample();
    const expected = resultOf(sample);
    const { headline, sentences } = enabledSummary(expected);
    expect(await text('h1')).toBe(headline);
    expect(await pane.page.locator('.words p').allTextContents()).toEqual([`${headline}.`, ...sentences]);
    expect(await text('.hero')).toContain('It is gross');
    expect(await text('.notice')).toContain('invented');
  });

  it('shows anchors and authorities with method, and confidence in words', async () => {
    await trySample();
    const { anchors, authorities, totals } = resultOf(sample);
    const words = { high: 'High', moderate: 'Moderate', low: 'Low', unknown: 'Not known' };
    const byAnchor = await rowsOf('Enabled employment and GVA by community anchor');
    expect(byAnchor).toEqual([
      ...anchors.map((anchor) => [
        anchor.name,
        anchor.authority,
        formatWholeFte(anchor.fte),
        anchor.fteMethod,
        formatWholeGbp(anchor.gvaGbp),
        anchor.gvaMethod,
        expect.stringContaining(words[anchor.confidence]),
      ]),
      [
        'Total',
        '',
        formatWholeFte(totals.fte),
        '',
        formatWholeGbp(totals.gvaGbp),
        '',
        expect.stringContaining(words[totals.confidence]),
      ],
    ]);
    const byAuthority = await rowsOf('Enabled employment and GVA by local authority');
    expect(byAuthority.map(([name]) => name)).toEqual(authorities.map(({ name }) => name));
    expect(await pane.page.locator('#by-anchor .chart svg').isVisible()).toBe(true);
  });

  it('lists every tenant with how its figures were come by, and leads to their workings', async () => {
    await trySample();
    const { page } = pane;
    const tenants = resultOf(sample).anchors.flatMap((anchor) => anchor.tenants);
    const rows = await rowsOf('Tenants, each with how its figures were come by');
    expect(rows).toHaveLength(tenants.length);
    tenants.forEach(({ name, fte, gva }, index) => {
      expect(rows[index]?.[0]).toContain(name);
      expect(rows[index]?.[2]).toBe(tenantMethodWords[fte.method]);
      expect(rows[index]?.[4]).toBe(tenantMethodWords[gva.method]);
    });
    const second = tenants[1];
    if (!second) throw new Error('The sample has fewer than two tenants.');
    await page
      .getByRole('button', { name: `Show the workings of ${second.name}` })
      .first()
      .press('Enter');
    await page.getByRole('heading', { name: second.name, level: 3 }).waitFor();
    // The reader is taken to the workings and goes on from there.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second.name);
    expect(await page.locator('.tenant-workings h4').allTextContents()).toEqual([
      'Jobs',
      'GVA',
      'To compare: GVA by the other route, from jobs',
    ]);
    await page.locator('.tenant-workings h4:text-is("GVA") + ul summary').first().press('Enter');
    expect(await text('.tenant-workings')).toContain(second.gva.workings?.inputs[0]?.label);
  });

  it('says whose answers would raise confidence most, what to check, and every source', async () => {
    await trySample();
    const expected = resultOf(sample);
    const asked = dataToAsk(expected);
    const rows = await rowsOf('Tenants to ask, those first whose answers would firm the totals up most');
    expect(rows.map(([name]) => name)).toEqual(asked.map(({ tenant, anchor }) => `${tenant}at ${anchor}`));
    expect(rows.map((cells) => cells.at(-1))).toEqual(asked.map(({ firmThen }) => formatShare(firmThen)));
    const problems = await rowsOf('Things to check');
    expect(problems.map((cells) => cells[2])).toEqual(expected.issues.map(({ found }) => found));
    const sources = await text('#sources');
    for (const { source } of expected.assumptions) expect(sources).toContain(source?.title ?? '');
  });

  it('gives a report workbook that opens here again with the same figures', async () => {
    await trySample();
    const downloading = pane.page.waitForEvent('download');
    await pane.page.getByRole('button', { name: 'Download the report workbook' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('local-pound-tenants-sample - enabled report.xlsx');
    const report = await readFile(await download.path());
    const stamp = readWorkbook(report);
    const cells = stamp.ok ? JSON.stringify(stamp.value.sheets.find(({ name }) => name === 'Run stamp')) : '';
    expect(cells).toContain('local-pound-tenants-sample.xlsx');
    expect(cells).toMatch(/[0-9a-f]{64}/);
    const shown = await text('h1');
    await openFile('report.xlsx', report);
    await pane.page.getByText('report.xlsx').first().waitFor();
    expect(await text('h1')).toBe(shown);
  });

  it('takes in forms that tenants filled in, or says what is wrong with them', async () => {
    const { page } = pane;
    const put = async (files: readonly { name: string; buffer: Buffer }[]) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose the forms' }).press('Enter');
      await (await chooser).setFiles(files.map((file) => ({ ...file, mimeType: '' })));
    };
    const filledIn = async (anchor: string): Promise<Buffer> => {
      const form = await writeWorkbook(tenantForm({ anchor, tenant: 'Nowhere Community Theatre' }));
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(Buffer.from(form) as unknown as ExcelJS.Buffer);
      workbook.worksheets[0]?.eachRow((row) => {
        if (/How many people do you employ/.test(String(row.getCell(1).value))) row.getCell(2).value = 12;
      });
      return Buffer.from(await workbook.xlsx.writeBuffer());
    };
    await trySample();
    await page.getByRole('button', { name: 'Forms that tenants filled in' }).press('Enter');
    await put([{ name: 'lost.xlsx', buffer: await filledIn('An anchor that nobody knows') }]);
    await page.getByText('Nothing was put in. Put this right first:').waitFor();
    expect((await rowsOf('Problems with the forms')).flat().join(' ')).toContain(
      'An anchor that nobody knows',
    );

    const form = await filledIn('Pretend Wharf (fictional)');
    await put([{ name: 'theatre.xlsx', buffer: form }]);
    const workbook = readWorkbook(sample);
    const project = workbook.ok ? readTenantsWorkbook(workbook.value.sheets) : workbook;
    const answer = readFormFile(form, { fileName: 'theatre.xlsx' });
    if (!project.ok || !answer.ok) throw new Error('The sample or the form cannot be read.');
    const expected = computeTenants(project.value, { answers: [answer.value] });
    if (!expected.ok) throw new Error('The sample with the form has no result.');
    const { totals } = expected.value.result;
    expect(totals.fte).toBeGreaterThan(resultOf(sample).totals.fte);
    const inFacts = `${formatFte(totals.fte)} FTE and ${formatWholeGbp(totals.gvaGbp)}`;
    await page.locator('.facts', { hasText: inFacts }).waitFor();
    expect(await page.getByRole('status').textContent()).toContain('The forms were put in.');
  });

  it('is held against an earlier year, like with like', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(sample) as unknown as ExcelJS.Buffer);
    workbook.getWorksheet('Tenants')?.spliceRows(5, 1);
    const earlier = Buffer.from(await workbook.xlsx.writeBuffer());
    await trySample();
    await pane.page.getByRole('button', { name: 'Compare with an earlier year' }).press('Enter');
    const chooser = pane.page.waitForEvent('filechooser');
    await pane.page.getByRole('button', { name: 'Choose the workbook of the earlier year' }).press('Enter');
    await (await chooser).setFiles({ name: 'earlier.xlsx', mimeType: '', buffer: earlier });
    await pane.page.getByRole('table', { name: 'Change of GVA' }).waitFor();
    const { gva } = compareEnabled(resultOf(earlier), resultOf(sample));
    expect(gva.parts.new.tenants).toBe(1);
    const rows = await rowsOf('Change of GVA');
    expect(rows.find(([label]) => label === changeWords.new)?.slice(1)).toEqual([
      '1',
      formatWholeGbp(gva.parts.new.before),
      formatWholeGbp(gva.parts.new.after),
      `+${formatWholeGbp(gva.parts.new.change)}`,
    ]);
    expect(rows.at(-1)?.slice(2, 4)).toEqual([formatWholeGbp(gva.before), formatWholeGbp(gva.after)]);
  });

  it('shows what the method of 2017 makes of it, beside its own totals', async () => {
    await trySample();
    await pane.page.getByRole('button', { name: 'As published in 2017' }).press('Enter');
    await pane.page.getByRole('table', { name: 'Totals by both methods' }).waitFor();
    const gva = (await rowsOf('Totals by both methods')).map((cells) => cells.at(-1));
    const [now, then] = [resultOf(sample), resultOf(sample, true)].map(({ totals }) => totals.gvaGbp);
    expect(then).toBeGreaterThan(now ?? Number.NaN);
    expect(gva).toEqual([formatWholeGbp(now ?? 0), formatWholeGbp(then ?? 0)]);
  });

  it('with mistakes gets every one of them listed with sheet and cell', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(sample) as unknown as ExcelJS.Buffer);
    const tenants = workbook.getWorksheet('Tenants');
    const headings = tenants?.getRow(4).values as unknown[];
    const column = headings.indexOf('Turnover (£)');
    if (!tenants || column < 1) throw new Error('The sample has no turnover.');
    tenants.getRow(6).getCell(column).value = 'lots';
    await openFile('mistakes.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(await text('[role="alert"]')).toContain('There is 1 problem in mistakes.xlsx');
    const [row] = await rowsOf('Problems to put right');
    expect(row?.[0]).toBe('Tenants');
    expect(row?.[1]).toMatch(/^[A-Z]+6$/);
    expect(row?.[2]).toBe('"lots"');
  });

  it('is not to be mistaken for the form of one tenant', async () => {
    await openFile('form.xlsx', await writeWorkbook(tenantForm()));
    const [row] = await rowsOf('Problems to put right');
    expect(row?.[2]).toBe('the form of one tenant');
  });

  it('can be had empty or filled with the sample, from the first page', async () => {
    for (const name of ['an empty tenants workbook', 'the tenants sample'] as const) {
      const downloading = pane.page.waitForEvent('download');
      await pane.page.getByRole('link', { name }).click();
      const workbook = readWorkbook(await readFile(await (await downloading).path()));
      expect(workbook.ok && workbook.value.sheets.map((sheet) => sheet.name)).toContain('Tenants');
    }
  });
});
