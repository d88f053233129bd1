import { html } from 'hono/html';
import { type Json, listOf, objectOf, stringOf } from '../json.ts';
import type { Markup } from './draw-text.ts';

const colours = ['#1d5c4b', '#d58936', '#3b6ea8', '#a23b52', '#7a5c99', '#6b7280'];
const colour = (index: number): string => colours[index % colours.length] ?? '#6b7280';
const [width, height, left, bottom, top] = [460, 220, 56, 40, 18];

/** A `data_visualization` block as a simple chart, with its figures for a screen reader. */
export function drawChart(block: Json): Markup {
  const chart = objectOf(block.chart);
  const kind = stringOf(chart.type) ?? 'chart';
  const title = stringOf(block.title) ?? '';
  const drawn = kind === 'pie' ? drawPie(listOf(chart.segments)) : drawAxes(chart, kind);
  return html`<figure class="chart"><figcaption>${title}</figcaption>${drawn}</figure>`;
}

function drawPie(segments: readonly Json[]): Markup {
  const total = segments.reduce((sum, { value }) => sum + Number(value), 0);
  let from = 0;
  const slices = segments.map(({ value }, index) => {
    const share = Number(value) / total;
    const path = share >= 0.9999 ? wholePie : slice(from, from + share);
    from += share;
    return html`<path d="${path}" fill="${colour(index)}" stroke="#fff" stroke-width="0.015"></path>`;
  });
  return html`<div class="pie"><svg viewBox="-1.05 -1.05 2.1 2.1" width="170" height="170" role="img" aria-label="Pie chart">${slices}</svg>
    <ul class="legend">${segments.map(
      ({ label, value }, index) =>
        html`<li>${swatch(index)} ${stringOf(label)}: ${shown(Number(value))} (${Math.round((Number(value) / total) * 100)}%)</li>`,
    )}</ul></div>`;
}

const wholePie = 'M 1 0 A 1 1 0 1 1 -1 0 A 1 1 0 1 1 1 0';

function slice(from: number, to: number): string {
  const at = (turn: number): string => {
    const angle = 2 * Math.PI * turn - Math.PI / 2;
    return `${Math.cos(angle).toFixed(4)} ${Math.sin(angle).toFixed(4)}`;
  };
  return `M 0 0 L ${at(from)} A 1 1 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)} Z`;
}

function drawAxes(chart: Json, kind: string): Markup {
  const axis = objectOf(chart.axis_config);
  const categories = (Array.isArray(axis.categories) ? axis.categories : []).map(String);
  const series = listOf(chart.series).map(({ name, data }) => ({
    name: stringOf(name) ?? '',
    values: categories.map((category) =>
      Number(listOf(data).find(({ label }) => label === category)?.value ?? 0),
    ),
  }));
  const all = series.flatMap(({ values }) => values);
  const most = niceTop(Math.max(0, ...all));
  const least = Math.min(0, ...all);
  const y = (value: number): number => top + ((most - value) / (most - least || 1)) * (height - top - bottom);
  const step = (width - left - 8) / Math.max(categories.length, 1);
  const x = (index: number): number => left + step * (index + 0.5);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => least + share * (most - least));
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${kind} chart">
    ${ticks.map(
      (
        tick,
      ) => html`<line x1="${left}" x2="${width - 8}" y1="${y(tick)}" y2="${y(tick)}" stroke="#e3e5e8"></line>
      <text x="${left - 6}" y="${y(tick) + 4}" text-anchor="end">${shown(tick)}</text>`,
    )}
    ${series.map(({ values }, index) => drawSeries({ kind, values, index, of: series.length, x, y, step }))}
    ${categories.map(
      (category, index) =>
        html`<text x="${x(index)}" y="${height - bottom + 16}" text-anchor="middle">${category}</text>`,
    )}
    <text x="${(width + left) / 2}" y="${height - 6}" text-anchor="middle" class="axis">${stringOf(axis.x_label)}</text>
  </svg>
  ${axis.y_label === undefined ? '' : html`<p class="axis-note">Up: ${stringOf(axis.y_label)}</p>`}
  <ul class="legend">${series.map(({ name }, index) => html`<li>${swatch(index)} ${name}</li>`)}</ul>`;
}

function drawSeries(given: {
  readonly kind: string;
  readonly values: readonly number[];
  readonly index: number;
  readonly of: number;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
}): Markup {
  const { kind, values, index, of, x, y, step } = given;
  if (kind === 'bar') {
    const wide = (step * 0.7) / of;
    return html`${values.map((value, place) => {
      const start = x(place) - step * 0.35 + wide * index;
      const [high, low] = [y(Math.max(value, 0)), y(Math.min(value, 0))];
      return html`<rect x="${start}" y="${high}" width="${wide - 1}" height="${Math.max(low - high, 1)}" fill="${colour(index)}"></rect>
        ${values.length * of <= 12 ? html`<text x="${start + wide / 2}" y="${high - 3}" text-anchor="middle">${shown(value)}</text>` : ''}`;
    })}`;
  }
  const points = values.map((value, place) => `${x(place)},${y(value)}`).join(' ');
  const line = html`<polyline points="${points}" fill="none" stroke="${colour(index)}" stroke-width="2"></polyline>`;
  if (kind !== 'area') return line;
  const area = `${x(0)},${y(0)} ${points} ${x(values.length - 1)},${y(0)}`;
  return html`<polygon points="${area}" fill="${colour(index)}" opacity="0.25"></polygon>${line}`;
}

const swatch = (index: number): Markup =>
  html`<svg class="swatch" width="10" height="10"><rect width="10" height="10" fill="${colour(index)}"></rect></svg>`;

/** The next of 1, 2, 2.5, 5 times a power of ten. */
function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10);
}

const shown = (value: number): string =>
  new Intl.NumberFormat('en-GB', {
    notation: Math.abs(value) >= 100_000 ? 'compact' : 'standard',
    maximumFractionDigits: 2,
  }).format(value);
