import type { Source } from '../../explain/explained.ts';
import { pilotData, pilotSource } from '../../framework/pilot-areas.ts';
import type { PilotArea, PilotOrganisation } from '../../framework/pilot-schema.ts';
import { formatCount, formatWholeGbp } from '../../units/format.ts';

/** An organisation with a row in Table 1. */
export type Anchor = PilotOrganisation & { readonly enabled: NonNullable<PilotOrganisation['enabled']> };

export interface Column {
  readonly id: 'jobs' | 'gva';
  readonly label: string;
  readonly value: (anchor: Anchor) => number;
  readonly words: (value: number) => string;
  readonly unit: 'FTE' | 'GBP';
}

export const jobs: Column = {
  id: 'jobs',
  label: 'Full-time equivalent jobs at tenants',
  value: ({ enabled }) => enabled.fte,
  words: (value) => `${formatCount(Math.round(value * 10) / 10)} FTE`,
  unit: 'FTE',
};
export const gva: Column = {
  id: 'gva',
  label: 'GVA of tenants',
  value: ({ enabled }) => enabled.gvaGbp,
  words: formatWholeGbp,
  unit: 'GBP',
};

export const source = (): Source => pilotSource(pilotData().enabledPlace);
export const hasFigures = (organisation: PilotOrganisation): organisation is Anchor =>
  organisation.enabled !== undefined;

/** The anchors named, or those of the areas named. */
export function chosenAnchors(
  areas: readonly PilotArea[],
  organisations: readonly PilotOrganisation[],
): readonly Anchor[] {
  const ids = new Set(areas.map(({ id }) => id));
  const inAreas =
    organisations.length > 0 ? [] : pilotData().organisations.filter(({ area }) => ids.has(area));
  return [...organisations, ...inAreas].filter(hasFigures);
}
