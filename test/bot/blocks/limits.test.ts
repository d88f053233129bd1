import { describe, expect, it } from 'vitest';
import { clip, codePoints, slackLimits } from '../../../bot/blocks/limits.ts';
import limits from '../../fixtures/slack/block-kit-limits.json' with { type: 'json' };

describe('the table of limits', () => {
  it('stays at or under every limit that is published', () => {
    const pairs: [number, number][] = [
      [slackLimits.headerText, limits.header.text.max_length],
      [slackLimits.sectionText, limits.section.text.max_length],
      [slackLimits.contextElements, limits.context.elements.max_items],
      [slackLimits.actionsElements, limits.actions.elements.max_items],
      [slackLimits.buttonText, limits.button.text.max_length],
      [slackLimits.buttonValue, limits.button.value.max_length],
      [slackLimits.accessibilityLabel, limits.button.accessibility_label.max_length],
      [slackLimits.actionId, limits.action_id.max_length],
      [slackLimits.tableRows, limits.data_table.rows.max_items],
      [slackLimits.tableColumns, limits.data_table.columns.max_items],
      [slackLimits.tableContent, limits.data_table.content.max_length],
      [slackLimits.tablePageSize, limits.data_table.page_size.max],
    ];
    for (const [ours, published] of pairs) expect(ours).toBeLessThanOrEqual(published);
  });
});

describe('text cut to a limit', () => {
  it('is counted in characters that people see as one code point each, and never cut inside one', () => {
    expect('🏠'.length).toBe(2);
    expect(codePoints('🏠🏠')).toBe(2);
    expect(clip('🏠🏠🏠', 3)).toBe('🏠🏠🏠');
    expect(clip('🏠🏠🏠🏠', 3)).toBe('🏠🏠…');
    expect(clip('short', 5)).toBe('short');
  });
});
