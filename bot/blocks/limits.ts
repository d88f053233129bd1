/** Slack's limits as this bot keeps them: where published figures differ, the lowest known. */
export const slackLimits = {
  blocksInMessage: 50,
  sectionText: 3000,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  buttonValue: 2000,
  tableRows: 101,
  tableColumns: 20,
  tableText: 10_000,
  /** All blocks of a message together; not documented, seen to fail a little above. */
  messagePayload: 13_000,
  messageText: 4000,
} as const;

/** Cuts at whole characters, as Slack counts them, and marks the cut. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
