import { isCalendarDate } from '../units/calendar.ts';
import { parseAmount } from '../workbook/amount.ts';
import { unknown } from './case.ts';
import { cpvForm } from './cpv.ts';
import type { Question } from './questions.ts';

/** What a typed answer puts into the case, or what was expected instead. */
export type ReadAnswer =
  | { readonly ok: true; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly expected: string };

const doNotKnow = /^(\?|do ?n['’]?o?t know|don['’]?t know|dont know|dk|not sure|no idea|unknown)?$/i;

/**
 * Reads one typed answer: the number of a choice, its value or words, several of them with commas, an
 * amount with or without "ex VAT", a date. Nothing, "?" and "do not know" mean do not know.
 */
export function readAnswer(question: Question, typed: string): ReadAnswer {
  const text = typed.trim();
  const { field, kind } = question;
  // Nobody has to know the date: the case then starts today.
  if (doNotKnow.test(text)) return answered(kind === 'date' || kind === 'code' ? {} : { [field]: unknown });
  switch (kind) {
    case 'one':
    case 'yesNo': {
      const value = choiceOf(question, text);
      if (value === undefined) return { ok: false, expected: choicesWords(question) };
      return answered({ [field]: kind === 'yesNo' ? value === 'yes' : value });
    }
    case 'some': {
      const values = text.split(/\s*[,;]\s*/).map((part) => choiceOf(question, part));
      if (values.some((value) => value === undefined)) return { ok: false, expected: choicesWords(question) };
      return answered({ [field]: values });
    }
    case 'money':
      return money(field, text);
    case 'number': {
      const count = Number(text);
      return Number.isInteger(count) && count >= 0
        ? answered({ [field]: count })
        : { ok: false, expected: 'a whole number of 0 or more' };
    }
    case 'date':
      return isCalendarDate(text)
        ? answered({ [field]: text })
        : { ok: false, expected: 'a date of the calendar as YYYY-MM-DD' };
    case 'code':
      return cpvForm.test(text)
        ? answered({ [field]: text })
        : { ok: false, expected: 'a CPV code of eight digits, such as 98133110' };
  }
}

const answered = (fields: Readonly<Record<string, unknown>>): ReadAnswer => ({ ok: true, fields });

function choiceOf({ choices }: Question, text: string): string | undefined {
  const typed = text.toLowerCase();
  const byNumber = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
  const byWords = choices.find(({ value, words }) => value === typed || words.toLowerCase() === typed);
  const short = choices.filter(({ words }) => typed.length > 0 && words.toLowerCase().startsWith(typed));
  return (byNumber ?? byWords ?? (short.length === 1 ? short[0] : undefined))?.value;
}

function choicesWords({ choices, kind }: Question): string {
  const several = kind === 'some' ? ', several with commas between' : '';
  return `a number from 1 to ${choices.length}${several}, or "do not know"`;
}

const basisWords =
  /\b(ex|excl|excluding|without|plus|net of|\+|inc|incl|including|with|no)\.? ?vat\b|\+ ?vat\b/i;

function money(field: string, text: string): ReadAnswer {
  const basis = basisWords.exec(text)?.[0].toLowerCase();
  const amount = amountIn(text.replace(basisWords, ''));
  if (amount === undefined || amount < 0) {
    return { ok: false, expected: 'an amount in pounds, such as 400000 or 400000 ex VAT' };
  }
  if (basis === undefined) return answered({ [field]: amount });
  const vatBasis = /^inc|^with\b/.test(basis) ? 'incl' : /^no\b/.test(basis) ? 'none' : 'excl';
  return answered({ [field]: amount, vatBasis });
}

/** Also `400k` and `1.2m`, as people say it. */
function amountIn(text: string): number | undefined {
  const [, digits = '', multiple = ''] = /^\s*(.*?)\s*(k|m|million|thousand)?\s*$/i.exec(text) ?? [];
  const amount = parseAmount(digits);
  if (amount === undefined) return undefined;
  const factor = /^(m|million)$/i.test(multiple) ? 1e6 : multiple === '' ? 1 : 1e3;
  return Number((amount * factor).toPrecision(15));
}
