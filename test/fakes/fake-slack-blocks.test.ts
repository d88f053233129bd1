import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from './fake-slack/block-text.ts';
import { refuseMessageBlocks, refuseView } from './fake-slack/check-blocks.ts';
import type { Json } from './fake-slack/json.ts';

const cell = (text: string) => ({ type: 'raw_text', text });
const table = (rows: number, columns = 2, text = 'x'): Json => ({
  type: 'data_table',
  caption: 'A table',
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell(text))),
});
const names = (count: number) => Array.from({ length: count }, (_, index) => `name ${index}`);
const bars = (series: number, categories: number, more: Json = {}): Json => ({
  type: 'data_visualization',
  title: 'Bars',
  chart: {
    type: 'bar',
    series: names(series).map((name) => ({
      name,
      data: names(categories).map((label, index) => ({ label, value: index })),
    })),
    axis_config: { categories: names(categories) },
    ...more,
  },
});
const pie = (segments: Json[], title = 'Pie'): Json => ({
  type: 'data_visualization',
  title,
  chart: { type: 'pie', segments },
});
const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
const actions = (...elements: Json[]) => ({ type: 'actions', elements });
const button = (more: Json = {}) => ({
  type: 'button',
  action_id: 'a',
  text: { type: 'plain_text', text: 'Press' },
  ...more,
});

const refusal = (...blocks: Json[]) => refuseMessageBlocks(blocks)?.messages ?? [];

describe('blocks that the fake takes', () => {
  it.each<[string, Json]>([
    ['a table of a header and a hundred rows', table(101)],
    ['a table of twenty columns', table(2, 20)],
    ['bars of six series and twenty categories', bars(6, 20)],
    ['a pie of six segments', pie(names(6).map((label) => ({ label, value: 1 })))],
    ['text of three thousand characters beyond the basic plane', section('🏘'.repeat(3000))],
    ['a button with a label for screen readers', actions(button({ accessibility_label: 'Press it' }))],
    ['an image that says what it shows', { type: 'image', image_url: 'https://a.example/', alt_text: 'A' }],
    ['a context of words', { type: 'context', elements: [{ type: 'mrkdwn', text: 'x' }] }],
  ])('%s', (_, block) => {
    expect(refusal(block)).toEqual([]);
  });
});

