import { indicators } from '../../../core/index.ts';
import { homeActions } from '../../blocks/home.ts';
import { indicatorStart } from '../../blocks/indicator-card.ts';
import { forgetPerson } from '../../forget-person.ts';
import { planOf } from '../../kept/plan.ts';
import { showHome } from '../../show-home.ts';
import type { PressHandler } from './pressed.ts';

/** What the buttons of the App Home do that are found there only. */
export const homePresses: Readonly<Record<string, PressHandler>> = {
  [homeActions.lookUp]: async ({ services, person, show }) => {
    const plan = await planOf(services.kept, person);
    await show(indicatorStart(plan.length, indicators().length));
  },
  [homeActions.forget]: async ({ services, client, person }) => {
    await forgetPerson(services, person);
    await showHome(client, services.kept, person);
  },
};
