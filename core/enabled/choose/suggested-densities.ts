import { formatCount, formatFloorArea } from '../../units/format.ts';
import { densityName } from '../density.ts';
import { type Density, type Sourced, shippedReference } from '../reference.ts';
import type { Place } from './activity-words.ts';
import type { SuggestedDensity } from './choices.ts';

/** Why a density is suggested, and how strongly. */
export interface DensityLead {
  readonly id: string;
  readonly fit: number;
  readonly why: string;
}

const most = 4;
/** Each further density of a place is that much less likely than the one before it. */
const nextLikeliest = 0.85;

/** The densities of a usual place of work, the likeliest first. */
export function leadsOfPlace(place: Place, fit: number, because: string): DensityLead[] {
  const nearest = place.nearest ? '; the guide has no row of its own for that, and this is the nearest' : '';
  return place.densities.map((id, rank) => ({
    id,
    fit: fit * nextLikeliest ** rank,
    why: `because ${because} usually works from ${place.name}${nearest}`,
  }));
}

/** Leads to one list, best first, each density once. */
export function suggestedDensities(leads: readonly DensityLead[]): SuggestedDensity[] {
  const best = new Map<string, DensityLead>();
  for (const lead of leads) {
    const known = best.get(lead.id);
    if (known === undefined || lead.fit > known.fit) best.set(lead.id, lead);
  }
  const { densities } = shippedReference();
  return [...best.values()]
    .sort((a, b) => b.fit - a.fit)
    .slice(0, most)
    .flatMap(({ id, why }) => {
      const density = densities.get(id);
      return density === undefined ? [] : [suggestedDensity(density, why)];
    });
}

export function suggestedDensity(density: Sourced<Density>, why: string): SuggestedDensity {
  return {
    id: density.id,
    name: densityName(density),
    low: density.value_low,
    typical: density.value_typical,
    high: density.value_high,
    unit: density.unit,
    areaBasis: density.area_basis,
    figure: figureOf(density),
    useClasses: [...density.use_class_pre_2020, ...density.use_class_2020],
    verified: density.verified === true,
    source: density.sources.map(({ title, place }) => `${title}, ${place}`).join('; '),
    why,
  };
}

const basisNames = {
  NIA: 'net internal area',
  GIA: 'gross internal area',
  GEA: 'gross external area',
  beds: '',
} as const;

function figureOf({
  value_low: low,
  value_typical: typical,
  value_high: high,
  area_basis: basis,
}: Density): string {
  if (basis === 'beds') return `${formatCount(typical)} ${typical === 1 ? 'bed' : 'beds'} per FTE`;
  const range = low === high ? '' : ` (${formatFloorArea(low)} to ${formatFloorArea(high)})`;
  return `${formatFloorArea(typical)} per FTE${range}, ${basisNames[basis]}`;
}
