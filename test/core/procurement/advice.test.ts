import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyNode, recompute } from '../../../core/explain/explained.ts';
import { adviceSections } from '../../../core/procurement/advice-text.ts';
import { adviseRoutes } from '../../../core/procurement/advise.ts';
import {
  buyers,
  designs,
  instruments,
  localLimits,
  markets,
  parseRouteCase,
  services,
  specials,
  targets,
} from '../../../core/procurement/case.ts';
import { procurementRoutes } from '../../../core/procurement/data.ts';
import { parseOwnRules } from '../../../core/procurement/own-rules.ts';
import { nations } from '../../../core/procurement/schema.ts';
import { advise, cleaning, health, route, saved, today, youthClub } from './cases.ts';

const oneOf = <Value>(values: readonly Value[]) =>
  fc.option(fc.constantFrom<Value | 'unknown'>(...values, 'unknown'), { nil: undefined });

/** Any case that can be read. */
const anyCase = fc.record({
  nation: oneOf(nations),
  buyer: oneOf(buyers),
  startDate: fc.constantFrom(
    '2015-02-26',
    '2019-05-05',
    '2024-06-01',
    '2025-02-24',
    '2026-02-03',
    '2026-02-04',
    '2026-11-24',
    '2027-12-31',
    '2028-06-01',
  ),
  instrument: oneOf(instruments),
  service: oneOf(services),
  cpv: fc.constantFrom(undefined, '98133110', '98500000', '45210000', '77310000'),
  value: fc.constantFrom<number | 'unknown' | undefined>(
    0,
    11_999,
    29_999,
    30_000,
    207_720,
    663_539,
    663_540,
    6_000_000,
    'unknown',
    undefined,
  ),
  vatBasis: fc.constantFrom(undefined, 'incl', 'excl', 'none'),
  linkedValues: fc.constantFrom(undefined, [], [100_000, 5]),
  market: oneOf(markets),
  special: fc.option(fc.subarray([...specials])),
  target: oneOf(targets),
  design: fc.option(fc.subarray([...designs])),
  local: oneOf(localLimits),
  localCount: fc.constantFrom<number | 'unknown' | undefined>(0, 1, 2, 9, 'unknown', undefined),
});

describe('whatever the case', () => {
  it('every route is there once, with the rule that decided, a reason, a citation and a next step', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { routes } = advise(input);
        expect(new Set(routes.map(({ id }) => id)).size).toBe(procurementRoutes().length);
        for (const { rule, reason, citation, nextStep, status, rank, conditions, record } of routes) {
          expect(rule).toMatch(/^[A-Z]\d+$/);
          expect(
            Math.min(reason.length, citation.length, nextStep.length, conditions.length, record.length),
          ).toBeGreaterThan(0);
          expect(rank === null).toBe(status === 'closed');
        }
      }),
      { numRuns: 40 },
    );
  });

  it('no law is cited twice for one route', () => {
    fc.assert(
      fc.property(anyCase, (routeCase) => {
        for (const { citation } of advise(routeCase).routes) {
          const laws = citation.split('; ');
          expect(laws).toEqual([...new Set(laws)]);
        }
      }),
    );
  });

  it('routes come by rank, the closed ones last, and one is never alone', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { routes, regime } = advise(input);
        const ranks = routes.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        const open = routes.filter(({ status }) => status !== 'closed');
        if (regime === 'scotland') expect(open.map(({ id }) => id)).toContain('refer-devolved');
        else expect(open.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('nothing outside England is called open, but for the referral', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('wales', 'scotland', 'ni'), (input, nation) => {
        const { routes, guards } = advise({ ...input, nation });
        expect(routes.filter(({ status }) => status === 'open').map(({ id }) => id)).toEqual([
          'refer-devolved',
        ]);
        expect(guards.length).toBeGreaterThan(1);
      }),
      { numRuns: 20 },
    );
  });

  it('a limit to the local area is open only with the power, below the threshold', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { routes, derived, band } = advise(input);
        const local = routes.find(({ id }) => id === 'pa-bt-local-reserved');
        if (local?.status === 'open') expect([derived.localPower, band]).toEqual([true, 'below']);
        if (derived.localPower === false) expect(local?.status).toBe('closed');
      }),
      { numRuns: 60 },
    );
  });

  it('the value tested can be worked out again from its inputs', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { workings, valueTested } = advise(input);
        expect(workings?.value ?? null).toBe(valueTested);
        for (const node of workings ? everyNode(workings) : []) expect(recompute(node)).toBe(node.value);
      }),
      { numRuns: 40 },
    );
  });

  it('each change it names comes true when the answer is given', () => {
    const advice = advise(youthClub);
    const above = advice.wouldChange.find(({ field }) => field === 'value');
    expect(above?.text).toContain('£663,540 or more');
    const [first] = advise({ ...youthClub, value: 663_540 }).routes;
    expect([first?.id, first?.rule]).toEqual([above?.first, above?.rule]);
    expect(advice.wouldChange.length).toBeGreaterThan(3);
  });
});

