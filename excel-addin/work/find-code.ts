import { type ActivityChoices, chooseActivity } from '../../core/index.ts';

/** Codes and densities for an activity. The lists ship with the pane, so it needs no network. */
export const findCode = (text: string): ActivityChoices => chooseActivity(text);
