import { type Assumption, type Explained, given, product, quotient, sum } from '../explain/explained.ts';
import { formatGbp, formatShare } from '../units/format.ts';
import { exactSum } from '../units/sum.ts';
import type { SpendingPart, SurveyAnswer } from './answer.ts';
import type { ItemMeans } from './item-means.ts';
import { payLocalPercent, splitOf } from './items.ts';
import { surveySources } from './sources.ts';

/** Items of the questionnaire that a mean may stand in for. */
export type SurveyItem = 'spending' | 'payLocal' | 'boughtLocal' | 'otherLocal';

/** A supplier's re-spend share, 0 to 1, as it follows from its answer. */
export interface AnsweredShare {
  readonly share: Explained;
  /** From questions 3 to 6, or from the one question of the short form. */
  readonly from: 'details' | 'estimate';
  /** Items that were left open, for which something else was taken. */
  readonly borrowed: readonly SurveyItem[];
}

/**
 * The share of what a supplier received that it spent again in the area:
 * (pay x its local % + bought x its local % + (overheads + kept) x their local %) / 100; taxes add
 * nothing. Where an item is open, the supplier's own estimate of the short form is taken if there is
 * one; else the mean of its kind stands in for the item. Null is silence: nothing to work it out from.
 *
 * Source: docs/method/survey.md, How the share is worked out.
 *
 * @example £40 pay, 75% local; £30 bought, 50% local; £10 overheads; £5 taxes; £15 kept, none of the
 *   last local: (40 x 75 + 30 x 50 + 25 x 0) / 100 / 100 = 0.45
 */
export function respendShareOf(answer: SurveyAnswer, means: ItemMeans = {}): AnsweredShare | null {
  const details = fromDetails(answer, means);
  const needsMeans = details?.borrowed.some((item) => item !== 'otherLocal');
  if (details !== undefined && !needsMeans) return details;
  return fromEstimate(answer) ?? details ?? null;
}

function fromEstimate({ estimate }: SurveyAnswer): AnsweredShare | undefined {
  if (estimate === undefined) return undefined;
  const share = quotient(
    {
      id: 'answer.share',
      label: 'Spent again in the area',
      unit: 'share',
      formula: 'pounds spent again in the area / £100 received',
      sources: [surveySources.method],
    },
    pounds('answer.estimate', 'Out of every £100, spent again in the area', estimate),
    pounds('answer.hundred', 'Received', 100),
  );
  return { share, from: 'estimate', borrowed: [] };
}

function fromDetails(answer: SurveyAnswer, means: ItemMeans): AnsweredShare | undefined {
  const said = splitOf(answer);
  const anyPlace =
    payLocalPercent(answer) !== undefined ||
    answer.boughtLocal !== undefined ||
    answer.otherLocal !== undefined;
  // A mean split with mean shares would be no answer of this supplier at all.
  const split = said ?? (anyPlace ? means.spending : undefined);
  if (split === undefined) return undefined;
  const borrowed: SurveyItem[] = said === undefined ? ['spending'] : [];
  const terms: Explained[] = [];

  const items = [
    { item: 'payLocal', parts: ['pay'], place: payPlace(answer) },
    { item: 'boughtLocal', parts: ['bought'], place: percentage('boughtLocal', answer.boughtLocal) },
    { item: 'otherLocal', parts: ['overheads', 'kept'], place: percentage('otherLocal', answer.otherLocal) },
  ] as const satisfies readonly { item: PlaceItem; parts: readonly SpendingPart[]; place: unknown }[];
  for (const { item, parts, place } of items) {
    if (parts.every((part) => split[part] === 0)) continue;
    const taken = place ?? standIn(item, means);
    if (taken === undefined) return undefined;
    if (place === undefined) borrowed.push(item);
    terms.push(
      product(
        {
          id: `answer.${item}.respent`,
          label: termLabels[item],
          unit: 'share',
          formula: 'part of what was received x local part of it',
        },
        [partOf(split, parts, said === undefined), taken],
      ),
    );
  }
  const share = sum(
    {
      id: 'answer.share',
      label: 'Spent again in the area',
      unit: 'share',
      formula: 'local pay + local purchases + local rent and owners',
      sources: [surveySources.method],
    },
    terms,
  );
  return { share, from: 'details', borrowed };
}

type PlaceItem = Exclude<SurveyItem, 'spending'>;

const termLabels: Readonly<Record<PlaceItem, string>> = {
  payLocal: 'On people who live in the area',
  boughtLocal: 'On firms that work from the area',
  otherLocal: 'To landlords and owners in the area',
};

const partLabels: Readonly<Record<SpendingPart, string>> = {
  pay: 'Pay and employer costs',
  bought: 'Goods, services and subcontractors',
  overheads: 'Rent, energy, finance and other overheads',
  taxes: 'Taxes',
  kept: 'Profit, reserves or owners',
};

