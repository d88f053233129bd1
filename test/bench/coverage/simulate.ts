import { computePrepared, type Lm3Project, parseLm3Project, prepareLm3 } from '../../../core/index.ts';
import { answeredStrata } from './answered-strata.ts';
import { type Numbers, seededNumbers } from './numbers.ts';
import type { RespendLaw } from './respend-laws.ts';
import { type Ends, percentileBootstrap, textbookInterval } from './rival-intervals.ts';
import type { Situation } from './situations.ts';

export const seed = 20_261_124;

/** How often an interval held the true LM3, and how wide it was on average, in LM3. */
export interface Coverage {
  readonly covered: number;
  readonly width: number;
}

export interface CellResult {
  readonly runs: number;
  /** Share of runs in which ours gave no interval. The three intervals are compared in the others. */
  readonly withoutInterval: number;
  readonly ours: Coverage;
  /** Ours in the runs in which the result does not warn of its interval, and the share of such runs. */
  readonly unwarned: Coverage & { readonly share: number };
  readonly textbook: Coverage;
  readonly bootstrap: Coverage;
  readonly bounds: Coverage;
}

/** Caveats that speak against this interval, and not against intervals in general. */
const warnings: ReadonlySet<string> = new Set(['alike', 'fewAnswers', 'sizeTrend']);

/**
 * Draws suppliers' shares and who answers, again and again, and looks where the true LM3 lies.
 * Every cell starts from the same seed, so that adding one changes no other.
 */
export function simulate(
  situation: Situation,
  law: RespendLaw,
  { runs, resamples }: { readonly runs: number; readonly resamples: number },
): CellResult {
  const next = seededNumbers(seed);
  const base = emptyProject(situation);
  const tallies = {
    ours: new Tally(),
    unwarned: new Tally(),
    textbook: new Tally(),
    bootstrap: new Tally(),
    bounds: new Tally(),
  };
  for (let run = 0; run < runs; run += 1) {
    const { project, truth } = drawSurvey(base, situation, law, next);
    const prepared = prepareLm3(project);
    const outcome = computePrepared(prepared);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const { interval, bounds, round1, round2, caveats } = outcome.value;
    tallies.bounds.add(bounds, truth);
    if (interval?.method !== 'prediction') continue;
    tallies.ours.add(interval, truth);
    if (!caveats.some(({ id }) => warnings.has(id))) tallies.unwarned.add(interval, truth);
    const strata = answeredStrata(prepared);
    const inLm3 = ({ low, high }: Ends): Ends => ({
      low: (round1 + round2 + low) / round1,
      high: (round1 + round2 + high) / round1,
    });
    tallies.textbook.add(inLm3(textbookInterval(strata)), truth);
    tallies.bootstrap.add(inLm3(percentileBootstrap(strata, resamples, next)), truth);
  }
  return {
    runs,
    withoutInterval: 1 - tallies.ours.runs / runs,
    ours: tallies.ours.coverage(),
    unwarned: { ...tallies.unwarned.coverage(), share: tallies.unwarned.runs / runs },
    textbook: tallies.textbook.coverage(),
    bootstrap: tallies.bootstrap.coverage(),
    bounds: tallies.bounds.coverage(),
  };
}

function emptyProject({ name, settings }: Situation): Lm3Project {
  const parsed = parseLm3Project({ name, payroll: { local: 0, nonLocal: 0 }, settings });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** One survey, with the LM3 that would be found if everyone had answered. Round 1 is supplier spend alone. */
function drawSurvey(
  base: Lm3Project,
  { sizes, groups, silence }: Situation,
  law: RespendLaw,
  next: Numbers,
): { project: Lm3Project; truth: number } {
  const { spend } = sizes;
  const drawn = spend.map(() => groups.draw(next));
  const shares = Float64Array.from(spend, (_, at) =>
    groups.shift(law.share(at / (spend.length - 1), next), drawn[at] ?? { local: true }),
  );
  const answered = silence(shares, next);
  const suppliers = drawn.map((group, at) => ({
    name: `Supplier ${at + 1}`,
    spend: spend[at] ?? 0,
    respendShare: answered[at] === 1 ? (shares[at] ?? 0) : null,
    ...group,
  }));
  let round1 = 0;
  let total = 0;
  suppliers.forEach((supplier, at) => {
    round1 += supplier.spend;
    total += supplier.spend * (1 + (supplier.local ? 1 : 0) + (shares[at] ?? 0));
  });
  return { project: { ...base, suppliers }, truth: total / round1 };
}

/** Sums of amounts in another order may differ in their last digits. */
const lastDigits = 1e-9;

class Tally {
  runs = 0;
  private covered = 0;
  private width = 0;

  add({ low, high }: Ends, truth: number): void {
    this.runs += 1;
    if (truth >= low - lastDigits && truth <= high + lastDigits) this.covered += 1;
    this.width += high - low;
  }

  coverage(): Coverage {
    return { covered: this.covered / this.runs, width: this.width / this.runs };
  }
}
