import type { Block, KnownBlock } from '@slack/types';
import { clip, codePoints, slackLimits } from './limits.ts';
import { paragraph } from './message.ts';

/** Something laid out in rows. All rows are as long as the headings. */
export interface TableContent {
  /** Read out by screen readers before the table. */
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A row as a line, for when the table is refused; `Name: heading cell, heading cell` unless given. */
  readonly asLine?: (row: readonly string[]) => string;
}

/**
 * A table of Slack's own, all of it on one page; rows that Slack would not take are counted in its
 * caption. Nothing where it has no rows.
 */
export function dataTable({ caption, headings, rows }: TableContent): KnownBlock[] {
  if (rows.length === 0) return [];
  const all = [headings, ...rows].slice(0, slackLimits.tableRows).map((row) => row.map(cellOf));
  let content = 0;
  const fitting = all.filter((row) => {
    content += row.reduce((total, { text }) => total + codePoints(text), 0);
    return content <= slackLimits.tableContent;
  });
  const more = rows.length + 1 - fitting.length;
  const table: KnownBlock = {
    type: 'data_table',
    caption: more > 0 ? `${caption} ${more} more rows are not shown.` : caption,
    row_header_column_index: 0,
    page_size: Math.min(Math.max(fitting.length - 1, 1), slackLimits.tablePageSize),
    rows: fitting,
  };
  return [table];
}

const longestCell = 200;

const cellOf = (text: string) => ({
  type: 'raw_text' as const,
  text: text === '' ? '–' : clip(text, longestCell),
});

/** The same as lines, for a Slack that refuses the table. */
export function tableParagraph({
  headings,
  rows,
  asLine = withHeadings(headings),
}: TableContent): KnownBlock[] {
  return rows.length === 0 ? [] : [paragraph(rows.map(asLine).join('\n'))];
}

const withHeadings =
  ([, ...headings]: readonly string[]) =>
  ([name = '', ...cells]: readonly string[]): string =>
    `${name}: ${cells.map((cell, index) => `${headings[index]?.toLowerCase()} ${cell || '–'}`).join(', ')}`;

/** A chart of Slack's own. The library does not know it yet, so it goes out as one of the blocks that it knows. */
interface ChartBlock extends Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: PieChart | AxesChart;
}

interface Point {
  readonly label: string;
  readonly value: number;
}

interface PieChart {
  readonly type: 'pie';
  readonly segments: readonly Point[];
}

interface AxesChart {
  readonly type: 'bar' | 'line';
  readonly axis_config: {
    readonly categories: readonly string[];
    readonly x_label?: string;
    readonly y_label?: string;
  };
  readonly series: readonly { readonly name: string; readonly data: readonly Point[] }[];
}

/** A pie of what is above zero. None where fewer than two parts are: it would show nothing. */
export function pieChart(title: string, parts: readonly Point[]): KnownBlock[] {
  const segments = parts.filter(({ value }) => value > 0).slice(0, slackLimits.chartSeries);
  if (segments.length < 2) return [];
  const labels = shortLabels(segments.map(({ label }) => label));
  return chartBlock(title, {
    type: 'pie',
    segments: segments.map(({ value }, index) => ({ label: labels[index] ?? '', value })),
  });
}

/** Bars for the first categories that Slack takes. None where there are no two bars to compare. */
export function barChart(
  title: string,
  bars: {
    readonly categories: readonly string[];
    readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
    readonly x: string;
    readonly y: string;
  },
): KnownBlock[] {
  const categories = shortLabels(bars.categories.slice(0, slackLimits.chartCategories));
  const series = bars.series.filter(({ values }) => values.some((value) => value !== 0));
  if (categories.length < 2 || series.length === 0) return [];
  return chartBlock(title, {
    type: 'bar',
    axis_config: {
      categories,
      x_label: clip(bars.x, slackLimits.chartTitle),
      y_label: clip(bars.y, slackLimits.chartTitle),
    },
    series: series.slice(0, slackLimits.chartSeries).map(({ name, values }) => ({
      name: clip(name, slackLimits.chartLabel),
      data: categories.map((label, index) => ({ label, value: values[index] ?? 0 })),
    })),
  });
}

function chartBlock(title: string, chart: ChartBlock['chart']): KnownBlock[] {
  const block: ChartBlock = { type: 'data_visualization', title: clip(title, slackLimits.chartTitle), chart };
  return [block as Block as KnownBlock];
}

/** Labels that Slack takes, no two alike. */
function shortLabels(labels: readonly string[]): string[] {
  const used = new Set<string>();
  return labels.map((label) => {
    let short = clip(label || '–', slackLimits.chartLabel);
    for (let number = 2; used.has(short); number += 1) {
      const mark = ` (${number})`;
      short = clip(label, slackLimits.chartLabel - mark.length) + mark;
    }
    used.add(short);
    return short;
  });
}
