import type { Rating } from '../../core/index.ts';
import { svgElement } from './element.ts';

const outlines = {
  tick: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  wave: 'M2.5 9.5c2-4 4-4 5.5-1.500s3.500 2.500 5.500-1.500',
} as const;

/** A small drawing that repeats what the words beside it say. */
export function icon(name: keyof typeof outlines): SVGSVGElement {
  return svgElement(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, class: 'icon', 'aria-hidden': 'true', focusable: 'false' },
    svgElement('path', {
      d: outlines[name],
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2.25,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
}

/** A shape of its own for each rating, so that colour is never alone. */
export const ratingIcon = (rating: Rating): SVGSVGElement =>
  icon(rating === 'green' ? 'tick' : rating === 'amber' ? 'wave' : 'cross');
