import {
  type FoundIndicator,
  findIndicators,
  type Indicator,
  indicatorById,
  shownIndicator,
} from '../core/index.ts';
import { type CardValue, indicatorCard, nothingFound } from './blocks/indicator-card.ts';
import { type Message, notice } from './blocks/message.ts';

/** A menu is no list to read through: what fits less than these is left out. */
const mostOthers = 20;

/** The card of the indicator that fits a topic best, with a menu of what else does. */
export function lookUpIndicator(
  topic: string,
  plan: readonly Indicator[],
  { canShare }: { readonly canShare: boolean },
): Message {
  const search = findIndicators({ topic });
  if (!search.ok) return notice(search.issues.map(({ found, mend }) => `${found}: ${mend}`).join(' '));
  const { understood, found, nearest, notes } = search.value;
  const [best] = found;
  if (best === undefined) return nothingFound(notes, nearest, plan.length);
  return card(best, { found, topic, intro: [`${understood}.`, ...notes], plan, canShare });
}

/** The card of one indicator that was chosen, with what else fits what was looked for. */
export function chosenIndicator(
  { id, topic }: CardValue,
  plan: readonly Indicator[],
  { canShare, done }: { readonly canShare: boolean; readonly done?: string | undefined },
): Message {
  const indicator = indicatorById(id);
  if (indicator === undefined) return notice('This indicator is no longer in the bank. Look it up again.');
  const search = topic === undefined ? undefined : findIndicators({ topic });
  const found = search?.ok ? search.value.found : [];
  const shown = found.find((each) => each.id === id) ?? shownIndicator(indicator);
  return card(shown, { found, topic, plan, canShare, ...(done === undefined ? {} : { done }) });
}

function card(
  indicator: FoundIndicator,
  given: {
    readonly found: readonly FoundIndicator[];
    readonly topic: string | undefined;
    readonly plan: readonly Indicator[];
    readonly canShare: boolean;
    readonly intro?: readonly string[];
    readonly done?: string;
  },
): Message {
  const { found, plan, ...rest } = given;
  return indicatorCard({
    ...rest,
    indicator,
    others: found.filter(({ id }) => id !== indicator.id).slice(0, mostOthers),
    planned: plan.length,
    inPlan: plan.some(({ id }) => id === indicator.id),
  });
}
