import { type AnswerCheck, formatCount } from '../../core/index.ts';
import type { Field } from '../form/fields.ts';
import type { FieldProblem } from '../form/read-answer.ts';
import type { Words } from '../words/english.ts';
import type { Wrong } from './parts.ts';

/** What is wrong with a field, in words, with the name of the field in them. */
export function problemWords({ field, id }: FieldProblem, words: Words, area: string): Wrong {
  const label = labelOf(field, words, area);
  const most = ['employees', 'staffAll', 'staffLocal'].includes(field) ? formatCount(1e6) : '100';
  const text = id === 'notInRange' ? words.problems.notInRange(label, most) : words.problems[id](label);
  return { field, text };
}

/** A check of the whole answer, in words, at the field to begin mending with. */
export function mendWords(check: Extract<AnswerCheck, { kind: 'mend' }>, words: Words): Wrong {
  switch (check.id) {
    case 'partsDoNotAdd':
      return { field: 'pay', text: words.problems.partsDoNotAdd(check.total) };
    case 'moreLocalThanAll':
      return { field: 'staffLocal', text: words.problems.moreLocalThanAll(check.local, check.all) };
    case 'nothingToSend':
      return { field: 'estimate', text: words.problems.nothingToSend };
  }
}

function labelOf(field: Field, words: Words, area: string): string {
  const { spending, places, about } = words;
  const labels: Readonly<Record<Field, string>> = {
    ...spending.parts,
    basis: words.basis.question,
    estimate: words.estimate.title,
    payLocal: words.check.rows.payLocal,
    staffAll: places.staffAll,
    staffLocal: places.staffLocal(area),
    boughtLocal: words.check.rows.boughtLocal,
    otherLocal: words.check.rows.otherLocal,
    postcode: words.check.rows.postcode,
    headOffice: about.headOffice,
    employees: about.employees,
    kindSmall: about.kindSmall,
    kindCharity: about.kindCharity,
    kindSocial: about.kindSocial,
    quality: words.quality.question,
    showTo: words.showTo.question,
  };
  return labels[field];
}
