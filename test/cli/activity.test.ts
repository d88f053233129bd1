import { describe, expect, it } from 'vitest';
import { chooseActivity } from '../../core/index.ts';
import { localpound } from './localpound.ts';

describe('activity "TEXT"', () => {
  it('prints codes and densities with why, unverified figures marked', async () => {
    const { code, stdout, stderr } = await localpound(['activity', 'yoga studio']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('85.51  Sports and recreation education');
    expect(stdout).toContain('because "yoga studio" is in the list of everyday words for 85.51');
    expect(stdout).toContain('fitness-mid-market  Fitness centres: Mid-market: 65 m² per FTE');
    expect(stdout).toContain('UNVERIFIED: this figure was not read in the guide itself');
  });

  it('prints one JSON object with --json, the same as the engine gives', async () => {
    const { stdout } = await localpound(['activity', '--json', 'repair', 'cafe']);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(chooseActivity('repair cafe'))));
  });

  it('asks what a Class E unit is used for', async () => {
    const { code, stdout } = await localpound(['activity', 'class E']);
    expect(code).toBe(0);
    expect(stdout).toContain('Use Class E alone says too little for an employment density');
    expect(stdout).toContain('E(b)  Cafe or restaurant');
    expect(stdout).not.toContain('Employment density, likeliest first');
  });

  it('says when nothing fits', async () => {
    const { code, stdout } = await localpound(['activity', 'zzgrblx']);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing fits "zzgrblx" closely.');
  });

  it('exits 2 without an activity', async () => {
    expect((await localpound(['activity'])).code).toBe(2);
    expect((await localpound(['activity', ' '])).code).toBe(2);
  });
});
