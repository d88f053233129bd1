import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion, maxAnswerLength } from '../../core/index.ts';
import { localpound } from './localpound.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-ask-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Line {
  readonly id: string | number | null;
  readonly answer?: string;
  readonly sources?: readonly { readonly title: string; readonly place: string }[];
  readonly covered?: boolean;
  readonly latencyMs?: number;
  readonly issues?: readonly { readonly found: string; readonly where: object }[];
}

const lines = (stdout: string): Line[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('ask "QUESTION"', () => {
  it('prints the answer and its sources, and nothing else', async () => {
    const { code, stdout, stderr } = await localpound(['ask', 'what is the leaky bucket?']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toBe(`${answerQuestion('what is the leaky bucket?').text}\n`);
    expect(stdout).toContain('Source: Powerful Communities, Strong Economies (Locality, 2017), Appendix 1');
  });

  it('takes a question without quotes', async () => {
    const { stdout } = await localpound(['ask', 'characteristic', '5']);
    expect(stdout).toContain('Characteristic 5 is Active and connected citizens');
  });

  it('prints one JSON object with --json', async () => {
    const { code, stdout } = await localpound(['ask', '--json', '£40k wages to commuters, local re-spend?']);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout) as Line & { workings: { value: number } };
    expect(answer).toMatchObject({ covered: true, sources: [{ place: 'Appendix 1: LM3, Step 3' }] });
    expect(answer.answer).toContain('£13,200');
    expect(answer.workings.value).toBeCloseTo(13_200, 8);
  });

  it('exits 0 on a question that is not covered: that is an answer too', async () => {
    const { code, stdout } = await localpound(['ask', 'best curry house in bradford?']);
    expect(code).toBe(0);
    expect(stdout).toContain('That is not covered');
  });

  it('exits 2 without a question, and with a question and a batch', async () => {
    const none = await localpound(['ask']);
    const both = await localpound(['ask', 'what is lm3', '--batch', 'questions.jsonl']);
    expect([none.code, both.code]).toEqual([2, 2]);
    expect(none.stdout + both.stdout).toBe('');
    expect(none.stderr).toContain('either a question or --batch');
  });
});

describe('ask --batch', () => {
  it('answers one line for each, in order, with the line’s id', async () => {
    const questions = ['what is lm3', 'what radius was used for hopscotch', 'weather in bristol'];
    const file = join(folder, 'questions.jsonl');
    await writeFile(
      file,
      questions.map((question, at) => `${JSON.stringify({ id: `q${at}`, question })}\n`).join(''),
    );
    const { code, stdout } = await localpound(['ask', '--batch', file]);
    expect(code).toBe(0);
    const answers = lines(stdout);
    expect(answers.map(({ id, covered }) => [id, covered])).toEqual([
      ['q0', true],
      ['q1', true],
      ['q2', false],
    ]);
    for (const [at, answer] of answers.entries()) {
      expect(Object.keys(answer)).toEqual(['id', 'answer', 'sources', 'covered', 'latencyMs']);
      expect(answer.answer).toBe(answerQuestion(questions[at] ?? '').text);
      expect(answer.latencyMs).toBeGreaterThanOrEqual(0);
    }
  });

  it('says what is wrong with a bad line, goes on with the rest and exits 1', async () => {
    const input = [
      '{"id":"a","question":"what is lm3"}',
      'not JSON',
      '',
      '{"id":"b"}',
      '{"id":3,"question":""}',
      '{"question":"who developed lm3"}',
      '"just text"',
    ];
    const { code, stdout } = await localpound(['ask', '--batch', '-'], input.join('\r\n'));
    expect(code).toBe(1);
    const answers = lines(stdout);
    expect(answers.map(({ id, issues }) => [id, issues?.length ?? 0])).toEqual([
      ['a', 0],
      [null, 1],
      ['b', 1],
      [3, 1],
      [null, 0],
      [null, 1],
    ]);
    expect(answers[1]?.issues?.[0]).toMatchObject({ where: { row: 2 } });
    expect(answers[2]?.issues?.[0]).toMatchObject({ where: { path: 'question' }, found: 'nothing' });
  });

  it('keeps up with thousands of lines', async () => {
    const count = 3_000;
    const input = Array.from({ length: count }, (_, id) =>
      JSON.stringify({ id, question: `what is round ${(id % 3) + 1}` }),
    );
    const { code, stdout } = await localpound(['ask', '--batch', '-'], input.join('\n'));
    expect(code).toBe(0);
    const answers = lines(stdout);
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, id) => id));
    expect(Math.max(...answers.map(({ answer }) => answer?.length ?? 0))).toBeLessThanOrEqual(
      maxAnswerLength,
    );
  });

  it('says so when there is no such file', async () => {
    const { code, stderr } = await localpound(['ask', '--batch', join(folder, 'none.jsonl')]);
    expect(code).toBe(1);
    expect(stderr).toContain('no file of that name');
  });
});
