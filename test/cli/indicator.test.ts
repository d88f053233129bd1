import { describe, expect, it } from 'vitest';
import { findIndicators } from '../../core/index.ts';
import { localpound } from './localpound.ts';

describe('indicator TOPIC', () => {
  it('prints what fits with characteristic, standing, data, collecting, measure, why and place, in lines for a phone', async () => {
    const { code, stdout, stderr } = await localpound(['indicator', 'lonely', 'pensioners']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1. Levels of loneliness');
    expect(stdout).toContain('Other measure, characteristic 7: Good quality services');
    expect(stdout).toContain('Data: a survey of residents');
    expect(stdout).toContain('Counted as: answers to a question');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Powerful Communities, Strong Economies (Locality, 2017), chapter 6',
    );
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(64);
  });

  it('prints one JSON object, the same as the engine gives', async () => {
    const { stdout } = await localpound(['indicator', '--json', '--data', 'we only have payroll']);
    const outcome = findIndicators({ data: 'we only have payroll' });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(outcome.ok && outcome.value)));
  });

  it('lists a characteristic with the rest by name', async () => {
    const { stdout } = await localpound(['indicator', '--characteristic', 'environment', '--limit', '2']);
    expect(stdout).toContain('Indicators of characteristic 6');
    expect(stdout).toContain('And 10 more (--limit 12 shows all in full)');
    expect(stdout).toContain('- Trees planted (other, characteristic 6)');
  });

  it('says plainly that nothing fits', async () => {
    const { code, stdout } = await localpound(['indicator', 'premier league']);
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing in the bank of 100 indicators fits "premier league".');
  });

  it('exits 1 with what it expected for a characteristic it does not know, and 2 without a topic', async () => {
    const unknown = await localpound(['indicator', '--characteristic', '9']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('7 (Good quality services)');
    expect((await localpound(['indicator'])).code).toBe(2);
    expect((await localpound(['indicator', 'x', '--limit', '0'])).code).toBe(2);
  });
});
