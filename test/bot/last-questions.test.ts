import { describe, expect, it } from 'vitest';
import { LastQuestions } from '../../bot/last-questions.ts';

const spot = (user: string, thread = '1', channel = 'C1') => ({
  workspace: 'T1',
  user,
  thread,
  channel,
});
const minute = 60_000;

describe('the question before', () => {
  it('is that of the same person in the same thread', () => {
    const questions = new LastQuestions(() => 0);
    questions.keep(spot('U1'), 'what is lm3');
    questions.keep(spot('U1'), 'population of bradford');
    expect(questions.before(spot('U1'))).toBe('population of bradford');
    expect(questions.before(spot('U2'))).toBeUndefined();
    expect(questions.before(spot('U1', '2'))).toBeUndefined();
  });

  it('is forgotten after an hour', () => {
    let now = 0;
    const questions = new LastQuestions(() => now);
    questions.keep(spot('U1'), 'what is lm3');
    now = 59 * minute;
    expect(questions.before(spot('U1'))).toBe('what is lm3');
    now = 60 * minute;
    expect(questions.before(spot('U1'))).toBeUndefined();
  });

  it('is kept for the last 2,000 threads and cut at 500 characters', () => {
    const questions = new LastQuestions(() => 0);
    for (let thread = 0; thread < 2001; thread += 1) questions.keep(spot('U1', `${thread}`), 'a'.repeat(900));
    expect(questions.before(spot('U1', '0'))).toBeUndefined();
    expect(questions.before(spot('U1', '1'))).toHaveLength(500);
  });
});
