import { describe, expect, it } from 'vitest';
import { Busy, FileDesk } from '../../../bot/files/file-desk.ts';

/** Work that ends when told to. */
function job() {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const state = { begun: false };
  const work = async (): Promise<string> => {
    state.begun = true;
    await ended;
    return 'done';
  };
  return { state, end, work };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the desk where files are worked on', () => {
  it('serves a few people at once and the others in the order in which they came', async () => {
    const desk = new FileDesk({ atOnce: 2, waiting: 5 });
    const jobs = ['a', 'b', 'c', 'd'].map((person) => ({ person, ...job() }));
    const served = jobs.map(({ person, work }) => desk.serve(person, work));
    await soon();
    expect(jobs.map(({ state }) => state.begun)).toEqual([true, true, false, false]);
    jobs[1]?.end();
    await soon();
    expect(jobs.map(({ state }) => state.begun)).toEqual([true, true, true, false]);
    for (const { end } of jobs) end();
    expect(await Promise.all(served)).toEqual(Array(4).fill('done'));
  });

  it('serves one request of a person at a time', async () => {
    const desk = new FileDesk();
    const first = job();
    const served = desk.serve('a', first.work);
    await expect(desk.serve('a', async () => 'too soon')).rejects.toThrow(Busy);
    first.end();
    await served;
    expect(await desk.serve('a', async () => 'now')).toBe('now');
  });

  it('turns people away when the line is full, and lets them come again', async () => {
    const desk = new FileDesk({ atOnce: 1, waiting: 1 });
    const [first, second] = [job(), job()];
    const served = [desk.serve('a', first.work), desk.serve('b', second.work)];
    await expect(desk.serve('c', async () => 'no room')).rejects.toThrow(Busy);
    first.end();
    second.end();
    await Promise.all(served);
    expect(await desk.serve('c', async () => 'room')).toBe('room');
  });

  it('goes on when work fails', async () => {
    const desk = new FileDesk({ atOnce: 1, waiting: 1 });
    const failing = desk.serve('a', () => Promise.reject(new Error('broken')));
    const next = desk.serve('b', async () => 'served');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('served');
    expect(await desk.serve('a', async () => 'again')).toBe('again');
  });
});
