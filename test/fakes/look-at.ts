import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let pictures = 0;

/**
 * The page as it stands: no rule of WCAG 2.2 AA broken, no sideways scrolling. SURVEY_PICTURES names a
 * folder for a picture of each. The context must have been made with `bypassCSP`.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  expect(`${name}: ${await page.locator('h1').textContent()}`).not.toContain('Sorry');
  const folder = process.env.SURVEY_PICTURES;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    pictures += 1;
    const file = `${String(pictures).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: true });
  }
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof axe };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return await run.run({ runOnly: { type: 'tag', values: tags } });
  });
  expect(
    violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target).join(' ')}`),
  ).toEqual([]);
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(`${name}: ${scroll}`).toBe(`${name}: ${width}`);
}
