import { indicatorById, shownIndicator } from '../../../core/index.ts';
import { indicatorActions, indicatorForAll, readCardValue } from '../../blocks/indicator-card.ts';
import { planMessage } from '../../blocks/plan.ts';
import { addToPlan, mostPlanned, planOf, takeOutOfPlan } from '../../kept/plan.ts';
import { chosenIndicator } from '../../look-up-indicator.ts';
import { isShared } from '../../replies/is-shared.ts';
import type { Pressed, PressHandler } from './pressed.ts';

/** What the buttons and menus under an indicator do. */
export const indicatorPresses: Readonly<Record<string, PressHandler>> = {
  [indicatorActions.pick]: (pressed) => showCard(pressed),
  [indicatorActions.other]: (pressed) => showCard(pressed),
  [indicatorActions.add]: async (pressed) => {
    const { services, person, value } = pressed;
    const { id } = readCardValue(value);
    const added = await addToPlan(services.kept, person, id, new Date());
    await showCard(
      pressed,
      added
        ? 'Added to your plan.'
        : `Your plan is full: it holds ${mostPlanned} indicators. Take one out first.`,
    );
  },
  [indicatorActions.takeOut]: async (pressed) => {
    const { services, person, value } = pressed;
    await takeOutOfPlan(services.kept, person, readCardValue(value).id);
    await showCard(pressed, 'Taken out of your plan.');
  },
  [indicatorActions.plan]: async ({ services, person, show }) => {
    await show(planMessage(await planOf(services.kept, person)));
  },
  [indicatorActions.share]: async (pressed) => {
    const indicator = indicatorById(readCardValue(pressed.value).id);
    if (indicator !== undefined) await pressed.share(indicatorForAll(shownIndicator(indicator)));
    await showCard(pressed, 'Shared. Everyone in the conversation can see it now.');
  },
};

async function showCard({ services, person, value, channel, show }: Pressed, done?: string): Promise<void> {
  const plan = await planOf(services.kept, person);
  await show(chosenIndicator(readCardValue(value), plan, { canShare: isShared(channel), done }));
}
