import { describe, expect, it } from 'vitest';
import golden from '../../golden/procurement.json' with { type: 'json' };
import { advise } from './cases.ts';

describe('worked checks of the specification', () => {
  it.each(golden.checks)('$name', ({ case: input, expected }) => {
    const advice = advise(input);
    const first = advice.routes[0];
    expect(advice).toMatchObject({
      regime: expected.regime,
      band: expected.band,
      derived: { notifiable: expected.notifiable, svaDuty: expected.svaDuty },
    });
    expect(first).toMatchObject(expected.first);
    expect(advice.threshold?.amount).toBe(expected.threshold);
    expect(advice.guards.map(({ rule }) => rule)).toEqual(expected.guards);
  });
});
