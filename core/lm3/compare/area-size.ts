import { formatCount, formatShare } from '../../units/format.ts';
import { areaKindWords } from '../setting-words.ts';
import { type AreaKind, areaKinds } from '../settings.ts';

/** What is known of the size of an area. */
export interface AreaSize {
  readonly name: string;
  readonly kind?: AreaKind | undefined;
  readonly population?: number | undefined;
  readonly radiusKm?: number | undefined;
}

/** Populations and radii this far apart still count as alike. The limit is ours. */
export const alikeWithin = 0.1;

/** `District or council area, population 209,000`; `size not stated` where nothing is known. */
export function sizeInWords({ kind, population, radiusKm }: AreaSize): string {
  const parts = [
    ...(kind === undefined ? [] : [areaKindWords[kind]]),
    ...(radiusKm === undefined ? [] : [`radius ${radiusKm} km`]),
    ...(population === undefined ? [] : [`population ${formatCount(population)}`]),
  ];
  return parts.length === 0 ? 'size not stated' : parts.join(', ');
}

/**
 * Whether one area lies inside another, as the areas of one project are taken to nest: a ward in a
 * district in a county and so on, a smaller radius in a larger one, a smaller population in a larger
 * one. Two areas of one kind, such as two districts, lie side by side.
 */
export function liesInside(inner: AreaSize, outer: AreaSize): boolean {
  const [first, second] = [inner.kind, outer.kind];
  if (first === 'radius' && second === 'radius') {
    return (inner.radiusKm ?? Number.NaN) < (outer.radiusKm ?? Number.NaN);
  }
  if (first !== undefined && second !== undefined && first !== 'radius' && second !== 'radius') {
    return areaKinds.indexOf(first) < areaKinds.indexOf(second);
  }
  return (inner.population ?? Number.NaN) < (outer.population ?? Number.NaN);
}

/** The areas from the smallest to the largest if what is stated puts all of them in order, else as they came. */
export function bySize<Area extends AreaSize>(areas: readonly Area[]): Area[] {
  const measures: ((area: AreaSize) => number | undefined)[] = [
    ({ population }) => population,
    ({ kind }) => (kind === undefined || kind === 'radius' ? undefined : areaKinds.indexOf(kind)),
    ({ radiusKm }) => radiusKm,
  ];
  const measure = measures.find((read) => areas.every((area) => read(area) !== undefined));
  return measure ? [...areas].sort((a, b) => (measure(a) ?? 0) - (measure(b) ?? 0)) : [...areas];
}

/** Why LM3s of these areas cannot be ranked; undefined when the areas are alike in kind and size. */
export function whyUnlike(areas: readonly AreaSize[]): string | undefined {
  const kinds = new Set(areas.map(({ kind }) => kind));
  if (kinds.has(undefined)) return 'the kind of every area has to be stated';
  if (kinds.size > 1) {
    const words = [...kinds].flatMap((kind) => (kind ? [areaKindWords[kind].toLowerCase()] : []));
    return `they are of different kinds (${words.join('; ')})`;
  }
  const measure = kinds.has('radius') ? 'radiusKm' : 'population';
  const called = measure === 'radiusKm' ? 'radius' : 'population';
  const sizes = areas.map((area) => area[measure]);
  if (sizes.includes(undefined)) return `the ${called} of every area has to be stated`;
  const known = sizes.map((size) => size ?? 0);
  return Math.max(...known) > Math.min(...known) * (1 + alikeWithin)
    ? `their ${called} differs by more than ${formatShare(alikeWithin)}`
    : undefined;
}
