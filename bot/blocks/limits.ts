/**
 * Slack's limits on what the bot sends, in one table. Where Slack's own pages disagree the lowest
 * figure is kept. Slack counts Unicode code points, not the UTF-16 units of `length`.
 */
export const slackLimits = {
  blocksInMessage: 50,
  /** Characters of all blocks of a message as JSON: not documented, refused a little above. */
  messagePayload: 13_000,
  /** Text beside the blocks. Slack takes more; a notification or a screen reader is not helped by it. */
  messageText: 4000,
  headerText: 150,
  sectionText: 3000,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  actionId: 255,
  optionText: 75,
  optionValue: 150,
  optionsInMenu: 100,
  placeholder: 150,
  inputHint: 2000,
  privateMetadata: 3000,
  listIndent: 8,
  tableRows: 101,
  tableColumns: 20,
  tableContent: 10_000,
  tablePageSize: 100,
  /** Series of a chart, or segments of a pie. */
  chartSeries: 6,
  chartCategories: 20,
  chartLabel: 20,
  chartTitle: 50,
  modalTitle: 24,
} as const;

/** Length as Slack counts it. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The text if Slack takes it, else its beginning with a mark that there was more. */
export function clip(text: string, most: number): string {
  // Never more code points than units, so most texts need no counting.
  if (text.length <= most || codePoints(text) <= most) return text;
  return `${[...text].slice(0, most - 1).join('')}…`;
}
