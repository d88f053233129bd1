import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import type { Entry } from '../fakes/fake-slack/transcript.ts';
import type { BotStand } from './bot-stand.ts';

/** What the bot says once somebody does something: the last of so many things. */
export async function saidAfter({ slack }: BotStand, act: () => Promise<unknown>, count = 1): Promise<Entry> {
  const before = slack.replies.length;
  await act();
  const said = (await slack.repliesCount(before + count)).at(-1);
  if (said === undefined) throw new Error('the bot said nothing');
  return said;
}

/** Everything that can be read in what was said, block by block. */
export function words({ blocks = [] }: Pick<Entry, 'blocks'>): string {
  return JSON.stringify(blocks);
}

/** The texts of a sheet of a workbook that the bot sent, row by row. */
export function sheetTexts({ slack }: BotStand, sent: Entry | undefined, sheet: string): string[] {
  const bytes = slack.server.fileBytes(String(sent?.files?.[0]?.id));
  const read = readWorkbook(bytes ?? new Uint8Array());
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const rows = read.value.sheets.find(({ name }) => name === sheet)?.rows ?? [];
  return rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string'));
}
