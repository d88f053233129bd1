import type ExcelJS from 'exceljs';
import { afterEach, describe, expect, it } from 'vitest';
import { formatShare } from '../../core/index.ts';
import { sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { type BotStand, startBot } from './bot-stand.ts';

let bot: BotStand;
afterEach(() => bot.close());

/** What everyone in the channel can read of the answer. */
async function posted(
  context: Parameters<typeof startBot>[0],
  change: (workbook: ExcelJS.Workbook) => void,
): Promise<string> {
  bot = await startBot(context);
  const bytes = await sampleWorkbook(change);
  await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('ours.xlsx', bytes)] });
  const [reply] = await bot.slack.repliesCount(1);
  expect(reply?.text).toMatch(/^LM3 is /);
  expect(reply?.how).toBe('message');
  return JSON.stringify(reply?.payload);
}

/** All that the person who asked sees of the workings, page after page. */
async function workings(): Promise<string> {
  await bot.slack.press('lm3_show_workings');
  const [, first] = await bot.slack.repliesCount(2);
  const pages = Number(/page 1 of (\d+)/.exec(first?.text ?? '')?.[1]);
  for (let page = 2; page <= pages; page += 1) {
    await bot.slack.press('lm3_workings_next');
    await bot.slack.repliesCount(1 + page);
  }
  const shown = bot.slack.replies.slice(1);
  expect(shown.every(({ how, user }) => how === 'to that person only' && user === 'U1')).toBe(true);
  return shown.map(({ blocks }) => JSON.stringify(blocks)).join('\n');
}

/** Empties the answers of suppliers, but for the rows given. */
function silence(workbook: ExcelJS.Workbook, but: readonly number[]): void {
  const rows = Array.from({ length: 15 }, (_, index) => index + 5).filter((row) => !but.includes(row));
  setCells(workbook, 'Suppliers', Object.fromEntries(rows.map((row) => [`D${row}`, null])));
}

describe('what the channel is not told', () => {
  it('is the share of the only supplier that answered: the workings have it', async (context) => {
    const share = 0.4321;
    const said = await posted(context, (workbook) => {
      silence(workbook, [6]);
      setCells(workbook, 'Suppliers', { D6: share });
    });
    expect(said).toContain('1 of 15 suppliers answered');
    expect(said).not.toContain(formatShare(share));
    expect(said).not.toContain('Round 3, by');
    expect(said).toContain('re-spend like the only one that answered');
    expect(said).toContain('would tell what a single supplier answered: left out here');
    const shown = await workings();
    expect(shown).toContain(`Re-spend share: ${formatShare(share)}`);
    expect(shown).toContain('Re-spent by local suppliers');
  });

  // Rows 5 to 12 of the sample are local suppliers, the others are not.
  it.each([
    ['one local and two others', [5, 13, 14], true],
    ['two local and one other', [5, 6, 13], true],
    ['two of each', [5, 6, 13, 14], false],
  ])('is what round 3 holds of the only one of its kind: %s answered', async (_, rows, leftOut) => {
    const said = await posted(undefined, (workbook) => silence(workbook, rows));
    expect(said).toContain('Round 3: spent locally again');
    expect(said.includes('Round 3, by')).toBe(!leftOut);
    expect(said.includes('left out here')).toBe(leftOut);
  });

  it('is the name of a supplier in a note: the workings have the note', async (context) => {
    const said = await posted(context, (workbook) => setCells(workbook, 'Suppliers', { B6: -250 }));
    expect(said).not.toContain('Made-up Market Garden');
    expect(said).toContain('1 note with names of suppliers: left out here');
    expect(await workings()).toContain(
      '1 supplier with a net credit, -£250.00 in all: Made-up Market Garden',
    );
  });
});
