import { blockLimits as limits } from './block-limits.ts';
import { checkList, checkString, checkUnique, codePoints, wrong } from './block-rules.ts';
import { type Json, listOf, objectOf, stringOf } from './json.ts';
import { richText } from './rich-text.ts';

/** What is wrong with a `data_table`, with JSON pointers. */
export function checkDataTable(table: Json, at: string): string[] {
  const rule = limits.data_table;
  const rows = (Array.isArray(table.rows) ? table.rows : []).map(listOf);
  const columns = rows[0]?.length ?? 0;
  const content = rows.flat().reduce((total, cell) => total + codePoints(cellText(cell)), 0);
  return [
    ...checkString(table.caption, `${at}/caption`, {}),
    ...checkList(table.rows, `${at}/rows`, rule.rows, () => []),
    ...(rows.length > 0 && (columns < rule.columns.min_items || columns > rule.columns.max_items)
      ? wrong(
          `must have between ${rule.columns.min_items} and ${rule.columns.max_items} columns`,
          `${at}/rows/0`,
        )
      : []),
    ...rows.flatMap((row, index) =>
      row.length === columns
        ? []
        : wrong(`must have ${columns} cells like the first row`, `${at}/rows/${index}`),
    ),
    ...rows.flatMap((row, index) =>
      row.flatMap((cell, column) => checkCell(cell, `${at}/rows/${index}/${column}`, index === 0)),
    ),
    ...(content > rule.content.max_length
      ? wrong(`must have no more than ${rule.content.max_length} characters in all cells`, `${at}/rows`)
      : []),
    ...checkIndex(table.page_size, `${at}/page_size`, rule.page_size.min, rule.page_size.max),
    ...checkIndex(table.row_header_column_index, `${at}/row_header_column_index`, 0, columns - 1),
  ];
}

/** The words or figure that a cell shows. */
export function cellText(cell: Json): string {
  if (cell.type === 'rich_text') return richText(cell);
  return stringOf(cell.text) ?? (cell.value === undefined ? '' : String(cell.value));
}

function checkCell(cell: Json, at: string, isHeader: boolean): string[] {
  if (cell.type === 'raw_text') return checkString(cell.text, `${at}/text`, limits.data_table.cell_text);
  if (isHeader) return wrong('a header cell must be raw_text', `${at}/type`);
  if (cell.type === 'raw_number')
    return typeof cell.value === 'number' ? [] : wrong('must provide a number', `${at}/value`);
  if (cell.type === 'rich_text') return [];
  return wrong(`unsupported type: ${String(cell.type)}`, `${at}/type`);
}

function checkIndex(value: unknown, at: string, least: number, most: number): string[] {
  if (value === undefined) return [];
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
    ? []
    : wrong(`must be between ${least} and ${most}`, at);
}

/** What is wrong with a `data_visualization` (pie, bar, area or line), with JSON pointers. */
export function checkDataVisualization(block: Json, at: string): string[] {
  const rule = limits.data_visualization;
  const chart = objectOf(block.chart);
  const title = checkString(block.title, `${at}/title`, rule.title);
  if (chart.type === 'pie') {
    return [
      ...title,
      ...checkList(chart.segments, `${at}/chart/segments`, rule.segments, (segment, segmentAt) => [
        ...checkString(segment.label, `${segmentAt}/label`, rule.segment.label),
        ...(typeof segment.value === 'number' && segment.value > 0
          ? []
          : wrong('must be greater than 0', `${segmentAt}/value`)),
      ]),
    ];
  }
  if (!['bar', 'area', 'line'].includes(String(chart.type)))
    return [...title, ...wrong(`unsupported type: ${String(chart.type)}`, `${at}/chart/type`)];
  return [...title, ...checkAxes(chart, `${at}/chart`)];
}

function checkAxes(chart: Json, at: string): string[] {
  const rule = limits.data_visualization;
  const axis = objectOf(chart.axis_config);
  const categories = Array.isArray(axis.categories) ? axis.categories : [];
  return [
    ...checkList(axis.categories, `${at}/axis_config/categories`, rule.categories, () => []),
    ...categories.flatMap((category: unknown, index) =>
      checkString(category, `${at}/axis_config/categories/${index}`, rule.category_label),
    ),
    ...checkUnique(categories, 'category', `${at}/axis_config/categories`),
    ...checkString(axis.x_label, `${at}/axis_config/x_label`, rule.axis_label, true),
    ...checkString(axis.y_label, `${at}/axis_config/y_label`, rule.axis_label, true),
    ...checkUnique(
      listOf(chart.series).map(({ name }) => name),
      'name',
      `${at}/series`,
    ),
    ...checkList(chart.series, `${at}/series`, rule.series, (series, seriesAt) => {
      const labels = listOf(series.data).map(({ label }) => label);
      const matches =
        labels.length === categories.length && categories.every((name) => labels.includes(name));
      return [
        ...checkString(series.name, `${seriesAt}/name`, rule.series_name),
        ...checkList(series.data, `${seriesAt}/data`, rule.data, (point, pointAt) => [
          ...checkString(point.label, `${pointAt}/label`, rule.point_label),
          ...(typeof point.value === 'number' ? [] : wrong('must provide a number', `${pointAt}/value`)),
        ]),
        ...(matches ? [] : wrong('must have one value for each category', `${seriesAt}/data`)),
      ];
    }),
  ];
}
