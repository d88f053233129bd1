import { describe, expect, it } from 'vitest';
import { suggestCodes } from '../../../core/enabled/choose/suggest-codes.ts';
import { parseEnabledProject } from '../../../core/enabled/project.ts';

const suggestions = (tenants: readonly object[]) => {
  const project = parseEnabledProject({ anchors: [{ name: 'Hall', tenants }] });
  if (!project.ok) throw new Error('the sample is broken');
  return suggestCodes(project.value);
};

describe('tenants without a code', () => {
  it('are told the likeliest one for their activity, the commonest activity first', () => {
    const found = suggestions([
      { name: 'A', activity: 'Café' },
      { name: 'B', activity: 'Pottery' },
      { name: 'C', activity: 'Pottery' },
    ]);
    expect(found.map(({ activity, tenants, code }) => [activity, tenants, code.code])).toEqual([
      ['Pottery', 2, '23.41'],
      ['Café', 1, '56.10'],
    ]);
  });

  it('are passed over when they have a code, no activity, or one that nothing fits', () => {
    expect(
      suggestions([
        { name: 'A', activity: 'Café', sic: '56.10' },
        { name: 'B' },
        { name: 'C', activity: 'zzgrblx' },
      ]),
    ).toEqual([]);
  });
});
