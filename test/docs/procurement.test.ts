import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../cli/localpound.ts';
import { procurementPage, procurementTables, withTables } from './procurement-tables.ts';

const page = readFileSync(procurementPage, 'utf8');

describe('docs/method/procurement.md', () => {
  it('holds its tables as the data has them (npx tsx test/docs/procurement-tables.ts writes them)', () => {
    expect(Object.keys(procurementTables)).toHaveLength(5);
    expect(page).toBe(withTables(page));
  });

  it('has every heading that the product cites', () => {
    const headings = new Set([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1]));
    const data = readdirSync(join(projectRoot, 'core/data'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => readFileSync(join(projectRoot, 'core/data', file), 'utf8'));
    const cited = data.flatMap((text) =>
      [...text.matchAll(/"document": "local-pound-procurement",\s+"place": "([^"]+)"/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(cited.length).toBeGreaterThan(2);
    expect(cited.filter((heading) => !headings.has(heading))).toEqual([]);
  });
});
