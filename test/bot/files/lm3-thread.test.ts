import { afterEach, describe, expect, it } from 'vitest';
import { Lm3Thread } from '../../../bot/files/lm3-thread.ts';
import { computeLm3File } from '../../../spreadsheet/lm3-file.ts';
import { zipBomb } from '../../fakes/hostile-files.ts';
import { largeWorkbook } from '../../fakes/lm3-workbooks.ts';
import { sampleBytes } from '../bot-stand.ts';

let thread: Lm3Thread;
afterEach(() => thread.close());

describe('the thread that computes workbooks', () => {
  it('gives what the engine gives', async () => {
    thread = new Lm3Thread();
    const bytes = await sampleBytes();
    const here = computeLm3File(bytes, { fileName: 'a.xlsx' });
    const there = await thread.compute({ bytes, fileName: 'a.xlsx' });
    if (!here.ok || !there.ok) throw new Error('the sample does not compute');
    expect(there.result).toEqual({ ...here.value.result, issues: [] });
  });

  it('lets this thread go on while it computes a large workbook', async () => {
    thread = new Lm3Thread();
    const computing = thread.compute({ bytes: largeWorkbook(30_000), fileName: 'large.xlsx' });
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
    thread = new Lm3Thread();
    const files = [await sampleBytes(), zipBomb(), new Uint8Array(0), await sampleBytes()];
    const answers = await Promise.all(
      files.map((bytes, index) => thread.compute({ bytes, fileName: `${index}.xlsx` })),
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, true]);
  });

  it('is ended when a workbook takes too long, and the next one gets another', async () => {
    thread = new Lm3Thread({ timeLimitMs: 1 });
    const large = { bytes: largeWorkbook(5000), fileName: 'slow.xlsx' };
    for (const late of [await thread.compute(large), await thread.compute(large)]) {
      expect(JSON.stringify(late)).toContain('a workbook that takes more than 0.001 seconds to work out');
    }
  });

  it('computes nothing more once it is closed', async () => {
    thread = new Lm3Thread();
    await thread.close();
    await expect(thread.compute({ bytes: new Uint8Array(0), fileName: 'a.xlsx' })).rejects.toThrow(
      'stopping',
    );
  });
});
