import type { ConfirmationDialog, ExternalSelect, PlainTextOption, StaticSelect } from '@slack/types';
import { clip, codePoints, slackLimits } from './limits.ts';

/** One choice of a menu. Words that are too long are cut, a value that is too long is a mistake of ours. */
export function option(words: string, value: string): PlainTextOption {
  if (codePoints(value) > slackLimits.optionValue)
    throw new RangeError(`option: the value "${value}" is too long`);
  return { text: plain(clip(words, slackLimits.optionText)), value };
}

/** A menu of choices that are known. */
export function menu(action: string, placeholder: string, options: readonly PlainTextOption[]): StaticSelect {
  return {
    type: 'static_select',
    action_id: action,
    placeholder: plain(placeholder),
    options: options.slice(0, slackLimits.optionsInMenu),
  };
}

/** A menu that asks the bot what to offer, as somebody types. */
export function searchMenu(action: string, placeholder: string): ExternalSelect {
  return { type: 'external_select', action_id: action, placeholder: plain(placeholder), min_query_length: 0 };
}

/** Asked before something is done that cannot be undone. */
export function confirmation(title: string, text: string, confirm: string): ConfirmationDialog {
  return { title: plain(title), text: plain(text), confirm: plain(confirm), deny: plain('Keep it') };
}

export function plain(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text, emoji: false };
}
