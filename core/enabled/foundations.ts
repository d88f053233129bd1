import type { Assumption, Source } from '../explain/explained.ts';
import { formatCount } from '../units/format.ts';

/** Gathers every assumption once, with how many tenants rest on it, and every source once. */
export class Foundations {
  private readonly found = new Map<
    string,
    { readonly assumption: Assumption; tenants: number; last: number }
  >();
  // Figures share their lists of sources, so few lists stand for all of them.
  private readonly sourceLists = new Set<readonly Source[]>();
  private tenant = 0;

  /** What is noted from here on belongs to another tenant. */
  nextTenant(): void {
    this.tenant += 1;
  }

  note(assumptions?: readonly Assumption[], sources?: readonly Source[]): void {
    if (sources !== undefined) this.sourceLists.add(sources);
    if (assumptions === undefined) return;
    for (const assumption of assumptions) {
      const known = this.found.get(assumption.id);
      if (!known) this.found.set(assumption.id, { assumption, tenants: 1, last: this.tenant });
      else if (known.last !== this.tenant) {
        known.tenants += 1;
        known.last = this.tenant;
      }
    }
  }

  /** What holds for any result, given as `always`, comes at the end. */
  of(always: Assumption & { readonly source: Source }): {
    readonly assumptions: readonly Assumption[];
    readonly sources: readonly Source[];
  } {
    const assumptions = [...this.found.values()].map(({ assumption, tenants }) => ({
      ...assumption,
      effect: `${assumption.effect} Tenants that rest on it: ${formatCount(tenants)}.`,
    }));
    const sources = new Map<string, Source>();
    for (const source of [
      ...[...this.sourceLists].flat(),
      ...assumptions.flatMap((each) => each.source ?? []),
      always.source,
    ]) {
      sources.set(`${source.title}, ${source.place}, ${source.verified}`, source);
    }
    return { assumptions: [...assumptions, always], sources: [...sources.values()] };
  }
}
