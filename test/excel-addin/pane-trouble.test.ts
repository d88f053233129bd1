import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PaneStand, setUpPane } from '../fakes/pane-stand.ts';

let stand: PaneStand;

beforeAll(async () => {
  stand = await setUpPane();
});
afterAll(() => stand.close());

/** Faults of the console are expected here, so they are looked at and not forbidden. */
describe('when something fails on the way', () => {
  it('says that the sample cannot be had, and why', async ({ task }) => {
    task.meta.ranWith = [stand.ranWith];
    const { page } = await stand.open();
    await page.route('**/*.xlsx', (route) => route.fulfill({ status: 503 }));
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('table').textContent()).toContain('answer 503 from the server');
    await page.unroute('**/*.xlsx');
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.locator('.headline-figure').waitFor();
    await page.context().close();
  });

  it('says so plainly when its own program cannot be loaded', async ({ task }) => {
    task.meta.ranWith = [stand.ranWith];
    const { page } = await stand.open();
    await page.context().route('**/worker-*.js', (route) => route.abort());
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Something went wrong in Local Pound');
    expect(await page.locator('pre').textContent()).toContain('EngineFailure');
    await page.context().close();
  });

  it('keeps the result when the report cannot be made', async ({ task }) => {
    task.meta.ranWith = [stand.ranWith];
    const { page } = await stand.open();
    await page.context().route('**/exceljs*.js', (route) => route.abort());
    await page.getByRole('button', { name: 'Try the sample' }).click();
    const shown = await page.locator('.headline-figure').textContent();
    await page.getByRole('button', { name: 'Download the report workbook' }).click();
    await page.getByText('The report could not be made').first().waitFor();
    expect(await page.locator('.headline-figure').textContent()).toBe(shown);
    await page.context().close();
  });
});

describe('the promise that a workbook stays in the browser', () => {
  it('is kept by the security policy: neither the page nor its worker could send it elsewhere', async ({
    task,
  }) => {
    task.meta.ranWith = [stand.ranWith];
    const { page, faults } = await stand.open();
    const tryToSend = () =>
      fetch('http://localhost:9/elsewhere', { method: 'POST', body: 'a workbook' }).then(
        () => 'sent',
        () => 'refused',
      );
    expect(await page.evaluate(tryToSend)).toBe('refused');
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.locator('.headline-figure').waitFor();
    const [worker] = page.workers();
    expect(await worker?.evaluate(tryToSend)).toBe('refused');
    // The page's breach is told in its console, the worker's only to the server. Both are noticed, which
    // the other tests rely on.
    expect(faults.join('\n')).toContain('violates the following Content Security Policy directive');
    await expect
      .poll(() => stand.server.breaches.filter((report) => report.includes('/assets/worker-')), {
        timeout: 10_000,
      })
      .toHaveLength(1);
    await page.context().close();
  });
});
