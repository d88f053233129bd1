import { type Explained, given } from '../explain/explained.ts';
import {
  conversionAssumption,
  densityAssumptions,
  sectionAssumption,
  turnoverAssumption,
} from './assumptions.ts';
import { densityName } from './density.ts';
import { legacyGvaPerWorker } from './legacy-2017.ts';
import type { Step } from './reading.ts';
import type {
  AreaConversion,
  Density,
  DivisionRow,
  EnabledReference,
  SectionRow,
  Sourced,
} from './reference.ts';

/** A reference figure as a node of the workings, with what its use means for the result. */
export interface Ratio {
  readonly node: Explained;
  readonly year: string;
  readonly verified: boolean;
}

/** The ratios of one industry: those of its division where there are any, else its section's. */
export interface IndustryRatios {
  readonly gvaPerFte: Ratio;
  readonly ftePerJob: Ratio;
  /** Undefined for sections that the survey does not cover. */
  readonly gvaToTurnover: Ratio | undefined;
}

/** The letter of the section, and for a code of two or more digits the division. */
export interface Industry {
  readonly section: string;
  readonly division?: string;
}

/** The factor between two measures of floor area, or the way back. */
export interface AreaRatio extends Ratio {
  readonly inverse: boolean;
  /** The conversion as a step of the calculation. */
  readonly step: Step;
}

/** Both ends of a density and what is taken between them. */
type DensityRatios = Readonly<Record<'low' | 'typical' | 'high', Ratio>>;

/**
 * Reference figures as nodes, each made once: ten thousand tenants share them.
 */
export class Ratios {
  readonly #sections = new Map<string, IndustryRatios>();
  readonly #densities = new Map<string, DensityRatios>();
  readonly #areas = new Map<string, AreaRatio>();

  constructor(
    readonly reference: EnabledReference,
    private readonly asPublished2017: boolean,
  ) {}

  /** Ratios of an industry; of all industries when it is not known. */
  of(industry: Industry | undefined): IndustryRatios {
    const key = industry === undefined ? 'ALL' : `${industry.section}${industry.division ?? ''}`;
    const known = this.#sections.get(key);
    if (known) return known;
    const made = this.#make(industry);
    this.#sections.set(key, made);
    return made;
  }

  #make(industry: Industry | undefined): IndustryRatios {
    const section = industry && this.reference.sections.get(industry.section);
    const row = section ?? this.reference.all;
    const division =
      industry?.division === undefined ? undefined : this.reference.divisions.get(industry.division);
    const ratioRow = division && division.gva_to_turnover_ratio !== null ? division : row;
    return {
      gvaPerFte: !section && this.asPublished2017 ? legacyGvaPerWorker : gvaPerFte(row),
      ftePerJob: ftePerJob(row),
      gvaToTurnover: gvaToTurnover(ratioRow),
    };
  }

  density(density: Sourced<Density>, general: boolean): DensityRatios {
    const key = general ? `${density.id} general` : density.id;
    const known = this.#densities.get(key);
    if (known) return known;
    const made = densityRatios(density, general);
    this.#densities.set(key, made);
    return made;
  }

  /** Undefined when both measures are the same. Throws RangeError when the tables hold no way between them. */
  area(from: string, to: string): AreaRatio | undefined {
    if (from === to) return undefined;
    const key = `${from} ${to}`;
    const known = this.#areas.get(key);
    if (known) return known;
    const made = areaRatio(this.reference.conversions, from, to);
    this.#areas.set(key, made);
    return made;
  }
}

const nameOf = (row: SectionRow | DivisionRow): string =>
  'division' in row
    ? `division ${row.division}, ${row.title}`
    : row.section === 'ALL'
      ? 'all industries'
      : `section ${row.section}, ${row.title}`;

function gvaPerFte(row: Sourced<SectionRow>): Ratio {
  const years = `GVA ${row.gva_year}, jobs ${row.jobs_year}`;
  const node = given(
    {
      id: `gvaPerFte.${row.section}`,
      label: `GVA per FTE, ${nameOf(row)}`,
      unit: 'GBP',
      formula: `UK GVA of ${row.gva_year} / (jobs of ${row.jobs_year} x FTE per job)`,
      assumptions: [sectionAssumption(row)],
      sources: row.sources,
    },
    row.gva_per_fte_gbp,
  );
  return { node, year: years, verified: row.verified === true };
}

function ftePerJob(row: Sourced<SectionRow>): Ratio {
  const node = given(
    {
      id: `ftePerJob.${row.section}`,
      label: `FTE per job, ${nameOf(row)}`,
      unit: 'number',
      formula: `(full-time + 0.5 x part-time jobs) / all jobs, UK, ${row.jobs_year}`,
      sources: row.sources,
    },
    row.fte_per_job,
  );
  return { node, year: `jobs ${row.jobs_year}`, verified: row.verified === true };
}

function gvaToTurnover(row: Sourced<SectionRow> | Sourced<DivisionRow>): Ratio | undefined {
  if (row.gva_to_turnover_ratio === null) return undefined;
  const node = given(
    {
      id: `gvaToTurnover.${'division' in row ? row.division : row.section}`,
      label: `GVA / turnover, ${nameOf(row)}`,
      unit: 'share',
      formula: `approximate GVA / turnover, UK, ${row.turnover_year}`,
      assumptions: [turnoverAssumption(row)],
      sources: row.sources,
    },
    row.gva_to_turnover_ratio,
  );
  return { node, year: `turnover ratio ${row.turnover_year}`, verified: row.verified === true };
}

function densityRatios(density: Sourced<Density>, general: boolean): DensityRatios {
  const at = (end: 'low' | 'typical' | 'high', words: string): Ratio => ({
    node: given(
      {
        id: `density.${density.id}.${end}`,
        label: `${density.unit}, ${densityName(density)}`,
        unit: density.area_basis === 'beds' ? 'number' : 'm2',
        formula: words,
        assumptions: densityAssumptions(density, general),
        sources: density.sources,
      },
      density[`value_${end}`],
    ),
    year: `density ${density.date.slice(0, 4)}`,
    verified: density.verified === true,
  });
  return {
    low: at('low', 'the densest that the guide gives'),
    typical: at(
      'typical',
      density.value_low === density.value_high
        ? 'as the guide gives it'
        : 'midpoint of the range in the guide',
    ),
    high: at('high', 'the sparsest that the guide gives'),
  };
}

function areaRatio(conversions: readonly Sourced<AreaConversion>[], from: string, to: string): AreaRatio {
  const forward = conversions.find((row) => row.from === from && row.to === to);
  const row = forward ?? conversions.find((back) => back.from === to && back.to === from);
  if (!row) throw new RangeError(`areaRatio: no conversion between ${from} and ${to}`);
  const node = given(
    {
      id: `conversion.${row.from}.${row.to}`,
      label: `${row.to} / ${row.from}`,
      unit: 'number',
      formula: row.rule,
      assumptions: conversionAssumption(row),
      sources: row.sources,
    },
    row.factor,
  );
  const inverse = forward === undefined;
  const step: Step = {
    id: to,
    label: `Floor area, ${to}`,
    unit: 'm2',
    formula: `${from} ${inverse ? '/' : 'x'} ${node.label}`,
  };
  return { node, year: '', verified: row.verified === true, inverse, step };
}
