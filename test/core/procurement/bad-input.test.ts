import { describe, expect, it } from 'vitest';
import { parseRouteCase } from '../../../core/procurement/case.ts';
import type { Issue } from '../../../core/workbook/issue.ts';
import { advise, cleaning, route, today, youthClub } from './cases.ts';

const issuesOf = (input: object): readonly Issue[] => parseRouteCase(input, today).issues;
const errors = (input: object): string[] =>
  issuesOf(input)
    .filter(({ severity }) => severity === 'error')
    .map(({ where }) => where.path ?? '');
const warning = (input: object, path: string): Issue | undefined =>
  issuesOf(input).find(({ severity, where }) => severity === 'warning' && where.path === path);

describe('what cannot be read is refused with its place', () => {
  it.each([
    ['a day that no calendar has', { startDate: '2026-02-30' }, 'startDate', '"2026-02-30"'],
    ['a date in words', { startDate: 'next spring' }, 'startDate', '"next spring"'],
    ['a date before any law that is held', { startDate: '2015-02-25' }, 'startDate', '25 February 2015'],
    ['a year of the next century', { startDate: '2126-11-24' }, 'startDate', '24 November 2126'],
    ['a negative value', { value: -1 }, 'value', '-1'],
    ['a value in words', { value: 'lots' }, 'value', '"lots"'],
    ['a nation there is not', { nation: 'ireland' }, 'nation', '"ireland"'],
    ['a special case there is not', { special: ['haste'] }, 'special', '["haste"]'],
    ['a code of seven digits', { cpv: '9813311' }, 'cpv', '"9813311"'],
    ['half a provider', { localCount: 1.5 }, 'localCount', '1.5'],
    ['a VAT basis there is not', { vatBasis: 'gross' }, 'vatBasis', '"gross"'],
  ])('%s', (_what, change, path, found) => {
    const parsed = parseRouteCase({ ...youthClub, ...change }, today);
    expect(parsed.ok).toBe(false);
    expect(parsed.issues[0]?.where.path).toBe(path);
    expect(parsed.issues[0]?.found).toBe(found);
    expect(parsed.issues[0]?.expected.length).toBeGreaterThan(5);
  });

  it('all at once', () => {
    expect(errors({ nation: 'x', value: -1, startDate: '2026-13-01' })).toEqual([
      'nation',
      'startDate',
      'value',
    ]);
  });

  it('and anything that is no object', () => {
    for (const input of [null, 'case', 7, [], undefined]) expect(parseRouteCase(input, today).ok).toBe(false);
  });
});

describe('an amount without its VAT basis', () => {
  const { vatBasis: _given, ...bare } = youthClub;

  it('is said plainly and read as including VAT', () => {
    expect(warning(bare, 'value')?.found).toBe('an amount without its VAT basis');
    const advice = advise(bare);
    expect(advice.valueTested).toBe(400_000);
    expect(advice.assumptions.map(({ id }) => id)).toContain('vat-basis-included');
  });

  it('and given without VAT it is tested with VAT', () => {
    const without = { ...cleaning, value: 180_000, vatBasis: 'excl' };
    expect(advise(without)).toMatchObject({ valueTested: 216_000, band: 'above' });
    expect(advise({ ...without, vatBasis: 'none' })).toMatchObject({ valueTested: 180_000, band: 'below' });
    expect(advise({ ...without, vatBasis: 'incl' })).toMatchObject({ valueTested: 180_000, band: 'below' });
  });
});

describe('a split need', () => {
  const half = { ...cleaning, value: 120_000, linkedValues: [120_000] };

  it('is tested as one', () => {
    expect(advise(half)).toMatchObject({ valueTested: 240_000, band: 'above' });
    expect(advise(half).guards.find(({ rule }) => rule === 'G5')?.text).toContain('£240,000');
    expect(warning(half, 'linkedValues')?.mend).toContain('barred');
  });

  it('even with a reason, which is kept for the record', () => {
    const advice = advise({ ...half, linkedReason: 'different towns' });
    expect(advice.band).toBe('above');
    expect(advice.guards.find(({ rule }) => rule === 'G5')?.text).toContain('different towns');
  });
});

describe('a value that is not known', () => {
  it('counts as above the threshold', () => {
    const advice = advise({ ...youthClub, value: 'unknown' });
    expect(advice).toMatchObject({ band: 'above', valueTested: null });
    expect(advice.guards.map(({ rule }) => rule)).toContain('G4');
    expect(route(advice, 'pa-bt-local-reserved').status).toBe('closed');
  });
});

describe('contradictions are said, and what was followed', () => {
  it.each([
    ['one provider among three', { market: 'one_capable', localCount: 3 }, 'market'],
    ['none of these, with one of these', { special: ['none', 'urgent_unforeseeable'] }, 'special'],
    ['standard, with a pilot', { design: ['standard', 'pilot'] }, 'design'],
    ['patients who choose a youth club', { special: ['patient_choice'] }, 'special'],
    ['a light touch code called another service', { service: 'other_services' }, 'cpv'],
    ['a code of works called light touch', { cpv: '45210000' }, 'cpv'],
    ['a code of services called goods', { service: 'goods' }, 'cpv'],
    ['a code of the health regime', { cpv: '85323000' }, 'cpv'],
    ['a mutual for six years', { target: 'employee_mutual', termYears: 6 }, 'termYears'],
    ['a parish council in Scotland', { nation: 'scotland', buyer: 'parish_council' }, 'buyer'],
    [
      'a decision by place with no limit by place',
      { local: 'none', decisionDate: '2026-01-01' },
      'decisionDate',
    ],
  ])('%s', (_what, change, path) => {
    const parsed = parseRouteCase({ ...youthClub, ...change }, today);
    expect(parsed.ok).toBe(true);
    expect(parsed.issues.map(({ where }) => where.path)).toContain(path);
  });

  it('the code in the schedule decides over the word', () => {
    expect(advise({ ...youthClub, service: 'other_services' }).threshold?.amount).toBe(663_540);
    expect(advise({ ...youthClub, cpv: '45210000' }).threshold?.amount).toBe(5_193_000);
  });

  it('a single provider beside others is not taken as proven', () => {
    const contradictory = advise({ ...cleaning, value: 100_000, market: 'one_capable', localCount: 3 });
    expect(route(contradictory, 'pa-bt-direct')).toMatchObject({ rule: 'B6', status: 'depends' });
    expect(route(contradictory, 'pa-bt-direct').reason).toContain('only one provider');
  });

  it('a code that is not held leaves the answer standing', () => {
    const unlisted = { ...youthClub, cpv: '77310000' };
    expect(warning(unlisted, 'cpv')?.mend).toContain('Your answer "light_touch" was followed');
    expect(advise(unlisted).derived).toMatchObject({ lightTouch: true, reservable: null });
  });
});

describe('what the adviser refuses', () => {
  it.each(['specification', 'provider', 'supplier'])(
    'a field "%s": it offers the market test instead',
    (field) => {
      const told = warning({ ...youthClub, [field]: 'A Particular Charity (fictional)' }, field);
      expect(told?.mend).toContain('no specification round one provider');
      expect(told?.mend).toContain('market engagement notice');
    },
  );

  it('a misspelt field is not dropped without a word', () => {
    expect(warning({ ...youthClub, locall: 'uk' }, 'locall')?.mend).toContain('not used');
  });
});
