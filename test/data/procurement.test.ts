import { describe, expect, it } from 'vitest';
import { standingWords } from '../../core/procurement/advice-text.ts';
import {
  cpvList,
  nationOf,
  procurementLaw,
  procurementMyths,
  procurementRoutes,
  procurementRules,
  thenAndNow,
  thresholdRows,
} from '../../core/procurement/data.ts';
import { everyRule } from '../../core/procurement/judge.ts';
import { nations } from '../../core/procurement/schema.ts';

const routes = procurementRoutes();
const rules = procurementRules();
const rows = thresholdRows();

describe('routes and rules', () => {
  it('are all there: forty routes, fifty-nine rules, nine comparisons, twenty-two myths, sixty-nine amounts', () => {
    expect([
      routes.length,
      rules.length,
      thenAndNow().length,
      procurementMyths().entries.length,
      rows.length,
    ]).toEqual([40, 59, 9, 22, 69]);
  });

  it('fit together: every rule has code, every route of a rule exists, every route is decided by a rule', () => {
    expect(new Set(everyRule.map(({ id }) => id))).toEqual(new Set(rules.map(({ id }) => id)));
    const ids = new Set(routes.map(({ id }) => id));
    const decided = new Set(rules.flatMap((rule) => rule.routes));
    expect([...decided].filter((id) => !ids.has(id))).toEqual([]);
    expect([...ids].filter((id) => !decided.has(id))).toEqual([]);
  });

  it('have a citation, a nation and a next step each', () => {
    for (const { id, citation, nations: where, kind, next_step, text, rank, routes: led } of rules) {
      expect(citation, id).toMatch(/[A-Z]/);
      expect(where.length, id).toBeGreaterThan(0);
      if (kind === 'route')
        expect([rank !== null, led.length > 0, next_step !== null], id).toEqual([true, true, true]);
      else expect(text, id).not.toBeNull();
    }
    for (const { id, legal_basis, sources } of routes) {
      expect(legal_basis.length, id).toBeGreaterThan(5);
      expect(
        sources.every((link) => /^https?:\/\//.test(link)),
        id,
      ).toBe(true);
    }
  });

  it('lie within the dates of their routes', () => {
    for (const rule of rules.filter(({ kind }) => kind === 'route')) {
      for (const route of routes.filter(({ id }) => rule.routes.includes(id))) {
        const begins = (rule.valid_from ?? '0') >= (route.valid_from ?? '0') || rule.valid_from === null;
        const ends = rule.valid_to === null || route.valid_to === null || rule.valid_to <= route.valid_to;
        expect([begins, ends], `${rule.id} and ${route.id}`).toEqual([true, true]);
      }
    }
  });

  it('name each replaced route that is held, and end before it is replaced', () => {
    const byId = new Map(routes.map((route) => [route.id, route]));
    for (const { id, replaces, valid_from } of routes) {
      for (const old of replaces.filter((name) => byId.has(name))) {
        expect((byId.get(old)?.valid_to ?? '9') < (valid_from ?? '0'), `${id} after ${old}`).toBe(true);
      }
    }
  });
});

describe('thresholds', () => {
  it('never overlap: one amount for each law, authority and kind of contract on any day', () => {
    const overlaps = rows.flatMap((row, index) =>
      rows
        .slice(index + 1)
        .filter(
          (other) =>
            other.kind === row.kind &&
            other.contract_type === row.contract_type &&
            (other.authority === row.authority ||
              (row.kind === 'threshold' &&
                other.regime === row.regime &&
                [other.authority, row.authority].includes('all') &&
                [other.authority, row.authority].some(
                  (who) => who === 'central' || who === 'sub-central',
                ))) &&
            other.valid_from <= (row.valid_to ?? '9') &&
            row.valid_from <= (other.valid_to ?? '9'),
        )
        .map((other) => `${row.legal_basis} ${row.valid_from} with ${other.legal_basis} ${other.valid_from}`),
    );
    expect(overlaps).toEqual([]);
  });

  it('follow each other without a gap for councils, from 26 February 2015 to 31 December 2027', () => {
    for (const type of ['goods_services', 'works', 'light_touch']) {
      const periods = rows
        .filter(
          (row) =>
            row.kind === 'threshold' &&
            row.contract_type === type &&
            ['sub-central', 'all'].includes(row.authority),
        )
        .toSorted((a, b) => a.valid_from.localeCompare(b.valid_from));
      expect(periods[0]?.valid_from, type).toBe('2015-02-26');
      expect(periods.at(-1)?.valid_to, type).toBe('2027-12-31');
      periods.slice(1).forEach((period, index) => {
        const before = new Date(`${periods[index]?.valid_to ?? ''}T00:00:00Z`);
        expect(new Date(before.getTime() + 86_400_000).toISOString().slice(0, 10), type).toBe(
          period.valid_from,
        );
      });
    }
  });

  it('say where they come from, and are called unverified when that is only general knowledge', () => {
    for (const row of rows) {
      expect(row.legal_basis.length).toBeGreaterThan(3);
      if (row.source === 'general knowledge') expect(row.verified, row.legal_basis).toBe('unverified');
      else expect(row.source).toMatch(/^https:\/\//);
    }
  });
});

describe('what is not verified', () => {
  it('is marked wherever it can be shown', () => {
    const statements = [
      ...rules,
      ...procurementLaw().entries,
      ...procurementMyths().entries,
      ...thenAndNow(),
    ];
    for (const { id, mark, verified } of statements) {
      expect(verified, id).toBe(mark === 'V' || mark === 'V2');
    }
    for (const { mark, verified, unverified_points } of statements.filter(
      (statement) => !statement.verified,
    )) {
      expect(standingWords({ mark, verified, unverified: unverified_points })).toMatch(/not verified/i);
    }
  });

  it('names the points of every route that was not read in full', () => {
    expect(
      routes.filter(
        ({ verified, unverified_points }) => verified !== 'verified' && unverified_points.length === 0,
      ),
    ).toEqual([]);
  });
});

describe('codes and nations', () => {
  it('list codes in rising ranges that do not overlap', () => {
    const ranges = cpvList().light_touch.toSorted((a, b) => a.from.localeCompare(b.from));
    ranges.forEach(({ from, to }, index) => {
      expect(from <= to).toBe(true);
      if (index > 0) expect(from > (ranges[index - 1]?.to ?? '')).toBe(true);
    });
  });

  it('has an entry for each nation, with differences and a link outside England', () => {
    for (const nation of nations) {
      const { differences, links, answered } = nationOf(nation);
      expect(answered === 'in full', nation).toBe(nation === 'england');
      if (nation !== 'england') expect(Math.min(differences.length, links.length), nation).toBeGreaterThan(0);
    }
  });
});