/** One or two parts over what all five add up to, so that a split of £98 is scaled. */
function partOf(
  split: Readonly<Record<SpendingPart, number>>,
  parts: readonly SpendingPart[],
  isMean: boolean,
): Explained {
  const id = `answer.spending.${parts.join('And')}`;
  const label = parts.map((part) => partLabels[part]).join(', and ');
  const formula = isMean ? 'mean of suppliers of its kind' : undefined;
  const over = parts.map((part) => pounds(`${id}.${part}`, partLabels[part], split[part], formula));
  const total = given(
    { id: `${id}.all`, label: 'All five parts', unit: 'GBP', formula: 'the five parts added up' },
    exactSum(Object.values(split)),
  );
  const assumptions = isMean ? [borrowedSplit] : [];
  const [only] = over;
  return quotient(
    { id: `${id}.part`, label, unit: 'share', formula: 'this part / all five parts', assumptions },
    over.length === 1 && only
      ? only
      : sum({ id: `${id}.both`, label, unit: 'GBP', formula: 'sum of the two' }, over),
    total,
  );
}

function pounds(id: string, label: string, amount: number, formula = 'as answered'): Explained {
  return given({ id, label, unit: 'GBP', formula }, amount);
}

function payPlace(answer: SurveyAnswer): Explained | undefined {
  const { payLocal, staff } = answer;
  if (payLocal !== undefined || staff === undefined) return percentage('payLocal', payLocal);
  if (payLocalPercent(answer) === undefined) return undefined;
  return quotient(
    {
      id: 'answer.payLocal',
      label: placeLabels.payLocal,
      unit: 'share',
      formula: 'staff who live in the area / all staff',
      assumptions: [payLikeHeads],
    },
    given(
      {
        id: 'answer.staff.local',
        label: 'Staff who live in the area',
        unit: 'count',
        formula: 'as answered',
      },
      staff.local,
    ),
    given({ id: 'answer.staff.all', label: 'All staff', unit: 'count', formula: 'as answered' }, staff.all),
  );
}

const placeLabels: Readonly<Record<PlaceItem, string>> = {
  payLocal: 'Of pay, to people who live in the area',
  boughtLocal: 'Of what was bought, from firms that work from the area',
  otherLocal: 'Of overheads and what was kept, to landlords and owners in the area',
};

function percentage(item: PlaceItem, answered: number | undefined): Explained | undefined {
  if (answered === undefined) return undefined;
  return given(
    { id: `answer.${item}`, label: placeLabels[item], unit: 'share', formula: 'as answered' },
    answered / 100,
  );
}

/** What is taken for an open item: the mean of its kind; for the optional sixth question else nothing. */
function standIn(item: PlaceItem, means: ItemMeans): Explained | undefined {
  const mean = means[item];
  const naming = { id: `answer.${item}`, label: placeLabels[item], unit: 'share' as const };
  if (mean === undefined) {
    if (item !== 'otherLocal') return undefined;
    return given({ ...naming, formula: 'not answered: taken as nothing', assumptions: [nothingKept] }, 0);
  }
  const taken = mean / 100;
  const assumption: Assumption = {
    id: `answer.mean.${item}`,
    text: `${placeLabels[item]}: not answered, taken as ${formatShare(taken)}, the mean of suppliers of its kind.`,
    because: 'Suppliers of one kind resemble each other more than they resemble the rest.',
    effect: `If it was nothing, this part of the share falls away; if everything, it grows by ${formatShare(1 - taken)} of the part.`,
    source: surveySources.method,
  };
  return given({ ...naming, formula: 'mean of suppliers of its kind', assumptions: [assumption] }, taken);
}

const borrowedSplit: Assumption = {
  id: 'answer.mean.spending',
  text: 'The split of every £100: not answered, taken as the mean of suppliers of its kind.',
  because: 'The local parts were answered, and need a split to count.',
  effect: `With more of every ${formatGbp(100)} on pay and purchases the share rises if these are local.`,
  source: surveySources.method,
};

const nothingKept: Assumption = {
  id: 'answer.otherLocal.nothing',
  text: 'Overheads and what was kept: question 6 was not answered, so nothing of it counts as local.',
  because: 'The question is optional, and too few suppliers answered it for a mean.',
  effect: 'If some of it stayed with landlords or owners in the area, the share is higher.',
  source: surveySources.method,
};

const payLikeHeads: Assumption = {
  id: 'answer.payLikeHeads',
  text: 'Pay is spread over staff as heads are.',
  because: 'The question was answered by numbers of staff.',
  effect: 'If staff who live in the area earn less than the others, the share is lower.',
  source: surveySources.method,
};