describe('unknown answers', () => {
  it('leave a route depending, not closed and not open', () => {
    const unsure = advise({ ...youthClub, localCount: 'unknown' });
    expect(route(unsure, 'pa-bt-local-reserved')).toMatchObject({ status: 'depends', rule: 'B1' });
    expect(route(unsure, 'pa-bt-local-reserved').reason).toContain('capable local providers');
  });

  it('of the buyer leave a value between both thresholds undecided, and others not', () => {
    const between = advise({ ...cleaning, buyer: 'unknown', value: 150_000 });
    expect(between).toMatchObject({ band: 'unknown', threshold: null });
    expect(advise({ ...cleaning, buyer: 'unknown', value: 100_000 }).band).toBe('below');
    expect(advise({ ...cleaning, buyer: 'unknown', value: 300_000 }).band).toBe('above');
  });

  it('all of them still give a list to start from', () => {
    const { routes, regime } = advise({});
    expect(regime).toBe('unknown');
    expect(routes.filter(({ status }) => status === 'open')).toEqual([]);
    expect(routes.some(({ status }) => status === 'depends')).toBe(true);
  });
});

describe('a grant', () => {
  it('comes first, with contract routes behind it in case the substance test fails', () => {
    const { routes } = advise({ ...youthClub, instrument: 'grant' });
    expect(routes[0]).toMatchObject({ id: 'grant', rank: 1, status: 'open' });
    expect(routes[1]).toMatchObject({ id: 'pa-bt-local-reserved', status: 'depends', onlyIfContract: true });
    expect(routes[1]?.reason).toContain('a contract');
  });

  it('lists those in a line each', () => {
    const sections = adviceSections(advise({ ...youthClub, instrument: 'grant' }));
    const behind = sections.find(({ heading }) => heading === 'If it turns out to be a contract');
    expect(behind?.lines[0]).toMatch(
      /^Below threshold: reserved to the local area \(rank 2, rule B1\): It depends on/,
    );
    expect(sections.filter(({ heading }) => /^\d+\. /.test(heading))).toHaveLength(1);
  });
});

describe('health care', () => {
  it('has no threshold, and its direct awards must be used where they fit', () => {
    const advice = advise({ ...health, special: ['patient_choice'] });
    expect(advice).toMatchObject({ regime: 'PSR', band: 'none', threshold: null });
    expect(advice.routes.filter(({ status }) => status !== 'closed').map(({ id }) => id)).toEqual([
      'psr-direct-b',
    ]);
  });

  it('of a school or in Wales is a light touch service', () => {
    expect(advise({ ...health, buyer: 'school' })).toMatchObject({
      regime: 'PA',
      threshold: { amount: 663_540 },
    });
    expect(advise({ ...health, nation: 'wales' }).regime).toBe('PA');
  });
});

describe('nations are told apart', () => {
  it.each([
    ['scotland', 'G1', /procurementjourney\.scot/, /£50,000/],
    ['wales', 'G2', /gov\.wales/, /25 March 2026/],
    ['ni', 'G2', /finance-ni\.gov\.uk/, /PPN 04\/21/],
  ])('%s', (nation, rule, link, fact) => {
    const { guards } = advise({ ...youthClub, nation });
    expect(guards.every((guard) => guard.rule === rule)).toBe(true);
    expect(guards.map(({ nextStep }) => nextStep).join(' ')).toMatch(link);
    expect(guards.map(({ text }) => text).join(' ')).toMatch(fact);
  });
});

