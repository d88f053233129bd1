import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { Reading } from '../../spreadsheet/reading.ts';
import { Refusal } from '../../spreadsheet/refusal.ts';
import { parseNumber } from '../../spreadsheet/xml/number.ts';
import { type XmlHandler, XmlScanner } from '../../spreadsheet/xml/scanner.ts';
import { changedCsv, noisyCsv } from '../bench/fuzz/csv-files.ts';
import { judgeCsv } from '../bench/fuzz/judge-csv.ts';
import { judgeXlsx } from '../bench/fuzz/judge-xlsx.ts';
import { changedInside, changedOutside, noise, originals } from '../bench/fuzz/xlsx-files.ts';

const seed = 20261124;

async function honest(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Spend');
  sheet.addRow(['Supplier', 'Paid on', 'Amount']);
  for (let row = 0; row < 30; row += 1)
    sheet.addRow([`Supplier ${row}`, new Date(Date.UTC(2024, 0, row + 1)), row * 1.1]);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

/** Reads and judges the outcome: a refusal must say something; an exception fails the test. */
function outcomeOf(bytes: Uint8Array) {
  const outcome = readWorkbook(bytes, { accept: ['xlsx', 'csv'], limits: { seconds: 20 } });
  if (!outcome.ok) {
    expect(outcome.issues[0]?.severity).toBe('error');
    expect(outcome.issues[0]?.found).not.toContain('seconds to read');
  }
  return outcome;
}

describe('broken files', () => {
  it('are refused wherever they are cut off', async () => {
    const bytes = await honest();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(readWorkbook(bytes.subarray(0, length)).ok).toBe(false);
      }),
      { numRuns: 200, seed },
    );
  });

  it('give the same values or a refusal when bytes are changed, never other values', async () => {
    const bytes = await honest();
    const whole = outcomeOf(bytes);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    let refused = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const broken = bytes.slice();
        for (const [at, by] of changes) broken[at] = ((broken[at] as number) + by) & 255;
        const outcome = outcomeOf(broken);
        if (outcome.ok && whole.ok) expect(outcome.value).toEqual(whole.value);
        else refused += 1;
      }),
      { numRuns: 300, seed },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

/** Some of what `npm run bench -- fuzz` does for minutes; each judge throws where something is lost or slow. */
describe('files changed at random', () => {
  const counted = new Map<string, number>();
  const judged = async (
    files: fc.Arbitrary<Uint8Array>,
    judge: (bytes: Uint8Array) => unknown,
    numRuns: number,
  ) => {
    counted.clear();
    await fc.assert(
      fc.asyncProperty(files, async (bytes) => {
        const verdict = String(await judge(bytes)).replace(/[:;,].*/, '');
        counted.set(verdict, (counted.get(verdict) ?? 0) + 1);
      }),
      { numRuns, seed },
    );
    return counted;
  };

  it('lose nothing beside csv-parse and papaparse, through every door for text', async () => {
    const verdicts = await judged(changedCsv(), judgeCsv, 250);
    expect(verdicts.get('read')).toBeGreaterThan(100);
    expect(verdicts.get('refused')).toBeGreaterThan(20);
  });

  it('lose nothing when they are nothing but what matters to CSV', async () => {
    expect((await judged(noisyCsv(), judgeCsv, 400)).get('read')).toBeGreaterThan(200);
  });

  it('lose nothing beside exceljs when a workbook is changed under the right check sums', async () => {
    const verdicts = await judged(changedInside(await originals()), judgeXlsx, 120);
    expect(verdicts.get('read')).toBeGreaterThan(30);
    expect(verdicts.get('refused')).toBeGreaterThan(20);
  });

  it('are read or refused when the archive itself is changed, and when they are noise', async () => {
    expect((await judged(changedOutside(await originals()), judgeXlsx, 100)).get('refused')).toBeGreaterThan(
      50,
    );
    expect((await judged(noise(), judgeXlsx, 500)).get('refused')).toBe(500);
  });
});

describe('the XML scanner', () => {
  /** Everything it tells, in one line each; or the refusal. */
  function told(pieces: readonly Uint8Array[]): string[] {
    const lines: string[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') lines.push(`text ${text}`);
      text = '';
    };
    const handler: XmlHandler = {
      open(name, attributes, depth) {
        flush();
        const list: string[] = [];
        while (attributes.next()) list.push(`${attributes.name}=${attributes.text()}`);
        lines.push(`${depth} open ${name} ${list.join(' ')}`);
      },
      close(name, depth) {
        flush();
        lines.push(`${depth} close ${name}`);
      },
      text(bytes, from, to) {
        text += new TextDecoder().decode(bytes.subarray(from, to));
      },
    };
    try {
      const scanner = new XmlScanner(handler, new Reading({}), {}, 'part.xml');
      for (const piece of pieces) {
        // The scanner may not count on a piece after it was given.
        const lent = piece.slice();
        scanner.push(lent);
        lent.fill(0x2a);
      }
      scanner.end();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      flush();
      lines.push(error.issue.found);
    }
    return lines;
  }

  it('tells the same of a document in one piece and in many', () => {
    const token = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="1" d=\'<2>\'/>',
      '<x:b y:c="&gt;"/>',
      'text',
      ' é漢 ',
      '<!-- - -- > -->',
      '<![CDATA[ ]] > <a> ]]>',
      '<?pi ? > ?>',
      '\n',
      '<a >',
      '</a >',
    );
    fc.assert(
      fc.property(
        fc.array(token, { maxLength: 15 }),
        fc.array(fc.nat(300), { maxLength: 20 }),
        (tokens, cuts) => {
          const bytes = new TextEncoder().encode(`<?xml version="1.0"?><root>${tokens.join('')}</root>`);
          const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
            (a, b) => a - b,
          );
          const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end));
          expect(told(pieces)).toEqual(told([bytes]));
        },
      ),
      { numRuns: 500, seed },
    );
  });
});

describe('numbers read off the bytes', () => {
  const parse = (text: string) => {
    const bytes = new TextEncoder().encode(`x${text}x`);
    return parseNumber(bytes, 1, bytes.length - 1);
  };

  it('are those that JavaScript reads', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(String(value))).toBe(value + 0);
        expect(parse(value.toExponential())).toBe(value + 0);
      }),
      { numRuns: 2000, seed },
    );
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(18), (digits, decimals) => {
        const text = String(digits);
        const at = Math.max(text.startsWith('-') ? 1 : 0, text.length - decimals);
        const decimal = `${text.slice(0, at)}.${text.slice(at)}`;
        if (/\d/.test(decimal)) expect(parse(decimal)).toBe(Number(decimal) + 0);
      }),
      { numRuns: 2000, seed },
    );
  });

  it('are nothing else', () => {
    for (const text of [
      '',
      '-',
      '.',
      '+',
      'e5',
      '1e',
      '0x1',
      '1_000',
      '1,000',
      'Infinity',
      '1e400',
      ' 1',
      '٣',
    ]) {
      expect(parse(text)).toBeUndefined();
    }
  });
});
