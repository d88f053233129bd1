import type { Draft } from '../store.ts';

/** Every field of the questionnaire by the page it stands on. */
export const pageFields = {
  one: ['estimate', 'quality', 'showTo'],
  money: ['basis', 'pay', 'bought', 'overheads', 'taxes', 'kept'],
  places: ['payLocal', 'staffAll', 'staffLocal', 'boughtLocal', 'otherLocal'],
  about: [
    'postcode',
    'headOffice',
    'quality',
    'employees',
    'kindSmall',
    'kindCharity',
    'kindSocial',
    'showTo',
  ],
} as const;

export type FormPage = keyof typeof pageFields;
export const formPages = Object.keys(pageFields) as FormPage[];
export type Field = (typeof pageFields)[FormPage][number];

/** Longest text of a field, in characters. */
export const longestField = 60;

/** What was sent for the fields of one page. A box that is not ticked is not sent at all, so it is cleared. */
export function fieldsSent(page: FormPage, form: URLSearchParams): Draft {
  return Object.fromEntries(
    pageFields[page].map((field) => [field, (form.get(field) ?? '').trim().slice(0, longestField + 1)]),
  );
}
