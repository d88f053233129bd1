import published from '../../fixtures/slack/block-kit-limits.json' with { type: 'json' };

/**
 * The limits that the fake keeps: those published by slackblocks, and lower ones where Slack's pages,
 * bug reports or other clients name a lower figure. Text is counted in Unicode code points.
 */
export const blockLimits = {
  ...published,
  message: {
    blocks: 50,
    /** All blocks as JSON; undocumented, bolt-js issue 2509 saw failures just above. */
    payload: 13_200,
    /** Over all markdown blocks of a message together. */
    markdown: 12_000,
    tables: 1,
    /** Undocumented, from Vercel's chat SDK. */
    charts: 2,
    text: 40_000,
  },
  /** The header and a hundred rows; other sources allow 201 rows and 20,000 characters. */
  data_table: {
    ...published.data_table,
    rows: { min_items: 2, max_items: 101 },
    content: { max_length: 10_000 },
  },
  /** Slack's page says six; other sources say twelve. */
  data_visualization: {
    ...published.data_visualization,
    segments: { min_items: 1, max_items: 6 },
    series: { min_items: 1, max_items: 6 },
  },
  table: { rows: 100, columns: 20 },
} as const;
