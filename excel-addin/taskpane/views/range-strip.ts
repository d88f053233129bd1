import { formatRatio, type Lm3Result } from '../../../core/index.ts';
import { element, svgElement } from '../element.ts';

/** LM3 lies from 1 to 3, so every strip has the same scale and two results can be compared by eye. */
const lowest = 1;
const highest = 3;
const marks = [1, 1.5, 2, 2.5, 3];
const barTop = 12;
const barHeight = 20;

/** How far LM3 is certain, drawn on the scale from 1 to 3. The same figures stand beside it in words. */
export function rangeStrip({ lm3, bounds, interval }: Lm3Result): HTMLElement {
  const shown = interval?.method === 'prediction' ? interval : undefined;
  const drawing = svgElement(
    'svg',
    { class: 'range', width: '100%', height: 64, 'aria-hidden': 'true', focusable: 'false' },
    svgElement('line', {
      x1: '0%',
      x2: '100%',
      y1: barTop + barHeight / 2,
      y2: barTop + barHeight / 2,
      class: 'range-axis',
    }),
    marks.map(mark),
    bar('range-bounds', bounds.low, bounds.high),
    shown ? bar('range-interval', shown.low, shown.high) : [],
    // A drawing inside the drawing: its place is a share of the width, its shape keeps its size.
    svgElement(
      'svg',
      { x: along(lm3), y: barTop + barHeight / 2, class: 'range-point' },
      svgElement('path', { d: 'M0 -15 L8 0 L0 15 L-8 0 Z' }),
    ),
  );
  return element(
    'figure',
    { class: 'range-figure' },
    element('div', { class: 'range-space' }, drawing),
    element(
      'figcaption',
      {},
      key('range-point', `LM3 ${formatRatio(lm3)}`),
      shown ? key('range-interval', `interval ${formatRatio(shown.low)} to ${formatRatio(shown.high)}`) : [],
      key('range-bounds', `bounds ${formatRatio(bounds.low)} to ${formatRatio(bounds.high)}`),
    ),
  );
}

/** Position along the strip as a share of its width. */
const along = (ratio: number): string => `${((ratio - lowest) / (highest - lowest)) * 100}%`;

function bar(name: string, low: number, high: number): SVGElement {
  const width = ((high - low) / (highest - lowest)) * 100;
  return svgElement('rect', { x: along(low), width: `${width}%`, y: barTop, height: barHeight, class: name });
}

function mark(ratio: number): SVGElement[] {
  const anchor = ratio === lowest ? 'start' : ratio === highest ? 'end' : 'middle';
  const x = along(ratio);
  return [
    svgElement('line', { x1: x, x2: x, y1: barTop - 4, y2: barTop + barHeight + 6, class: 'range-mark' }),
    svgElement('text', { x, y: 56, 'text-anchor': anchor, class: 'range-text' }, formatRatio(ratio)),
  ];
}

function key(name: string, words: string): HTMLElement {
  const shape =
    name === 'range-point'
      ? svgElement('path', { d: 'M8 0 L14 8 L8 16 L2 8 Z' })
      : svgElement('rect', { x: 0.5, y: 2.5, width: 15, height: 11 });
  return element(
    'span',
    { class: 'key' },
    svgElement(
      'svg',
      { width: 16, height: 16, class: name, 'aria-hidden': 'true', focusable: 'false' },
      shape,
    ),
    ` ${words}`,
  );
}
