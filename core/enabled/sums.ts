import { type Explained, sum } from '../explain/explained.ts';
import { authorityName, type Entry, isLandlord } from './double-counting.ts';
import { lower } from './estimate.ts';
import { fteMethodWords, gvaMethodWords } from './method-words.ts';
import type { Anchor } from './project.ts';
import type { AnchorResult, AuthorityResult, Confidence, EnabledSum, Scope, TenantResult } from './result.ts';

/** An entry with what became of it. */
export interface Counted extends Entry {
  readonly result: TenantResult;
}

type Figure = 'fte' | 'gva';
type End = 'workings' | 'lowWorkings' | 'highWorkings';

const unit = { fte: 'FTE', gva: 'GBP' } as const;
const figureName = { fte: 'Enabled employment', gva: 'Enabled GVA' } as const;
/** Whether a figure counts in a sum of this kind. */
function counts({ result }: Counted, figure: Figure, scope: Scope): boolean {
  return (figure === 'fte' ? result.fteCountsIn : result.gvaCountsIn).includes(scope);
}

function nodeOf({ result }: Counted, figure: Figure, end: End): Explained | undefined {
  return result[figure][end] ?? result[figure].workings;
}

const nodesOf = (entries: readonly Counted[], figure: Figure, end: End): Explained[] =>
  entries.flatMap((entry) => nodeOf(entry, figure, end) ?? []);

const naming = (figure: Figure, of: string, formula: string, id: string) => ({
  id: `${id}.${figure}`,
  label: `${figureName[figure]}, ${of}`,
  unit: unit[figure],
  formula,
});

/** The tenants of one anchor that count in a sum, added up. */
function anchorNode(
  entries: readonly Counted[],
  anchor: string,
  scope: Scope,
  figure: Figure,
  end: End,
): Explained {
  const counted = entries.filter((entry) => counts(entry, figure, scope));
  return sum(
    naming(figure, anchor, 'sum over its tenants, each once', anchor),
    nodesOf(counted, figure, end),
  );
}

/** Anchors added up: of a tenant that several of them have, one line counts. */
function widerNode(
  groups: readonly (readonly Counted[])[],
  of: string,
  scope: 'authority' | 'total',
  figure: Figure,
  end: End,
): Explained {
  const anchors = groups.flatMap((entries) =>
    entries[0] ? [anchorNode(entries, entries[0].anchor.name, scope, figure, end)] : [],
  );
  return sum(naming(figure, of, 'sum over the anchors, each tenant once', of), anchors);
}

function sums(node: (figure: Figure, end: End) => Explained, confidence: Confidence): EnabledSum {
  return {
    fte: node('fte', 'workings').value,
    gvaGbp: node('gva', 'workings').value,
    fteLow: node('fte', 'lowWorkings').value,
    fteHigh: node('fte', 'highWorkings').value,
    gvaLow: node('gva', 'lowWorkings').value,
    gvaHigh: node('gva', 'highWorkings').value,
    confidence,
  };
}

/** High only if all are, moderate if none is low or unknown, else low. Nothing to judge is low. */
export function jointConfidence(all: readonly Confidence[]): Confidence {
  if (all.length === 0) return 'low';
  const least = all.reduce(lower);
  return least === 'unknown' ? 'low' : least;
}

/** The result of one anchor. */
export function anchorResult(anchor: Anchor, entries: readonly Counted[]): AnchorResult {
  const tenants = entries.map(({ result }) => result);
  const judged = entries.filter((entry) => !isLandlord(entry)).map(({ result }) => result);
  return {
    name: anchor.name,
    ...(anchor.authority === undefined ? {} : { authority: anchor.authority }),
    ...sums(
      (figure, end) => anchorNode(entries, anchor.name, 'anchor', figure, end),
      jointConfidence(judged.map(({ confidence }) => confidence)),
    ),
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
    const entries = within.map((at) => groups[at] ?? []);
    const members = within.flatMap((at) => results[at] ?? []);
    return {
      name,
      anchors: members.map((anchor) => anchor.name),
      ...sums(
        (figure, end) => widerNode(entries, name, 'authority', figure, end),
        jointConfidence(members.map(({ confidence }) => confidence)),
      ),
    };
  });
}

/** The sums over everything, with their workings. */
export function totalOf(groups: readonly (readonly Counted[])[], results: readonly AnchorResult[]) {
  const workings = {
    fte: widerNode(groups, 'all tenants', 'total', 'fte', 'workings'),
    gva: widerNode(groups, 'all tenants', 'total', 'gva', 'workings'),
  };
  const total = sums(
    (figure, end) =>
      end === 'workings' ? workings[figure] : widerNode(groups, 'all tenants', 'total', figure, end),
    jointConfidence(results.map(({ confidence }) => confidence)),
  );
  return { total, workings };
}
