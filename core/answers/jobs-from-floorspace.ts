import { given, quotient } from '../explain/explained.ts';
import { formatFte } from '../units/format.ts';
import type { Worked } from './worked.ts';

const size = String.raw`(\d[\d,]*(?:\.\d+)?) ?(m2|sq ?m|sqm|square met(?:re|er)s?|sq ?ft|square f(?:ee|oo)t|sqft)`;
const perJob =
  '(?: ?(?:per|for each|for every|a|each) ?(?:job|fte|employee|worker|person|head|member of staff)| (?:each|apiece)\\b)';
const density = new RegExp(`${size}${perJob}`, 'i');
const area = new RegExp(size, 'gi');
const asksJobs = /\b(jobs?|ftes?|employees|workers|staff|people|employ\w*)\b/i;
/** By definition of the foot. */
const squareFoot = 0.09290304;

/**
 * Jobs from floor area and a density that the question gives: "400 m2 at 12 m2 per job" is 33.3 FTE.
 * Null when either is missing.
 */
export function jobsFromFloorspace(text: string): Worked | null {
  const perOne = density.exec(text);
  if (perOne === null || !asksJobs.test(text)) return null;
  const whole = [...text.matchAll(area)].filter((match) => match.index !== perOne.index);
  const [floor] = whole;
  const over = floor === undefined ? undefined : inM2(floor[1], floor[2]);
  const under = inM2(perOne[1], perOne[2]);
  if (over === undefined || whole.length !== 1 || under === 0) return null;
  const workings = quotient(
    { id: 'jobs', label: 'Estimated jobs', unit: 'FTE', formula: 'floor area / area per job' },
    given({ id: 'floorspace', label: 'Floor area', unit: 'm2', formula: 'from the question' }, over),
    given({ id: 'density', label: 'Floor area per job', unit: 'm2', formula: 'from the question' }, under),
  );
  return {
    workings,
    text: `${formatFte(workings.value)}: ${rounded(over)} m2 divided by ${rounded(under)} m2 for each. Formula: enabled employment = floor area / employment density. It is an estimate that stands in where a tenant gives no number of employees; densities hold for full-time equivalents and for one measure of floor area (net, gross internal), so keep to that of the density.`,
  };
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

function inM2(number: string | undefined, unit: string | undefined): number {
  const value = Number((number ?? '0').replaceAll(',', ''));
  return /f/i.test(unit ?? '') ? value * squareFoot : value;
}
