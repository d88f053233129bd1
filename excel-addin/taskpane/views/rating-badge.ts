import type { Rating } from '../../../core/index.ts';
import { element } from '../element.ts';
import { ratingIcon } from '../icons.ts';

const names: Readonly<Record<Rating, string>> = { green: 'Green', amber: 'Amber', red: 'Red' };

/** The rating as a word with a shape of its own and a colour, of which the word alone says it all. */
export const ratingBadge = (rating: Rating): HTMLElement =>
  element('span', { class: `badge badge-${rating}` }, ratingIcon(rating), ` ${names[rating]}`);
