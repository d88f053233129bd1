import type { PilotArea } from '../../framework/pilot-schema.ts';
import { formatCount } from '../../units/format.ts';

/** A figure that the report gives of the pilot areas. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly pattern: RegExp;
  readonly value: (area: PilotArea) => number | null;
  readonly words: (value: number) => string;
  readonly sums: boolean;
  /** "most" means the smallest number: rank 2 is more deprived than rank 54. */
  readonly lowIsMost?: true;
  readonly most: string;
  readonly least: string;
}

const years = (value: number): string => `${value} years`;
export const life =
  /\b(life exp(ectanc(y|ies)|ectation|ect)?|live how long|how long do \w+ live|live longest|live (the )?longest|longest living|longest lived|lives? (the )?longest|lifespan|life span)\b/;
const women = /\b(wom[ae]n|females?|ladies|girls)\b/;
const men = /\b(m[ae]n|males?|lads|boys|blokes?)\b/;

export const areaColumns: readonly Column[] = [
  {
    id: 'population',
    label: 'Population',
    pattern:
      /\b(populations?|pop|inhabitants|how many (more |fewer )?(people|residents|folk)( live| are| living)?|(more|fewer) people)\b/,
    value: ({ population }) => population,
    words: formatCount,
    sums: true,
    most: 'largest',
    least: 'smallest',
  },
  {
    id: 'life-women',
    label: 'Life expectancy of women',
    pattern: women,
    value: ({ lifeWomen }) => lifeWomen,
    words: years,
    sums: false,
    most: 'highest',
    least: 'lowest',
  },
  {
    id: 'life-men',
    label: 'Life expectancy of men',
    pattern: men,
    value: ({ lifeMen }) => lifeMen,
    words: years,
    sums: false,
    most: 'highest',
    least: 'lowest',
  },
  {
    id: 'deprivation',
    label: 'Rank in England on the Index of Multiple Deprivation, 1 being the most deprived',
    pattern:
      /\b(imd|index of multiple deprivation|multiple deprivation|deprivation|deprived|poorest|poorer)\b/,
    value: ({ imdRank }) => imdRank,
    words: (value) => ordinal(value),
    sums: false,
    lowIsMost: true,
    most: 'most deprived',
    least: 'least deprived',
  },
  {
    id: 'economy',
    label: 'Size of the economy',
    pattern: /\b(economy|economies)\b/,
    value: ({ economyGbp }) => economyGbp,
    words: (value) => `£${value / 1e9}bn`,
    sums: false,
    most: 'largest',
    least: 'smallest',
  },
  {
    id: 'businesses',
    label: 'Number of businesses',
    pattern: /\b(business|businesses|firms|companies)\b/,
    value: ({ businesses }) => businesses,
    words: formatCount,
    sums: false,
    most: 'largest',
    least: 'smallest',
  },
];

function ordinal(value: number): string {
  const last = value % 10;
  const teen = Math.floor(value / 10) % 10 === 1;
  const ending = teen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return `${value}${ending}`;
}

/** The columns that a question names. */
export function columnsIn(rest: string): readonly Column[] {
  const found = areaColumns.filter(({ id, pattern }) => !id.startsWith('life') && pattern.test(rest));
  if (!life.test(rest)) return found;
  const sexes = areaColumns.filter(({ id, pattern }) => id.startsWith('life') && pattern.test(rest));
  const both = areaColumns.filter(({ id }) => id.startsWith('life'));
  return [...found, ...(sexes.length > 0 ? sexes : both)];
}
