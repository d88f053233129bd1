import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  chooseActivity,
  compareAreas,
  comparePeriods,
  formatGbp,
  formatRatio,
  formatShare,
  type Lm3Project,
  leaks,
  readLm3Workbook,
  signedRatio,
  surveyPlan,
  whatIf,
} from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { largeWorkbook, sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { paneForEachTest } from '../fakes/pane-stand.ts';

const pane = paneForEachTest();

const text = async (selector: string): Promise<string> =>
  (await pane.page.locator(selector).first().textContent()) ?? '';

/** The rows of a table, each cell as its text. */
const rowsOf = (caption: string): Promise<string[][]> =>
  pane.page
    .getByRole('table', { name: caption })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

/** Opens a workbook, and a part of its result by the keyboard. */
async function openPart(buffer: Buffer, title: string): Promise<Lm3Project> {
  const chooser = pane.page.waitForEvent('filechooser');
  await pane.page.getByRole('button', { name: 'Choose a workbook' }).click();
  await (await chooser).setFiles({ name: 'ours.xlsx', mimeType: '', buffer });
  await pane.page.getByRole('button', { name: title }).press('Enter');
  return projectOf(buffer);
}

function projectOf(bytes: Buffer): Lm3Project {
  const workbook = readWorkbook(bytes);
  const project = workbook.ok ? readLm3Workbook(workbook.value.sheets) : workbook;
  if (!project.ok) throw new Error('The workbook holds no project.');
  return project.value;
}

/** The value of something that core works out from a good workbook. */
function workedOut<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!outcome.ok) throw new Error('Core refused a good workbook.');
  return outcome.value;
}