describe('blocks that the fake refuses, saying where', () => {
  it.each<[string, Json, string]>([
    ['a table of a row too many', table(102), 'no more than 101 items allowed [json-pointer:/blocks/0/rows]'],
    ['a table of a header alone', table(1), 'no fewer than 2 items required [json-pointer:/blocks/0/rows]'],
    ['a table of 21 columns', table(2, 21), 'between 1 and 20 columns [json-pointer:/blocks/0/rows/0]'],
    ['a table of too much text', table(11, 10, 'x'.repeat(100)), '10000 characters in all cells'],
    ['a table without a caption', { ...table(2), caption: undefined }, 'missing required field: caption'],
    [
      'an empty cell',
      table(2, 2, ''),
      'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
    ],
    ['seven series', bars(7, 2), 'no more than 6 items allowed [json-pointer:/blocks/0/chart/series]'],
    ['21 categories', bars(1, 21), 'no more than 20 items allowed'],
    [
      'a series without a value for each category',
      bars(2, 2, { axis_config: { categories: names(3) } }),
      'must have one value for each category [json-pointer:/blocks/0/chart/series/0/data]',
    ],
    [
      'a segment of nothing',
      pie([{ label: 'a', value: 0 }]),
      'must be greater than 0 [json-pointer:/blocks/0/chart/segments/0/value]',
    ],
    [
      'a long label',
      pie([{ label: 'x'.repeat(21), value: 1 }]),
      'must be less than 21 characters [json-pointer:/blocks/0/chart/segments/0/label]',
    ],
    ['a long title of a chart', pie([{ label: 'a', value: 1 }], 'x'.repeat(51)), 'less than 51 characters'],
    [
      'a long header',
      { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } },
      '151 characters',
    ],
    [
      'a header in markup',
      { type: 'header', text: { type: 'mrkdwn', text: 'x' } },
      'unsupported type: mrkdwn',
    ],
    ['an empty section', { type: 'section' }, 'must define either `text` or `fields`'],
    [
      'a long button',
      actions(button({ text: { type: 'plain_text', text: 'x'.repeat(76) } })),
      '76 characters',
    ],
    [
      'a button no handler can hear',
      actions(button({ action_id: undefined })),
      'missing required field: action_id',
    ],
    ['two buttons of one name', actions(button(), button()), '`action_id` "a" already exists'],
    ['26 buttons', actions(...names(26).map((action_id) => button({ action_id }))), 'no more than 25 items'],
    [
      'an image without words',
      { type: 'image', image_url: 'https://a.example/' },
      'missing required field: alt_text',
    ],
    [
      'a block that does not exist',
      { type: 'spreadsheet' },
      'unsupported type: spreadsheet [json-pointer:/blocks/0/type]',
    ],
  ])('%s', (_, block, message) => {
    expect(refusal(block).join('\n')).toContain(message);
  });

  it('more than fifty of them, three charts, two tables, and markdown too long together', () => {
    expect(refusal(...names(51).map(section))).toEqual([
      'no more than 50 items allowed [json-pointer:/blocks]',
    ]);
    const chart = pie([{ label: 'a', value: 1 }]);
    expect(refusal(chart, chart, chart)).toEqual([
      'no more than 2 data_visualization blocks allowed [json-pointer:/blocks]',
    ]);
    const plain = { type: 'table', rows: [[cell('a')]] };
    expect(refusal(plain, plain)).toEqual(['only one table allowed [json-pointer:/blocks]']);
    const words = { type: 'markdown', text: 'x'.repeat(6001) };
    expect(refusal(words, words).join()).toContain('less than 12001 characters together');
  });

  it('those that are too long together, though each is within its limits', () => {
    const blocks = names(5).map(() => section('x'.repeat(2700)));
    expect(refuseMessageBlocks(blocks)?.error).toBe('msg_blocks_too_long');
    expect(refuseMessageBlocks(blocks.slice(1))).toBeUndefined();
    expect(refuseMessageBlocks('[not json')?.error).toBe('invalid_blocks_format');
  });

  it('any junk, without falling over', () => {
    const type = fc.constantFrom(
      'section',
      'actions',
      'data_table',
      'data_visualization',
      'context',
      'image',
      'input',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(type, fc.object({ maxDepth: 3 })), { minLength: 1 }), (parts) => {
        const blocks = parts.map(([name, rest]) => ({ ...rest, type: name }));
        expect(refuseMessageBlocks(blocks)?.messages.length ?? 0).toBeGreaterThan(0);
        for (const block of blocks) expect(typeof blockText(block)).toBe('string');
      }),
    );
  });
});

describe('forms', () => {
  it('keep short titles and a button to send them', () => {
    const title = { type: 'plain_text', text: 'LM3 from a file' };
    const file = { type: 'file_input', action_id: 'file', max_files: 1 };
    const input = { type: 'input', label: { type: 'plain_text', text: 'Workbook' }, element: file };
    expect(refuseView({ type: 'modal', title, submit: title, blocks: [input] })).toBeUndefined();
    const bad = { type: 'modal', title: { ...title, text: 'x'.repeat(25) }, blocks: [input] };
    expect(refuseView(bad)?.messages).toEqual([
      'must be less than 25 characters [json-pointer:/view/title/text]',
      'missing required field: submit [json-pointer:/view]',
    ]);
  });
});

describe('blocks as text', () => {
  it('read as on the screen', () => {
    const rich = {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'rich ' },
        { type: 'user', user_id: 'U1' },
      ],
    };
    const blocks: Json[] = [
      { type: 'header', text: { type: 'plain_text', text: 'Title' } },
      { type: 'divider' },
      { type: 'section', fields: [{ type: 'mrkdwn', text: '*a*' }] },
      { type: 'rich_text', elements: [rich] },
      table(2, 2, 'v'),
      bars(1, 2),
      pie([{ label: 'a', value: 2 }]),
      actions(button()),
    ];
    expect(blocks.map(blockText).join('\n')).toBe(
      [
        '# Title',
        '---',
        '*a*',
        'rich <@U1>',
        '[table: A table]',
        '| v | v |',
        '| v | v |',
        '[bar chart: Bars]',
        'name 0: name 0: 0; name 1: 1',
        '[pie chart: Pie]',
        'a: 2',
        '[button: Press]',
      ].join('\n'),
    );
  });
});
