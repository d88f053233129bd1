import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, typedText } from '../../../bot/blocks/escape.ts';

describe('text on its way to Slack', () => {
  it('can call nobody and hide no link', () => {
    expect(escapeText('<!channel> & <https://a.example|b>')).toBe(
      '&lt;!channel&gt; &amp; &lt;https://a.example|b&gt;',
    );
    fc.assert(fc.property(fc.string(), (text) => !/[<>]|&(?!(amp|lt|gt);)/.test(escapeText(text))));
  });

  it('comes back as it was', () => {
    const words = fc.stringMatching(/^[!-~]{1,20}$/);
    fc.assert(fc.property(words, (text) => typedText(escapeText(text)) === text));
  });
});

describe('what a person typed', () => {
  it.each([
    ['<@UBOT> what is LM3?', 'what is LM3?'],
    ['<@UBOT|localpound>   what\n is LM3?', 'what is LM3?'],
    ['is <https://a.example/x|this page> right', 'is this page right'],
    ['see <https://a.example/x>', 'see https://a.example/x'],
    ['ask in <#C1|budget> or <!channel>', 'ask in budget or channel'],
    ['write to <mailto:a@b.example|a@b.example>', 'write to a@b.example'],
    ['R&amp;D &lt;3', 'R&D <3'],
    ['  ', ''],
  ])('is read from %j', (sent, typed) => {
    expect(typedText(sent)).toBe(typed);
  });
});
