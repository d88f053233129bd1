import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../cli/localpound.ts';

const page = readFileSync(join(projectRoot, 'docs/method/lm3.md'), 'utf8');
const headings = new Set([...page.matchAll(/^## (.+?)\??$/gm)].map((match) => match[1]));

describe('docs/method/lm3.md', () => {
  it('has every heading that the product cites', () => {
    const texts = readdirSync(join(projectRoot, 'core'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|json)$/.test(file))
      .map((file) => readFileSync(join(projectRoot, 'core', file), 'utf8'))
      // A comment may break a heading over two lines.
      .map((text) => text.replaceAll(/\n\s*\*\s/g, ' '));
    const cited = texts.flatMap((text) =>
      [...text.matchAll(/docs\/method\/lm3\.md, ([A-Z][A-Za-z0-9 ]+)/g)].map((match) => match[1]?.trim()),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect([...new Set(cited)].filter((heading) => !headings.has(heading))).toEqual([]);
  });
});
