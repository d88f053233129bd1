import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextQuestions } from '../../../core/procurement/next-questions.ts';
import { questions } from '../../../core/procurement/questions.ts';
import { readAnswer } from '../../../core/procurement/read-answer.ts';
import { today, youthClub } from './cases.ts';

const asked = (input: object): string[] => {
  const next = nextQuestions(input, today);
  if (!next.ok) throw new Error(JSON.stringify(next.issues));
  return next.value.map(({ field }) => field);
};

describe('what is still worth asking', () => {
  it('begins with who and what, and leaves out what only single cases need', () => {
    const first = asked({});
    expect(first.slice(0, 3)).toEqual(['nation', 'buyer', 'startDate']);
    expect(first).not.toContain('missionBody');
  });

  it('of a grant is nothing about markets, values or places', () => {
    expect(asked({ nation: 'england', buyer: 'best_value_authority', instrument: 'grant' })).toEqual([]);
  });

  it('of a Scottish buyer is next to nothing, for Scottish law decides', () => {
    expect(asked({ nation: 'scotland', instrument: 'contract' })).toEqual([]);
  });

  it('never comes back to what was answered, "do not know" included', () => {
    expect(asked({ ...youthClub, special: 'unknown', design: 'unknown' })).toEqual([]);
  });

  it('asks for the count of local providers only where a limit to the area is wanted', () => {
    const { localCount: _count, ...without } = youthClub;
    expect(asked(without)).toContain('localCount');
    expect(asked({ ...without, local: 'none' })).not.toContain('localCount');
  });

  it('asks the questions of the health regime only of health care', () => {
    const health = {
      ...youthClub,
      service: 'psr_health',
      cpv: undefined,
      market: 'one_capable',
      localCount: 1,
    };
    expect(asked(health)).toContain('existingProvider');
    expect(asked({ ...youthClub, market: 'one_capable' })).not.toContain('existingProvider');
  });

  it('ends: each answer takes its question away', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 20, maxLength: 20 }), (picks) => {
        let answers: Record<string, unknown> = {};
        const seen: string[] = [];
        for (const pick of picks) {
          const [question] = questions.filter(({ field }) => field === asked(answers)[0]);
          if (question === undefined) break;
          seen.push(question.field);
          const choice = question.choices[pick % Math.max(1, question.choices.length)];
          const typed =
            choice?.value ??
            { money: '400k', number: '2', date: '2026-06-01', code: '98133110' }[question.kind as 'money'];
          const read = readAnswer(question, typed ?? '?');
          if (!read.ok) throw new Error(`${question.field}: ${typed} expected ${read.expected}`);
          answers = { ...answers, ...read.fields };
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(asked(answers).filter((field) => seen.includes(field))).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

describe('a typed answer', () => {
  const read = (field: string, typed: string) => {
    const question = questions.find((candidate) => candidate.field === field);
    if (question === undefined) throw new Error(field);
    return readAnswer(question, typed);
  };

  it.each([
    ['nation', '1', { nation: 'england' }],
    ['nation', 'Wales', { nation: 'wales' }],
    ['nation', 'scot', { nation: 'scotland' }],
    ['buyer', 'nhs_body', { buyer: 'nhs_body' }],
    ['special', '1, 3', { special: ['urgent_unforeseeable', 'patient_choice'] }],
    ['special', 'none', { special: ['none'] }],
    ['value', '£400,000', { value: 400_000 }],
    ['value', '400k', { value: 400_000 }],
    ['value', '1.2m ex VAT', { value: 1_200_000, vatBasis: 'excl' }],
    ['value', '250000 including VAT', { value: 250_000, vatBasis: 'incl' }],
    ['value', '250000 inc VAT', { value: 250_000, vatBasis: 'incl' }],
    ['value', '180k + VAT', { value: 180_000, vatBasis: 'excl' }],
    ['value', '90000 no VAT', { value: 90_000, vatBasis: 'none' }],
    ['value', 'do not know', { value: 'unknown' }],
    ['value', "don't know", { value: 'unknown' }],
    ['market', '', { market: 'unknown' }],
    ['market', '?', { market: 'unknown' }],
    ['localCount', '3', { localCount: 3 }],
    ['startDate', '2026-02-04', { startDate: '2026-02-04' }],
    ['startDate', '', {}],
    ['cpv', '98133110-4', { cpv: '98133110-4' }],
    ['existingProvider', 'yes', { existingProvider: true }],
    ['existingProvider', '2', { existingProvider: false }],
  ])('%s: "%s"', (field, typed, fields) => {
    expect(read(field, typed)).toEqual({ ok: true, fields });
  });

  it.each([
    ['nation', '7'],
    ['nation', 'France'],
    ['special', '1, 9'],
    ['value', 'lots'],
    ['value', '-5'],
    ['localCount', 'two'],
    ['startDate', '2026-02-30'],
    ['cpv', '9813'],
  ])('%s: "%s" is asked again', (field, typed) => {
    expect(read(field, typed).ok).toBe(false);
  });
});
