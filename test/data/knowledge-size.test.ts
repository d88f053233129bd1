import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const files = [
  'areas-knowledge',
  'commissioning-knowledge',
  'documents',
  'facts',
  'framework',
  'framework-knowledge',
  'indicators',
  'lessons-knowledge',
  'lm3-knowledge',
  'measuring-knowledge',
  'pilot-areas',
  'procurement-knowledge',
  'procurement-law',
  'procurement-myths',
  'procurement-routes',
  'procurement-then-and-now',
  'procurement-thresholds',
  'provenance-knowledge',
  'resilience-knowledge',
  'services-knowledge',
  'vocabulary',
];

it('the whole knowledge base is under 200 kB when packed, as the pane loads it', () => {
  const all = files
    .map((file) => readFileSync(new URL(`../../core/data/${file}.json`, import.meta.url), 'utf8'))
    .map((text) => JSON.stringify(JSON.parse(text)))
    .join('\n');
  const packed = gzipSync(all, { level: 9 }).length;
  expect(packed).toBeLessThan(200_000);
  expect(packed).toBeGreaterThan(50_000);
});
