import { type Numbers, wholeBelow } from './numbers.ts';

interface Group {
  readonly local: boolean;
  readonly category?: string;
}

/** How suppliers differ besides their size. */
export interface Groups {
  readonly draw: (next: Numbers) => Group;
  /** What a share of the law becomes for a supplier of a group. */
  readonly shift: (share: number, group: Group) => number;
}

export const oneKind: Groups = { draw: () => ({ local: true }), shift: (share) => share };

/** Four in ten are local, and re-spend more. */
export const localAndNot: Groups = {
  draw: (next) => ({ local: next() < 0.4 }),
  shift: (share, { local }) => (local ? 0.3 + 0.7 * share : 0.5 * share),
};

const categories = ['care', 'building', 'transport', 'supplies', 'grants'];

/** Five categories of one kind, alike in number, each with its own usual share. */
export const byCategory: Groups = {
  draw: (next) => ({ local: true, category: categories[wholeBelow(categories.length, next)] ?? '' }),
  shift: (share, { category = '' }) => 0.5 * share + 0.125 * categories.indexOf(category),
};
