import type { Button } from '@slack/types';
import { actionIds } from './file-button.ts';
import { button } from './message.ts';

/** Puts report and chart into the conversation, once the person has read what they tell. */
export function reportButton(value: string, tells: string): Button {
  return button(
    actionIds.getReport,
    'Report and chart',
    'Put the report workbook and the chart into this thread',
    value,
    {
      confirm: {
        title: { type: 'plain_text', text: 'Report and chart' },
        text: {
          type: 'plain_text',
          text: `The report workbook holds ${tells}. Everyone who sees this conversation can open it.`,
        },
        confirm: { type: 'plain_text', text: 'Put them here' },
        deny: { type: 'plain_text', text: 'Cancel' },
      },
    },
  );
}

export function shareButton(value: string): Button {
  return button(actionIds.shareResult, 'Share to channel', 'Show this result to everyone here', value);
}

export function workingsButton(value: string): Button {
  return button(actionIds.showWorkings, 'Show workings', 'Show how this was worked out, to you only', value);
}
