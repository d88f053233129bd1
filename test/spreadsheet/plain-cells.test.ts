import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/index.ts';
import { readXlsx } from '../../spreadsheet/read-xlsx.ts';
import { makeXlsx } from '../fakes/make-xlsx.ts';

const seed = 20261124;

const content = fc.constantFrom(
  '',
  '0',
  '3',
  '4',
  '44774',
  '-1234.5600',
  ' 7.5 ',
  '1E3',
  '1E400',
  'abc',
  'a&amp;b &lt;c&gt; &#163;',
  '&unknown;',
  'Caf\u00e9 _x0041_',
  'line\r\nbreak',
  '1',
  'TRUE',
  '#DIV/0!',
  '2024-03-01',
  'x'.repeat(5000),
);
const kind = fc.constantFrom(
  '',
  ' t="n"',
  ' t="s"',
  ' t="str"',
  ' t="inlineStr"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' t="z"',
);
const style = fc.constantFrom('', ' s="0"', ' s="1"', ' s="9"', ' s="x"');
const shape = fc.constantFrom('value', 'inline', 'spaced', 'empty', 'formula', 'comment', 'nothing');
const cell = fc.record({ kind, style, content, shape, skip: fc.nat(2) });

interface PlannedCell {
  readonly kind: string;
  readonly style: string;
  readonly content: string;
  readonly shape: string;
  readonly skip: number;
}

/** Cells as most programs write them; with `odd`, each has an attribute that no reader minds but that is rare. */
function rowXml(cells: readonly PlannedCell[], row: number, odd: boolean): string {
  let column = -1;
  const written = cells.map(({ kind: type, style: format, content: text, shape: how, skip }) => {
    column += 1 + skip;
    const open = `<c ${odd ? 'ph="0" ' : ''}r="${columnLetters(column)}${row}"${format}${type}`;
    if (how === 'empty') return `${open}/>`;
    if (how === 'inline') return `${open}><is><t>${text}</t></is></c>`;
    if (how === 'spaced') return `${open}><is><t xml:space="preserve">${text}</t></is></c>`;
    if (how === 'formula') return `${open}><f>1+1</f><v>${text}</v></c>`;
    if (how === 'comment') return `${open}><v>${text}<!-- --></v></c>`;
    if (how === 'nothing') return `${open}></c>`;
    return `${open}><v>${text}</v></c>`;
  });
  return `<row r="${row}">${written.join('')}</row>`;
}

function read(rows: string) {
  return readXlsx(
    makeXlsx({
      sheets: { Spend: rows },
      texts:
        '<si><t>first</t></si><si><r><t>rich</t></r></si><si><t xml:space="preserve"> a&amp;b </t></si><si><t/></si>',
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    }),
  );
}

describe('cells in their plainest form, which are read in one go', () => {
  it('are what they are when they are read tag by tag', () => {
    let same = 0;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const plain = read(rowXml(cells, 1, false));
        expect(plain).toEqual(read(rowXml(cells, 1, true)));
        if (plain.ok) same += 1;
      }),
      { numRuns: 1500, seed },
    );
    expect(same).toBeGreaterThan(300);
  });

  it('are whole wherever one piece of the file ends and the next begins', () => {
    // Pieces are 64 kB; a shift of the rows by a few bytes puts their ends everywhere in a cell.
    const rows = Array.from({ length: 4000 }, (_, index) => {
      const row = index + 1;
      return `<row r="${row}"><c r="A${row}" t="s"><v>${row % 3}</v></c><c r="B${row}" s="1"><v>${44000 + (row % 900)}</v></c><c r="C${row}"><v>${row * 1.25}</v></c><c r="D${row}" t="inlineStr"><is><t>Alder &amp; Sons ${row}</t></is></c><c r="E${row}"><f>C${row}*2</f><v>${row * 2.5}</v></c></row>`;
    }).join('');
    const whole = read(rows);
    expect(whole.ok && whole.value[0]?.rows).toHaveLength(4000);
    expect(whole.ok && whole.value[0]?.rows[3999]?.cells.slice(2)).toEqual([
      5000,
      'Alder & Sons 4000',
      10000,
    ]);
    for (let shift = 1; shift < 140; shift += 9) {
      expect(read(`<!--${'-'.repeat(shift)} -->${rows}`)).toEqual(whole);
    }
  });
});
