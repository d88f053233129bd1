import { type Explained, sum } from '../explain/explained.ts';
import { exactSum, RunningSum } from '../units/sum.ts';
import { authorityName, type Entry } from './double-counting.ts';
import { lower } from './estimate.ts';
import { fteMethodWords, gvaMethodWords } from './method-words.ts';
import type { Anchor } from './project.ts';
import type {
  AnchorResult,
  AuthorityResult,
  Confidence,
  EnabledSum,
  FteEstimate,
  GvaEstimate,
  Scope,
  TenantResult,
} from './result.ts';

/** What became of an entry. */
export interface Counted extends Pick<Entry, 'anchor' | 'anchorAt' | 'isLandlord'> {
  readonly result: TenantResult;
}

type Figure = 'fte' | 'gva';

const unit = { fte: 'FTE', gva: 'GBP' } as const;
const figureName = { fte: 'Enabled employment', gva: 'Enabled GVA' } as const;

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
      const countsIn = figure === 'fte' ? entry.result.fteCountsIn : entry.result.gvaCountsIn;
      const workings = countsIn.includes('total') ? entry.result[figure].workings : undefined;
      if (workings) nodes.push(workings);
    }
    anchors.push(sum(naming(figure, first.anchor.name, 'sum over its tenants, each once'), nodes));
  }
  return sum(naming(figure, 'all tenants', 'sum over the anchors, each tenant once'), anchors);
}

/** A figure with its ends, one tenant after the other. */
class Total {
  private readonly typical = new RunningSum();
  private readonly least = new RunningSum();
  private readonly most = new RunningSum();

  add({ value, low, high }: FteEstimate | GvaEstimate): void {
    if (value === null) return;
    this.typical.add(value);
    this.least.add(low ?? value);
    this.most.add(high ?? value);
  }

  get value(): number {
    return this.typical.value;
  }

  get low(): number {
    return this.least.value;
  }

  get high(): number {
    return this.most.value;
  }
}

/** The figures that count in one sum, added up without a tree of their own. */
function sums(entries: readonly Counted[], scope: Scope, confidence: Confidence): EnabledSum {
  const [fte, gva] = [new Total(), new Total()];
  for (const { result } of entries) {
    if (result.fteCountsIn.includes(scope)) fte.add(result.fte);
    if (result.gvaCountsIn.includes(scope)) gva.add(result.gva);
  }
  return {
    fte: fte.value,
    gvaGbp: gva.value,
    fteLow: fte.low,
    fteHigh: fte.high,
    gvaLow: gva.low,
    gvaHigh: gva.high,
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
  const confidence = jointConfidence(results.map((anchor) => anchor.confidence));
  // As its workings add it up: by anchors, then over them.
  const byAnchor = groups
    .filter(({ length }) => length > 0)
    .map((entries) => sums(entries, 'total', confidence));
  const over = (figure: keyof Omit<EnabledSum, 'confidence'>) =>
    exactSum(byAnchor.map((part) => part[figure]));
  const total: EnabledSum = {
    fte: over('fte'),
    gvaGbp: over('gvaGbp'),
    fteLow: over('fteLow'),
    fteHigh: over('fteHigh'),
    gvaLow: over('gvaLow'),
    gvaHigh: over('gvaHigh'),
    confidence,
  };
  return { total, workings: new TotalWorkings(groups) };
}

/** The workings of the totals, made when somebody looks at them. */
class TotalWorkings {
  readonly #groups: readonly (readonly Counted[])[];

  constructor(groups: readonly (readonly Counted[])[]) {
    this.#groups = groups;
  }

  get fte(): Explained {
    return totalNode(this.#groups, 'fte');
  }

  get gva(): Explained {
    return totalNode(this.#groups, 'gva');
  }

  toJSON(): object {
    return { fte: this.fte, gva: this.gva };
  }
}
