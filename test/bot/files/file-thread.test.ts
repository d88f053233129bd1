import { afterEach, describe, expect, it } from 'vitest';
import { FileThread } from '../../../bot/files/file-thread.ts';
import { computeLm3File } from '../../../spreadsheet/lm3-file.ts';
import { zipBomb } from '../../fakes/hostile-files.ts';
import { largeWorkbook } from '../../fakes/lm3-workbooks.ts';
import { sampleBytes } from '../bot-stand.ts';

let thread: FileThread;
afterEach(() => thread.close());

describe('the thread that computes files', () => {
  it('gives what the engine gives', async () => {
    thread = new FileThread();
    const bytes = await sampleBytes();
    const here = computeLm3File(bytes, { fileName: 'a.xlsx' });
    const there = await thread.answer({ bytes, fileName: 'a.xlsx' });
    if (!here.ok || !there.ok) throw new Error('the sample does not compute');
    expect(there.kind).toBe('lm3');
    expect(there.kind === 'lm3' && there.result).toEqual({ ...here.value.result, issues: [] });
  });

  it('lets this thread go on while it computes a large workbook', async () => {
    thread = new FileThread();
    const computing = thread.answer({ bytes: largeWorkbook(30_000), fileName: 'large.xlsx' });
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    const answer = await computing;
    clearInterval(timer);
    expect(answer.ok).toBe(true);
    expect(turns).toBeGreaterThan(5);
  });

  it('answers in the order of the questions, bombs and all', async () => {
    thread = new FileThread();
    const files = [await sampleBytes(), zipBomb(), new Uint8Array(0), await sampleBytes()];
    const answers = await Promise.all(
      files.map((bytes, index) => thread.answer({ bytes, fileName: `${index}.xlsx` })),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, true]);
  });

  it('is ended when a workbook takes too long, and the next one gets another', async () => {
    thread = new FileThread({ timeLimitMs: 1 });
    const large = { bytes: largeWorkbook(5000), fileName: 'slow.xlsx' };
    for (const late of [await thread.answer(large), await thread.answer(large)]) {
      expect(JSON.stringify(late)).toContain('a file that takes more than 0.001 seconds to work out');
    }
  });

  it('computes nothing more once it is closed', async () => {
    thread = new FileThread();
    await thread.close();
    await expect(thread.answer({ bytes: new Uint8Array(0), fileName: 'a.xlsx' })).rejects.toThrow('stopping');
  });
});
