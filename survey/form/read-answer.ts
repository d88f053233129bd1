import { type SurveyAnswer, spendingParts, surveyAnswerSchema } from '../../core/index.ts';
import type { Draft } from '../store.ts';
import { type Field, longestField } from './fields.ts';

/** What is wrong with one field, to be put into words by the page. */
export interface FieldProblem {
  readonly field: Field;
  readonly id: 'notANumber' | 'notInRange' | 'notWhole' | 'staffHalf' | 'tooLong' | 'unknownChoice';
}

/** Ways to say "do not know" in a box: silence, like an empty one. */
const silence = /^(do(es)? ?n[o']?t know|don['’]t know|dont know|not known|unknown|dk|n\/?a|\?+|-)$/i;

/**
 * From what was typed to an answer. What cannot be read is listed, and left out of the answer.
 */
export function readAnswer(draft: Draft): {
  readonly answer: SurveyAnswer;
  readonly problems: readonly FieldProblem[];
} {
  const reading = new DraftReading(draft);
  const spending = Object.fromEntries(
    spendingParts.flatMap((part) => {
      const pounds = reading.number(part, 0, 100);
      return pounds === undefined ? [] : [[part, pounds] as const];
    }),
  );
  const kinds = (['small', 'charity', 'socialEnterprise'] as const).filter(
    (_, index) =>
      reading.text((['kindSmall', 'kindCharity', 'kindSocial'] as const)[index] ?? 'kindSmall') === 'yes',
  );
  const headOffice = reading.choice('headOffice', ['yes', 'no']);
  const answer = surveyAnswerSchema.parse(
    withoutGaps({
      postcode: reading.postcode(),
      headOfficeElsewhere: headOffice === undefined ? undefined : headOffice === 'yes',
      basis: reading.choice('basis', ['yourPayments', 'wholeBusiness']),
      spending: Object.keys(spending).length > 0 ? spending : undefined,
      payLocal: reading.number('payLocal', 0, 100),
      staff: reading.staff(),
      boughtLocal: reading.number('boughtLocal', 0, 100),
      otherLocal: reading.number('otherLocal', 0, 100),
      estimate: reading.number('estimate', 0, 100),
      quality: reading.choice('quality', ['records', 'estimate', 'guess']),
      employees: reading.number('employees', 0, 1e6),
      kinds: kinds.length > 0 ? kinds : undefined,
      showTo: reading.choice('showTo', ['nobody', 'buyer', 'anyone']),
    }),
  );
  return { answer, problems: reading.problems };
}

class DraftReading {
  readonly problems: FieldProblem[] = [];

  constructor(private readonly draft: Draft) {}

  text(field: Field): string {
    const text = this.draft[field]?.trim() ?? '';
    if (text.length > longestField) {
      this.problem(field, 'tooLong');
      return '';
    }
    return silence.test(text) ? '' : text;
  }

  number(field: Field, least: number, most: number): number | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    const digits = text
      .replace(/^£\s*/, '')
      .replace(/\s*%$/, '')
      .replace(/(?<=\d),(?=\d{3}\b)/g, '');
    if (!/^-?(\d+\.?\d*|\.\d+)$/.test(digits)) return this.problem(field, 'notANumber');
    const value = Number(digits);
    return value >= least && value <= most ? value : this.problem(field, 'notInRange');
  }

  /** Staff count by both boxes or not at all. */
  staff(): { all: number; local: number } | undefined {
    const [all, local] = [this.number('staffAll', 1, 1e6), this.number('staffLocal', 0, 1e6)];
    if (this.problems.some(({ field }) => field === 'staffAll' || field === 'staffLocal')) return undefined;
    if (all === undefined && local === undefined) return undefined;
    if (all === undefined) return this.problem('staffAll', 'staffHalf');
    if (local === undefined) return this.problem('staffLocal', 'staffHalf');
    if (!Number.isInteger(all)) return this.problem('staffAll', 'notWhole');
    if (!Number.isInteger(local)) return this.problem('staffLocal', 'notWhole');
    return { all, local };
  }

  choice<Value extends string>(field: Field, values: readonly Value[]): Value | undefined {
    const text = this.text(field);
    if (text === '') return undefined;
    return values.find((value) => value === text) ?? this.problem(field, 'unknownChoice');
  }

  postcode(): string | undefined {
    const text = this.text('postcode').toUpperCase().replaceAll(/\s+/g, ' ');
    if (text === '') return undefined;
    return text.length <= 10 ? text : this.problem('postcode', 'tooLong');
  }

  private problem(field: Field, id: FieldProblem['id']): undefined {
    this.problems.push({ field, id });
    return undefined;
  }
}

function withoutGaps(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