describe('own contract procedure rules', () => {
  const rules = {
    organisation: 'Exampleshire Council (fictional)',
    source: 'Contract procedure rules 2026, section 4 (fictional)',
    vatBasis: 'excl',
    bands: [
      { upTo: 10_000, quotes: 1, how: 'written quote', approval: 'budget holder' },
      { upTo: 100_000, quotes: 3, approval: 'head of service' },
      { upTo: null, quotes: 5, approval: 'cabinet' },
    ],
  };
  const own = parseOwnRules(rules);
  if (!own.ok) throw new Error('rules');
  const withRules = (input: object) => {
    const parsed = parseRouteCase(input, today);
    if (!parsed.ok) throw new Error('case');
    return adviseRoutes(parsed.value, { ownRules: own.value });
  };

  it('are shown beside the law, in the band that the value falls into on their own VAT basis', () => {
    const advice = withRules({ ...cleaning, value: 12_000 });
    expect(advice.ownRules?.band?.quotes).toBe(1);
    expect(advice.ownRules?.text).toContain('£10,000 without VAT; approval: budget holder');
    expect(withRules({ ...cleaning, value: 12_001.2 }).ownRules?.band?.quotes).toBe(3);
    expect(withRules({ ...cleaning, value: 900_000 }).ownRules?.band?.approval).toBe('cabinet');
    expect(
      adviceSections(advice)
        .find(({ heading }) => heading === 'Your own rules')
        ?.lines.join(' '),
    ).toContain('never instead of it');
  });

  it('open a small direct award where they let one provider be asked, and leave it depending where not', () => {
    const small = withRules({ ...cleaning, value: 12_000 });
    expect(route(small, 'pa-bt-direct')).toMatchObject({ rule: 'B7', status: 'open', rank: 1 });
    const quotes = withRules({ ...cleaning, value: 25_000 });
    expect(route(quotes, 'pa-bt-direct')).toMatchObject({ status: 'depends', rank: 3 });
    expect(route(quotes, 'pa-bt-direct').reason).toContain('3 quotes');
  });

  it('never open what the law closes', () => {
    const generous = parseOwnRules({ ...rules, bands: [{ upTo: null, quotes: 1 }] });
    if (!generous.ok) throw new Error('rules');
    const parsed = parseRouteCase(cleaning, today);
    if (!parsed.ok) throw new Error('case');
    const statuses = (advice: ReturnType<typeof adviseRoutes>) =>
      advice.routes.map(({ id, status }) => `${id} ${status}`).toSorted();
    expect(statuses(adviseRoutes(parsed.value, { ownRules: generous.value }))).toEqual(
      statuses(adviseRoutes(parsed.value)),
    );
  });

  it.each([
    [
      'bands that fall',
      {
        bands: [
          { upTo: 100, quotes: 1 },
          { upTo: 50, quotes: 2 },
        ],
      },
      'bands[1].upTo',
    ],
    [
      'two bands without an end',
      {
        bands: [
          { upTo: null, quotes: 1 },
          { upTo: null, quotes: 2 },
        ],
      },
      'bands[1].upTo',
    ],
    ['no VAT basis', { vatBasis: undefined }, 'vatBasis'],
    ['half a quote', { bands: [{ upTo: null, quotes: 0.5 }] }, 'bands[0].quotes'],
  ])('with %s are refused with their place', (_what, change, path) => {
    const parsed = parseOwnRules({ ...rules, ...change });
    expect(parsed.ok).toBe(false);
    expect(parsed.issues[0]?.where.path).toBe(path);
  });
});

describe('the words of the advice', () => {
  it('always end with the disclaimer and never show an unread text without its mark', () => {
    for (const input of [youthClub, cleaning, health, saved, { ...youthClub, nation: 'scotland' }, {}]) {
      const advice = advise(input);
      const sections = adviceSections(advice);
      expect(sections.at(-1)?.lines).toEqual([advice.disclaimer]);
      expect(advice.disclaimer).toContain('not legal advice');
      for (const { name, status, verified } of advice.routes) {
        const section = sections.find(({ heading }) => heading.includes(`. ${name}: `));
        if (status !== 'closed' && !verified)
          expect(section?.lines.join(' '), name).toMatch(/not verified|not confirmed/i);
      }
    }
  });
});
