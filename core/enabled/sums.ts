import { type Explained, sum } from '../explain/explained.ts';
import { RunningSum } from '../units/sum.ts';
import { authorityName, type Entry } from './double-counting.ts';
import { lower } from './estimate.ts';
import { fteMethodWords, gvaMethodWords } from './method-words.ts';
import type { Anchor } from './project.ts';
import type { AnchorResult, AuthorityResult, Confidence, EnabledSum, Scope, TenantResult } from './result.ts';

/** An entry with what became of it. */
export interface Counted extends Entry {
  readonly result: TenantResult;
}

type Figure = 'fte' | 'gva';

const unit = { fte: 'FTE', gva: 'GBP' } as const;
const figureName = { fte: 'Enabled employment', gva: 'Enabled GVA' } as const;

/** Whether a figure counts in a sum of this kind. */
function counts({ result }: Counted, figure: Figure, scope: Scope): boolean {
  return (figure === 'fte' ? result.fteCountsIn : result.gvaCountsIn).includes(scope);
}

const naming = (figure: Figure, of: string, formula: string) => ({
  id: `${of}.${figure}`,
  label: `${figureName[figure]}, ${of}`,
  unit: unit[figure],
  formula,
});

/** Everything added up by anchors: of a tenant that several of them have, one line counts. */
function totalNode(groups: readonly (readonly Counted[])[], figure: Figure): Explained {
  const anchors: Explained[] = [];
  for (const entries of groups) {
    const [first] = entries;
    if (!first) continue;
    const nodes: Explained[] = [];
    for (const entry of entries) {
      const { workings } = entry.result[figure];
      if (workings && counts(entry, figure, 'total')) nodes.push(workings);
    }
    anchors.push(sum(naming(figure, first.anchor.name, 'sum over its tenants, each once'), nodes));
  }
  return sum(naming(figure, 'all tenants', 'sum over the anchors, each tenant once'), anchors);
}

/** The figures that count in one sum, added up without a tree of their own. */
function sums(entries: Iterable<Counted>, scope: Scope, confidence: Confidence): EnabledSum {
  const total = () => ({ value: new RunningSum(), low: new RunningSum(), high: new RunningSum() });
  const added = { fte: total(), gva: total() };
  for (const entry of entries) {
    for (const figure of figures) {
      const { value, low, high } = entry.result[figure];
      if (value === null || !counts(entry, figure, scope)) continue;
      added[figure].value.add(value);
      added[figure].low.add(low ?? value);
      added[figure].high.add(high ?? value);
    }
  }
  const { fte, gva } = added;
  return {
    fte: fte.value.value,
    gvaGbp: gva.value.value,
    fteLow: fte.low.value,
    fteHigh: fte.high.value,
    gvaLow: gva.low.value,
    gvaHigh: gva.high.value,
    confidence,
  };
}

const figures = ['fte', 'gva'] as const;

/** High only if all are, moderate if none is low or unknown, else low. Nothing to judge is low. */
export function jointConfidence(all: readonly Confidence[]): Confidence {
  if (all.length === 0) return 'low';
  const least = all.reduce(lower);
  return least === 'unknown' ? 'low' : least;
}

/** The result of one anchor. */
export function anchorResult(anchor: Anchor, entries: readonly Counted[]): AnchorResult {
  const tenants = entries.map(({ result }) => result);
  const judged = entries.filter(({ isLandlord }) => !isLandlord).map(({ result }) => result);
  return {
    name: anchor.name,
    ...(anchor.authority === undefined ? {} : { authority: anchor.authority }),
    ...sums(entries, 'anchor', jointConfidence(judged.map(({ confidence }) => confidence))),
    fteMethod: fteMethodWords(judged),
    gvaMethod: gvaMethodWords(judged),
    tenants,
  };
}

/** Anchors by their authority, in the order of the input. */
export function authorityResults(
  anchors: readonly Anchor[],
  groups: readonly (readonly Counted[])[],
  results: readonly AnchorResult[],
): AuthorityResult[] {
  const names = [...new Set(anchors.map(authorityName))];
  return names.map((name) => {
    const within = anchors.flatMap((anchor, at) => (authorityName(anchor) === name ? [at] : []));
    const entries = within.flatMap((at) => groups[at] ?? []);
    const members = within.flatMap((at) => results[at] ?? []);
    return {
      name,
      anchors: members.map((anchor) => anchor.name),
      ...sums(entries, 'authority', jointConfidence(members.map(({ confidence }) => confidence))),
    };
  });
}

/** The sums over everything, with their workings. */
export function totalOf(groups: readonly (readonly Counted[])[], results: readonly AnchorResult[]) {
  const workings = { fte: totalNode(groups, 'fte'), gva: totalNode(groups, 'gva') };
  const confidence = jointConfidence(results.map((anchor) => anchor.confidence));
  const added = sums(groups.flat(), 'total', confidence);
  return { total: { ...added, fte: workings.fte.value, gvaGbp: workings.gva.value }, workings };
}