describe('the survey plan', () => {
  it('tells how far the largest reach, what numbers of questionnaires bring, and whom to ask', async () => {
    const plan = workedOut(surveyPlan(await openPart(largeWorkbook(400), 'Plan the survey')));
    await pane.page.getByRole('table', { name: 'Fewest suppliers for a share of supplier value' }).waitFor();
    for (const sentence of plan.reading) expect(await text('#plan .words')).toContain(sentence);
    const reach = await rowsOf('Fewest suppliers for a share of supplier value');
    expect(reach.map(([share]) => share)).toEqual(['50% of value', '75% of value', '90% of value']);
    expect(reach.map(([, suppliers]) => suppliers)).toEqual(
      plan.reach.map(({ suppliers }) => (suppliers === 0 ? 'reached already' : String(suppliers))),
    );
    const designs = await rowsOf('Numbers of questionnaires, and what to expect of each');
    expect(designs.map(([sent]) => sent)).toEqual(plan.designs.map(({ sent }) => `${sent} sent`));
    expect(designs.map(([, largest]) => largest)).toEqual(plan.designs.map((design) => `${design.largest}`));
    const [first] = await rowsOf('Silent suppliers, those first whose answers narrow the bounds most');
    expect(first?.[0]).toBe(`1. ${plan.chase[0]?.name}`);
    expect(first?.[3]).toBe(formatRatio(plan.chase[0]?.narrows ?? 0));
  });

  it('takes the reader’s own numbers and answer rate, and says which are none', async () => {
    const project = await openPart(largeWorkbook(400), 'Plan the survey');
    const { page } = pane;
    await page.getByLabel('Numbers of questionnaires').fill('ten');
    await page.getByLabel('Numbers of questionnaires').press('Enter');
    await page.locator('#plan-budgets-error', { hasText: 'a whole number of questionnaires' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('plan-budgets');
    await page.getByLabel('Numbers of questionnaires').fill('15, 40');
    await page.getByLabel('How many answer').fill('60');
    await page.getByRole('button', { name: 'Plan the survey for these' }).press('Enter');
    const plan = workedOut(surveyPlan(project, { budgets: [15, 40], answerRate: 0.6 }));
    await expect
      .poll(() => rowsOf('Numbers of questionnaires, and what to expect of each'))
      .toHaveLength(plan.designs.length);
    expect(
      (await rowsOf('Numbers of questionnaires, and what to expect of each')).map((cells) => cells[3]),
    ).toEqual(plan.designs.map(({ expected }) => formatShare(expected.responseRate)));
    expect(await page.getByRole('status').textContent()).toContain('The plan is there.');
  });

  it('is taken away as a CSV file with everyone on it', async () => {
    const project = await openPart(largeWorkbook(400), 'Plan the survey');
    const downloading = pane.page.waitForEvent('download');
    await pane.page.getByRole('button', { name: 'Download whom to ask (CSV)' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('ours - whom to ask.csv');
    const csv = await readFile(await download.path(), 'utf8');
    expect(csv).toMatch(/^\uFEFFOrder,Supplier,/);
    const [, ...lines] = csv.trim().split('\r\n');
    const silent = project.suppliers.filter(({ respendShare }) => respendShare === null);
    expect(lines).toHaveLength(silent.length);
    expect(new Set(lines.map((line) => line.split(',')[1]))).toEqual(new Set(silent.map(({ name }) => name)));
  });
});

describe('what if', () => {
  it('shows LM3 before and after, the gain of a pound, and that routes come first', async () => {
    const project = await openPart(await sampleWorkbook(), 'What if');
    const { page } = pane;
    const from = page.getByLabel('From this supplier');
    await from.fill('National Example Insurance');
    await page.getByLabel('Amount').fill('£5,000');
    await page.getByLabel('To this local supplier').fill('Sample Street Bakery');
    await page.getByRole('button', { name: 'Move this spend' }).press('Enter');
    await page.locator('.change').first().waitFor();
    await page.getByLabel('Share of this pay').fill('25');
    await page.getByLabel('Share of this pay').press('Enter');
    await page.locator('.change').nth(1).waitFor();

    const expected = workedOut(
      whatIf(project, [
        {
          kind: 'moveSpend',
          from: 'National Example Insurance',
          amount: 5000,
          to: { existing: 'Sample Street Bakery' },
        },
        { kind: 'localPayShare', share: 0.25 },
      ]),
    );
    const [lm3] = await rowsOf('LM3 and its rounds before and after');
    expect(lm3).toEqual([
      'LM3',
      formatRatio(expected.before.lm3),
      formatRatio(expected.after.lm3),
      signedRatio(expected.difference.lm3),
    ]);
    const changes = await page.locator('.change').allTextContents();
    expected.effects.forEach(({ words, gainPerPound }, index) => {
      expect(changes[index]).toContain(words);
      expect(changes[index]).toContain(`Each pound moved gains ${formatGbp(gainPerPound ?? 0)}`);
    });
    expect(await text('#what-if .route-note')).toContain(expected.routes.words);
    // The result itself stays what it is.
    expect(await text('.headline-figure')).toBe(formatRatio(expected.before.lm3));

    await page.getByRole('button', { name: /^Take back ?: £5,000/ }).press('Enter');
    await page.locator('.change').nth(1).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Take back');
  });

  it('says at the field what cannot be moved, and takes a supplier that is not in the workbook yet', async () => {
    await openPart(await sampleWorkbook(), 'What if');
    const { page } = pane;
    await page.getByLabel('From this supplier').fill('Faraway');
    await page.getByLabel('To this local supplier').fill('A new made-up bakery');
    await page.getByRole('button', { name: 'Move this spend' }).click();
    await page.locator('#move-from-error', { hasText: 'Did you mean "Faraway Furniture' }).waitFor();
    expect(await text('#move-to-error')).toContain('none of the');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('move-from');
    await page.getByLabel('From this supplier').fill('Faraway Furniture (fictional)');
    await page.getByLabel('It is not in the workbook yet').press('Space');
    await page.getByLabel('What the new one re-spends in the area').fill('60%');
    await page.getByRole('button', { name: 'Move this spend' }).click();
    await page.locator('.change', { hasText: 'to A new made-up bakery (new)' }).waitFor();
  });
});

describe('leaks', () => {
  it('are ranked by what moving them would add and by pounds leaving', async () => {
    const found = workedOut(leaks(await openPart(await sampleWorkbook(), 'Leaks')));
    await pane.page.getByRole('table', { name: 'Suppliers by pounds leaving' }).waitFor();
    const moves = await rowsOf('Suppliers by what moving them would add');
    expect(moves.map((cells) => cells.at(-1))).toEqual(
      found.moves.map(({ movingAddsToLm3 }) => signedRatio(movingAddsToLm3 ?? 0)),
    );
    const leaving = await rowsOf('Suppliers by pounds leaving');
    expect(leaving.map((cells) => cells[3])).toEqual(
      found.suppliers.map((leak) => formatGbp(leak.leaving.total)),
    );
    expect(await text('#leaks')).toContain(found.sentences[0]);
    expect(await text('#leaks .route-note')).toContain(found.routes.words);
  });
});

describe('areas side by side', () => {
  const withAreas = (): Promise<Buffer> =>
    sampleWorkbook((workbook) => {
      workbook.removeWorksheet('Other areas');
      workbook.addWorksheet('Other areas').addRows([
        ['Area', 'Kind of area', 'Population', 'Pay to staff who live there (£)'],
        ['Example Ward (fictional)', 'Ward', 8000, 50_000],
      ]);
    });

  it('are there when the workbook tells of others, and are not ranked when they are unlike', async () => {
    const compared = workedOut(compareAreas(await openPart(await withAreas(), 'Areas side by side')));
    await pane.page.getByRole('table', { name: 'LM3 by area' }).waitFor();
    const rows = await rowsOf('LM3 by area');
    expect(rows.map((cells) => [cells[2], cells[3]])).toEqual(
      compared.areas.map(({ result }) => [formatRatio(result.lm2), formatRatio(result.lm3)]),
    );
    expect(compared.ranking.allowed).toBe(false);
    expect(await text('#areas')).toContain(compared.ranking.reason);
    expect(await text('#areas')).toContain(compared.ranking.source.title);
  });
});

describe('an earlier period', () => {
  async function compareWith(name: string, buffer: Buffer): Promise<void> {
    const chooser = pane.page.waitForEvent('filechooser');
    await pane.page.getByRole('button', { name: 'Choose the workbook of the earlier period' }).press('Enter');
    await (await chooser).setFiles({ name, mimeType: '', buffer });
  }

  it('stands beside this one with what drove the change, part by part', async () => {
    const earlier = await sampleWorkbook((workbook) => {
      setCells(workbook, 'Project', { B7: 'April 2024 to March 2025' });
      setCells(workbook, 'Payroll', { B5: 250_000 });
    });
    const project = await openPart(await sampleWorkbook(), 'Compare with an earlier period');
    await compareWith('earlier.xlsx', earlier);
    await pane.page.getByRole('table', { name: 'The two periods' }).waitFor();
    const compared = workedOut(comparePeriods([projectOf(earlier), project]));
    expect((await rowsOf('The two periods')).map(([label, , lm3]) => [label, lm3])).toEqual(
      compared.periods.map(({ label, result }) => [label, formatRatio(result.lm3)]),
    );
    const [change] = compared.changes;
    const parts = await rowsOf(`Parts of the change from ${change?.from} to ${change?.to}`);
    expect(parts).toEqual([
      ...(change?.parts ?? []).map((part) => [part.label, signedRatio(part.change)]),
      ['Together', signedRatio(change?.lm3 ?? 0)],
    ]);
    expect(change?.from).toBe('April 2024 to March 2025');
    for (const sentence of change?.sentences ?? []) expect(await text('#periods')).toContain(sentence);
  });

  it('that cannot be compared is refused with the reason', async () => {
    const byChain = await sampleWorkbook((workbook) => {
      const sheet = workbook.getWorksheet('Project');
      sheet?.eachRow((row) => {
        if (row.getCell(1).value === 'Method') row.getCell(2).value = 'Chain';
      });
    });
    await openPart(await sampleWorkbook(), 'Compare with an earlier period');
    await compareWith('by chain.xlsx', byChain);
    await pane.page.getByText('by chain.xlsx cannot be compared with this result.').first().waitFor();
    expect((await rowsOf('What stands in the way')).flat().join(' ')).toContain('method');
  });
});

describe('finding a code', () => {
  it('suggests codes and densities with why, without a network once the lists are there', async () => {
    const { page } = pane;
    await page.getByLabel('What does the tenant do?').fill('hairdresser');
    await page.keyboard.press('Enter');
    await page.locator('.codes').first().waitFor();
    await page.context().setOffline(true);
    for (const activity of ['yoga studio', 'charity office']) {
      const { sic, densities } = chooseActivity(activity);
      await page.getByLabel('What does the tenant do?').fill(activity);
      await page.getByRole('button', { name: 'Find codes' }).press('Enter');
      await page
        .locator('.codes li', { hasText: sic[0]?.title ?? '' })
        .first()
        .waitFor();
      const items = await page.locator('.codes li').allTextContents();
      expect(items).toHaveLength(sic.length + densities.length);
      sic.forEach(({ code, why }, index) => {
        expect(items[index]).toMatch(new RegExp(`^${code.replaceAll('.', '\\.')} `));
        expect(items[index]).toContain(why);
      });
      densities.forEach(({ figure, source }, index) => {
        expect(items[sic.length + index]).toContain(figure);
        expect(items[sic.length + index]).toContain(source);
      });
    }
  });

  it('asks what premises of use class E are for, and says when nothing fits', async () => {
    const { page } = pane;
    const field = page.getByLabel('What does the tenant do?');
    await field.press('Enter');
    expect(await text('#activity-error')).toContain('enter an activity');
    await field.fill('Class E');
    await field.press('Enter');
    const question = chooseActivity('Class E').useClassQuestion?.question ?? 'no question';
    await page.getByText(question).first().waitFor();
    await field.fill('zzzz qqqq');
    await field.press('Enter');
    await page.getByText('Nothing fits “zzzz qqqq” closely enough').waitFor();
    expect(await page.locator('.codes').count()).toBe(0);
  });
});
