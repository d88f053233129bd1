import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralHeading, neutralText, plainText } from '../../../core/index.ts';

describe('text that a spreadsheet would run', () => {
  it('gets an apostrophe before it, in every form that starts a formula', () => {
    const hostile = [
      '=HYPERLINK("http://example.com","Click")',
      "=cmd|' /C calc'!A0",
      '@SUM(1+1)*cmd|A0',
      '+1+1',
      '-2+3',
      '\t=1+1',
      '\r=1+1',
      '\n=1+1',
      '  =1+1',
      '＝1+1',
      '＋1',
      '－1',
      '＠SUM(A1)',
      '−1',
    ];
    for (const text of hostile) expect(neutralText(text), JSON.stringify(text)).toBe(`'${text}`);
  });

  it('leaves other text as it is', () => {
    for (const text of ['Fictional Builders', '1 & 1 Ltd', 'A=B', "O'Neil", "'t Hoekje", '', '(-1)']) {
      expect(neutralText(text)).toBe(text);
    }
  });

  it('is read back as what it was', () => {
    const starts = fc.constantFrom('', '=', "'", "'=", "''@", '\t', ' +', '＝', '-');
    fc.assert(
      fc.property(starts, fc.string({ unit: 'binary' }), (start, rest) => {
        expect(plainText(neutralText(start + rest))).toBe(start + rest);
      }),
    );
  });

  it('stands on one line in a heading', () => {
    expect(neutralHeading('Local: a\r\n=b\tc')).toBe('Local: a =b c');
    expect(neutralHeading('\t=b')).toBe("'=b");
  });
});
