import type { Assumption } from '../explain/explained.ts';
import { formatShare } from '../units/format.ts';
import { densityName } from './density.ts';
import type { AreaConversion, Density, DivisionRow, SectionRow } from './reference.ts';
import { enabledSources } from './sources.ts';

/** The choices that many tenants share, each told once with its result. */
export const assume = {
  partTime: {
    id: 'partTime',
    text: 'A part-timer counts as half a full-time employee.',
    because: 'Hours were not given, and nobody has confirmed the rule. The published report has no rule.',
    effect:
      'Every tenth of a full-time week that part-timers work more or less moves each of them by 0.1 FTE.',
    source: { title: 'A common convention in the UK', place: 'no source at hand', verified: false },
  },
  areaBasis: {
    id: 'areaBasis',
    text: 'Floor area whose measure was not stated is net internal area (NIA).',
    because: 'Rooms let to tenants are usually measured without corridors, stairs and walls.',
    effect: 'If it is gross internal area, FTE from it is about 15% too high.',
    source: enabledSources.adopted,
  },
  inverse: {
    id: 'areaInverse',
    text: 'A net or gross internal area is turned into a larger measure by dividing by the factor of the way back.',
    because: 'The sources give the factor for one direction only.',
    effect: 'The factors are rounded, so the area can be off by a few per cent.',
    source: enabledSources.adopted,
  },
  noSection: {
    id: 'noSection',
    text: 'A tenant without a SIC code has the ratios of all industries.',
    because: 'Nothing says what it does in terms that the ratios know.',
    effect: 'GVA per FTE differs several-fold between sections: a SIC code puts it right.',
    source: enabledSources.adopted,
  },
  turnoverAsGva: {
    id: 'turnoverAsGva',
    text: 'Turnover is entered as GVA, as the report of 2017 did.',
    because: 'The mode "as published in 2017" was asked for.',
    effect:
      'Turnover holds what tenants paid their own suppliers: over all industries GVA is about a third of it.',
    source: enabledSources.method,
  },
} as const satisfies Record<string, Assumption>;

/** What follows from one row of densities. */
export function densityAssumptions(density: Density, general: boolean): Assumption[] {
  const { id, value_low: low, value_typical: typical, value_high: high, unit, verified } = density;
  const name = densityName(density);
  const made: Assumption[] = [];
  if (general) {
    made.push({
      id: `general.${id}`,
      text: `${name} (${typical} ${unit}) stands for its use class.`,
      because: 'Only the use class was given, and the guide divides it further.',
      effect: 'A density type says which kind it is.',
      source: enabledSources.adopted,
    });
  }
  if (low !== high) {
    made.push({
      id: `midpoint.${id}`,
      text: `${name}: the guide gives ${low} to ${high} ${unit}; the midpoint ${typical} is the typical value.`,
      because: 'The guide gives no typical value.',
      effect: 'Low and high of the result are the two ends of the guide.',
      source: enabledSources.adopted,
    });
  }
  if (verified !== true) {
    made.push({
      id: `unverified.${id}`,
      text: `Unverified: ${name}, ${low === high ? typical : `${low} to ${high}`} ${unit}, was not read in the guide.`,
      because: 'The page of the guide with the densities was not at hand.',
      effect:
        'FTE moves as the density does: twice the area for each, half the FTE. Ask for the number of employees instead.',
      source: { title: 'Employment Density Guide, 3rd edition (2015)', place: name, verified: false },
    });
  }
  return made;
}

export function conversionAssumption({ from, to, factor, range, verified }: AreaConversion): Assumption[] {
  if (verified === true) return [];
  const [low, high] = range ?? [factor, factor];
  return [
    {
      id: `conversion.${from}.${to}`,
      text: `Unverified: ${to} = ${from} x ${factor}, seen in restatements only.`,
      because: 'The density is for another measure of floor area than the one given.',
      effect:
        low === high
          ? 'FTE moves in step with the factor.'
          : `The factor lies between ${low} and ${high}, and FTE moves in step with it.`,
      source: {
        title: 'Employment Density Guide, 3rd edition (2015)',
        place: `${from} to ${to}`,
        verified: false,
      },
    },
  ];
}

/** What rests on averages of one section. */
export function sectionAssumption({
  section,
  title,
  gva_year: gva,
  jobs_year: jobs,
  note,
}: SectionRow): Assumption {
  const name = section === 'ALL' ? 'all industries' : `section ${section}, ${title}`;
  return {
    id: `gvaPerFte.${section}`,
    text: `GVA per FTE is the UK average of ${name}: GVA of ${gva} over jobs of ${jobs}.`,
    because: 'These are the nearest two years at hand.',
    effect: `The value is a little low, since GVA in money rose between the years.${note === '' ? '' : ` ${note}`}`,
    source: enabledSources.adopted,
  };
}

/** What the choice of year means for a ratio of GVA to turnover. */
export function turnoverAssumption(row: SectionRow | DivisionRow): Assumption {
  const isDivision = 'division' in row;
  const name = isDivision
    ? `division ${row.division}`
    : row.section === 'ALL'
      ? 'all industries'
      : `section ${row.section}`;
  const earlier = row.gva_to_turnover_earlier;
  const compared =
    earlier === null
      ? 'No earlier ratio is at hand.'
      : `With ${formatShare(earlier)}, the ratio of ${row.earlier_year}, GVA changes in proportion.`;
  return {
    id: `gvaToTurnover.${isDivision ? row.division : row.section}`,
    text: `GVA is ${formatShare(row.gva_to_turnover_ratio ?? 0)} of turnover in ${name}, the UK ratio of ${row.turnover_year}.`,
    because: 'Turnover was given and GVA was not.',
    effect: `${compared}${row.note === '' ? '' : ` ${row.note}`}`,
    source: enabledSources.adopted,
  };
}
