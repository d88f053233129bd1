import { formatDate } from '../units/calendar.ts';
import { formatPounds } from '../units/format.ts';
import type { RouteCase } from './case.ts';
import { readCpv } from './cpv.ts';
import { answerWords, questions } from './questions.ts';

const vatBasisWords = {
  incl: 'including VAT',
  excl: 'without VAT',
  none: 'no VAT on this supply',
} as const;

/** Every question with the answer given, in words; what was not given is said to be so. */
export function factRows(routeCase: RouteCase): string[][] {
  const rows = questions
    .filter(({ field, kind }) => kind !== 'yesNo' || routeCase.answered.has(field))
    .map(({ field, ask }) => [ask, answerInWords(routeCase, field)]);
  const more: [string, string | undefined][] = [
    [
      'Linked needs that could be one contract',
      routeCase.linkedValues.map(formatPounds).join(', ') || undefined,
    ],
    ['Why linked needs are kept apart', routeCase.linkedReason],
    ['Term in years', routeCase.termYears ? String(routeCase.termYears) : undefined],
    ['A public body or a company it controls as provider', yesNo(routeCase.publicProvider)],
    ['Listed and other services in one contract', yesNo(routeCase.mixedServices)],
    ['A community body offers to run the service', yesNo(routeCase.communityOffer)],
    ['A building comes up for sale', yesNo(routeCase.buildingSale)],
    ['An order under a framework', yesNo(routeCase.callOff)],
  ];
  return [...rows, ...more.flatMap(([what, answer]) => (answer === undefined ? [] : [[what, answer]]))];
}

const yesNo = (answer: boolean | undefined): string | undefined =>
  answer === undefined ? undefined : answer ? 'yes' : 'no';

/** The answer to one question, in words; what was not given is said to be so. */
export function answerInWords(routeCase: RouteCase, field: keyof RouteCase & string): string {
  const given: unknown = routeCase[field];
  const asked = routeCase.answered.has(field);
  if (field === 'startDate')
    return `${formatDate(routeCase.startDate)}${asked ? '' : ' (no date given: the day of the test)'}`;
  if (field === 'value' && typeof given === 'number') {
    const basis =
      routeCase.vatBasis === undefined
        ? 'VAT basis not given, read as including VAT'
        : vatBasisWords[routeCase.vatBasis];
    return `${formatPounds(given)}, ${basis}`;
  }
  if (!asked) return 'not given';
  if (field === 'cpv' && typeof given === 'string') {
    const { name } = readCpv(given);
    return name === undefined ? given : `${given} (${name})`;
  }
  if (Array.isArray(given))
    return given.map((value) => answerWords(field, String(value))).join('; ') || 'not given';
  if (typeof given === 'boolean') return given ? 'yes' : 'no';
  return given === undefined || given === null ? 'do not know' : answerWords(field, String(given));
}
