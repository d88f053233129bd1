import assert from 'node:assert/strict';
import { describeIssue, type Outcome } from '../../../core/index.ts';

/** What came of one file, in words that can be counted. */
export type Verdict = string;

const mostSeconds = 2;

/** Runs a read and holds it to its time; CPU time, as the machine may be busy. */
export function inTime<T>(read: () => T): T {
  const before = process.cpuUsage();
  const result = read();
  const { user, system } = process.cpuUsage(before);
  assert(user + system < mostSeconds * 1e6, `a read of ${(user + system) / 1e6} seconds`);
  return result;
}

/** A refusal must say something to a person; its verdict is what it says without names and numbers. */
export function refusal(outcome: Outcome<unknown>): Verdict {
  const [issue] = outcome.issues;
  assert(issue !== undefined && issue.severity === 'error', 'a refusal has an error');
  const words = describeIssue(issue);
  assert(!/undefined|NaN|\[object/.test(words.replaceAll(/"[^"]*"/g, '')), `clear words: ${words}`);
  return `refused: ${issue.found
    .replaceAll(/"[^"]*"/g, '"..."')
    .replaceAll(/<[^>]*>/g, '<...>')
    .replaceAll(/[\w[\].]*\/[\w./]+/g, ' ...')
    .replaceAll(/\d[\d,]*/g, 'N')
    .slice(0, 90)}`;
}
