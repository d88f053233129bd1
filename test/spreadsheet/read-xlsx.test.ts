import { describe, expect, it } from 'vitest';
import { openXlsx, readXlsx } from '../../spreadsheet/read-xlsx.ts';
import { makeXlsx, sheetXml, type XlsxParts, xmlHead } from '../fakes/make-xlsx.ts';

function rowsOf(parts: XlsxParts, sheet = 0) {
  const outcome = readXlsx(makeXlsx(parts));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value[sheet]?.rows;
}

function cellsOf(cells: string, parts: XlsxParts = {}) {
  return rowsOf({ ...parts, sheets: { Sheet1: `<row r="1">${cells}</row>` } })?.[0]?.cells;
}

function refusal(parts: XlsxParts) {
  const outcome = readXlsx(makeXlsx(parts), { fileName: 'spend.xlsx' });
  expect(outcome.ok).toBe(false);
  return outcome.issues[0];
}

describe('values of cells', () => {
  it('reads numbers, texts, booleans, errors and empty cells', () => {
    const cells = cellsOf(
      '<c r="A1"><v>1.5</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>' +
        '<c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1"/><c r="G1" t="n"><v> -2E3 </v></c><c r="H1" s="4"><v></v></c>',
      { texts: '<si><t>one</t></si><si><t>two</t></si>' },
    );
    expect(cells).toEqual([1.5, 'two', true, false, { error: '#DIV/0!' }, null, -2000]);
  });

  it('takes a formula for its stored result', () => {
    expect(
      cellsOf(
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="str"><f>""</f><v></v></c>',
      ),
    ).toEqual([2, 'ab']);
  });

  it('warns once of formulas without a stored result, naming the first and their number', () => {
    const outcome = readXlsx(
      makeXlsx({
        sheets: {
          Costs:
            '<row r="3"><c r="B3"><f>1+1</f></c><c r="C3"><f>2+2</f><v/></c><c r="D3"><v>1</v></c></row>',
        },
      }),
    );
    expect(outcome.ok).toBe(true);
    expect(outcome.issues).toMatchObject([
      {
        severity: 'warning',
        where: { sheet: 'Costs', cell: 'B3' },
        found: expect.stringContaining('2 on this sheet'),
      },
    ]);
  });

  it('joins the runs of rich text and leaves phonetic readings out', () => {
    const rich =
      '<r><rPr><b/></rPr><t>Local</t></r><r><t xml:space="preserve"> Pound</t></r><rPh sb="0" eb="1"><t>ignored</t></rPh>';
    expect(
      cellsOf(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>${rich}</is></c>`, {
        texts: `<si>${rich}</si>`,
      }),
    ).toEqual(['Local Pound', 'Local Pound']);
  });

  it('puts character references, escapes, CDATA and line ends right', () => {
    expect(
      cellsOf(
        '<c t="str"><v>Marks &amp; Co &lt;&#163;5&#xA3;&gt; &quot;&apos;</v></c><c t="str"><v>a_x000D_b_x005F_x000D_</v></c>' +
          '<c t="str"><v>x<![CDATA[ <&amp;> ]]>y<!-- not seen -->z</v></c><c t="str"><v>one\r\ntwo\rthree</v></c><c t="str"><v>&#x1F3E6; Bank</v></c>',
      ),
    ).toEqual(['Marks & Co <£5£> "\'', 'a\rb_x000D_', 'x <&amp;> yz', 'one\ntwo\nthree', '🏦 Bank']);
  });

  it('keeps white space in texts', () => {
    expect(cellsOf('<c t="inlineStr"><is><t xml:space="preserve">  two  </t></is></c>')).toEqual(['  two  ']);
  });

  it('reads numbers as they are, to the last digit', () => {
    const numbers = [
      '0.1',
      '123456789012345678',
      '1.7976931348623157E308',
      '5E-324',
      '-0',
      '.5',
      '5.',
      '0.30000000000000004',
      '9007199254740993',
    ];
    expect(cellsOf(numbers.map((number) => `<c><v>${number}</v></c>`).join(''))).toEqual(
      numbers.map((number) => Number(number) + 0),
    );
  });

  for (const text of ['NaN', 'INF', '1,5', '0x10', '1e', '--1', '1 2', '1E400']) {
    it(`refuses ${text} as a number and names the cell`, () => {
      expect(refusal({ sheets: { Spend: `<row r="7"><c r="C7"><v>${text}</v></c></row>` } })).toMatchObject({
        where: { file: 'spend.xlsx', sheet: 'Spend', cell: 'C7' },
        found: expect.stringContaining(`"${text}"`),
      });
    });
  }

  it('refuses a cell of a type that does not exist, and true or false that is neither', () => {
    expect(refusal({ sheets: { S: '<row><c t="money"><v>1</v></c></row>' } })?.found).toContain('"money"');
    expect(refusal({ sheets: { S: '<row><c t="b"><v>yes</v></c></row>' } })?.found).toContain('"yes"');
  });
});

describe('dates', () => {
  const styles =
    '<numFmts count="6"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="&quot;paid &quot;0.00"/>' +
    '<numFmt numFmtId="166" formatCode="[Red]#,##0.00;[$-409]0"/><numFmt numFmtId="167" formatCode="[h]:mm:ss"/>' +
    '<numFmt numFmtId="168" formatCode="mmm"/><numFmt numFmtId="169" formatCode="h:mm AM/PM"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>' +
    `<cellXfs>${[0, 14, 164, 165, 166, 167, 168, 169, 22, 20].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
  const withStyle = (style: number, value: string, parts: XlsxParts = {}) =>
    cellsOf(`<c s="${style}"><v>${value}</v></c>`, { styles, ...parts })?.[0];

  it('knows by the format which numbers are dates', () => {
    const day = { date: '2024-02-29' };
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((style) => withStyle(style, '45351.5'))).toEqual([
      45351.5,
      day,
      day,
      45351.5,
      45351.5,
      45351.5,
      day,
      45351.5,
      day,
      45351.5,
    ]);
  });

  it('counts the days of 1900 as Excel does, with a 29 February that never was', () => {
    expect(['1', '59', '60', '61', '2958465'].map((value) => withStyle(1, value))).toEqual([
      { date: '1900-01-01' },
      { date: '1900-02-28' },
      60,
      { date: '1900-03-01' },
      { date: '9999-12-31' },
    ]);
  });

  it('leaves numbers that are no date as they are', () => {
    expect(['0', '-1', '2958466', '1E300'].map((value) => withStyle(1, value))).toEqual([
      0, -1, 2_958_466, 1e300,
    ]);
  });

  it('does not lose a day to the binary fraction of a sum', () => {
    expect(withStyle(1, '45350.99999999999')).toEqual({ date: '2024-02-29' });
  });

  it('counts from 1904 when the workbook does', () => {
    const workbook = '<workbookPr date1904="1"/>';
    expect(['0', '43889', '-1'].map((value) => withStyle(1, value, { workbook }))).toEqual([
      { date: '1904-01-01' },
      { date: '2024-02-29' },
      -1,
    ]);
  });

  it('reads dates that are stored as text', () => {
    expect(
      cellsOf(
        '<c t="d"><v>2024-02-29T00:00:00</v></c><c t="d"><v>2024-02-29</v></c><c t="d"><v>2024-02-30</v></c><c t="d"><v>12:30:00</v></c>',
      ),
    ).toEqual([{ date: '2024-02-29' }, { date: '2024-02-29' }, '2024-02-30', '12:30:00']);
  });
});

describe('rows and addresses', () => {
  it('skips rows without anything and keeps the numbers of the others', () => {
    expect(
      rowsOf({
        sheets: { S: '<row r="2"><c r="B2" s="1"/></row><row r="5"><c r="C5"><v>1</v></c><c r="D5"/></row>' },
      }),
    ).toEqual([{ number: 5, cells: [null, null, 1] }]);
  });

  it('counts on where rows and cells have no address', () => {
    expect(
      rowsOf({
        sheets: {
          S: '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"/><row><c r="C5"><v>3</v></c><c><v>4</v></c></row>',
        },
      }),
    ).toEqual([
      { number: 1, cells: [1, 2] },
      { number: 5, cells: [null, null, 3, 4] },
    ]);
  });

  it('puts cells of a row that are out of order in their place', () => {
    expect(cellsOf('<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>')).toEqual([1, null, 3]);
  });

  it('refuses cells and rows that contradict each other', () => {
    expect(
      refusal({ sheets: { S: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' } }),
    ).toMatchObject({
      where: { sheet: 'S', cell: 'A1' },
      found: 'a cell that is given twice',
    });
    expect(refusal({ sheets: { S: '<row r="2"/><row r="2"/>' } })?.found).toBe('row 2 after row 2');
    expect(refusal({ sheets: { S: '<row r="2"><c r="A3"><v>1</v></c></row>' } })?.found).toContain('"A3"');
    expect(refusal({ sheets: { S: '<row r="0"/>' } })?.found).toContain('"0"');
    expect(refusal({ sheets: { S: '<row r="1048577"/>' } })?.found).toContain('"1048577"');
    expect(refusal({ sheets: { S: '<row r="1"><c r="XFE1"/></row>' } })?.found).toContain('"XFE1"');
    expect(refusal({ sheets: { S: '<row r="1048576"/><row/>' } })?.found).toContain('1,048,577');
  });

  it('takes only the rows of the sheet itself for rows', () => {
    const row = (value: number) => `<row r="1"><c r="A1"><v>${value}</v></c></row>`;
    expect(
      rowsOf({
        sheets: {
          S: sheetXml(
            `${row(1)}<extLst><row r="9"><c r="A9"><v>9</v></c></row></extLst>`,
            `<extLst><ext><sheetData>${row(2)}</sheetData></ext></extLst>`,
          ),
        },
      }),
    ).toEqual([{ number: 1, cells: [1] }]);
  });

  it('reads tags with a namespace prefix and a byte order mark', () => {
    const xml =
      '\ufeff<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>' +
      "<x:row r='1'><x:c r='A1' ><x:v >7</x:v ></x:c></x:row></x:sheetData></x:worksheet>";
    expect(rowsOf({ sheets: { S: xml } })).toEqual([{ number: 1, cells: [7] }]);
  });
});

describe('workbooks', () => {
  it('gives sheets in the order of their tabs, marks hidden ones and leaves chart sheets out', () => {
    const outcome = readXlsx(
      makeXlsx({
        sheets: { 'Spend &amp; VAT': '', Lists: '', Deep: '', Chart: '' },
        sheetAttributes: { Lists: 'state="hidden"', Deep: 'state="veryHidden"' },
        files: [
          {
            name: 'xl/_rels/workbook.xml.rels',
            content: `${xmlHead}<Relationships>${['worksheet', 'worksheet', 'worksheet', 'chartsheet']
              .map(
                (type, index) =>
                  `<Relationship Target="worksheets/sheet${4 - index}.xml" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Id="rId${index + 1}"/>`,
              )
              .join('')}</Relationships>`,
          },
        ],
      }),
    );
    expect(outcome.ok && outcome.value.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Spend & VAT', false],
      ['Lists', true],
      ['Deep', true],
    ]);
  });

  it('refuses two sheets of one name', () => {
    expect(refusal({ sheets: { Spend: '', SPEND: '' } })?.found).toBe(
      'a workbook with two sheets named SPEND',
    );
  });

  it('reads one sheet row by row without the others', () => {
    const opened = openXlsx(
      makeXlsx({
        sheets: {
          Good: '<row r="1"><c r="A1"><v>1</v></c></row>',
          Bad: '<row r="1"><c r="A1"><v>x</v></c></row>',
        },
      }),
    );
    if (!opened.ok) throw new Error('not opened');
    expect(opened.value.sheets).toEqual([
      { name: 'Good', hidden: false },
      { name: 'Bad', hidden: false },
    ]);
    const rows: unknown[] = [];
    expect(opened.value.readRows('Good', (row) => rows.push(row))).toEqual({
      ok: true,
      value: undefined,
      issues: [],
    });
    expect(rows).toEqual([{ number: 1, cells: [1] }]);
    expect(opened.value.readRows('Bad', () => {}).ok).toBe(false);
    expect(opened.value.readRows('Ugly', () => {}).issues[0]).toMatchObject({
      found: 'no sheet named Ugly',
      expected: 'one of: Good, Bad',
    });
  });
});

describe('bounds', () => {
  const parts: XlsxParts = {
    sheets: {
      S: Array.from(
        { length: 4 },
        (_, row) => `<row r="${row + 1}"><c r="C${row + 1}" t="str"><v>text</v></c></row>`,
      ).join(''),
    },
    texts: '<si><t>a</t></si><si><t>b</t></si>',
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  };
  const bytes = makeXlsx(parts);

  for (const [limit, most, words] of [
    ['fileBytes', 100, /file of .* bytes/],
    ['zipEntries', 3, /more|of .* files inside/],
    ['unpackedBytes', 500, /unpacks to more than 500 bytes/],
    ['sheets', 0, /more than 0 sheets/],
    ['rows', 3, /more than 3 rows/],
    ['columns', 2, /this far right/],
    ['cells', 11, /more than 11 cells/],
    ['cellFormats', 1, /more than 1 cell formats/],
    ['sharedTexts', 1, /more than 1 different texts/],
    ['textCharacters', 10, /more than 10 characters/],
    ['xmlTokenBytes', 20, /single piece of more than 20 bytes/],
    ['xmlDepth', 3, /nested more than 3 deep/],
    ['cellBytes', 3, /longer than Excel allows/],
    ['seconds', 0, /more than 0 seconds/],
  ] as const) {
    it(`keeps to the limit on ${limit}`, () => {
      expect(readXlsx(bytes).ok).toBe(true);
      const outcome = readXlsx(bytes, { limits: { [limit]: most } });
      expect(outcome.ok).toBe(false);
      expect(outcome.issues[0]?.found).toMatch(words);
    });
  }

  it('stops when it is told to', () => {
    const outcome = readXlsx(bytes, { signal: AbortSignal.abort() });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.found).toBe('that reading was cancelled');
  });

  it('stops in the middle when it is told to, and tells how far it is', () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<row><c><v>${(row * 7919) % 100_003}</v></c></row>`,
    ).join('');
    const signal = { aborted: false };
    const shares: number[] = [];
    const outcome = readXlsx(makeXlsx({ sheets: { S: rows } }), {
      signal,
      onProgress: (share) => {
        shares.push(share);
        signal.aborted = shares.length === 2;
      },
    });
    expect(outcome.ok).toBe(false);
    expect(shares).toHaveLength(2);
    expect(shares[1]).toBeGreaterThan(shares[0] as number);
    expect(shares[1]).toBeLessThan(1);
  });

  it('ends its progress at one', () => {
    let last = 0;
    readXlsx(bytes, { onProgress: (share) => (last = share) });
    expect(last).toBe(1);
  });
});

describe('XML that is not well formed', () => {
  for (const [what, xml, words] of [
    [
      'tags that cross',
      '<worksheet><sheetData></worksheet></sheetData>',
      /<\/worksheet> where <\/sheetData> was due/,
    ],
    ['a second document', '<worksheet/><worksheet/>', /second document/],
    ['text outside', '<worksheet/>text', /no whole document|text outside/],
    [
      'an attribute without quotes',
      '<worksheet><sheetData><row r=1/></sheetData></worksheet>',
      /without quotes/,
    ],
    [
      'an attribute without a value',
      '<worksheet><sheetData><row r/></sheetData></worksheet>',
      /without a value/,
    ],
    [
      'quotes that are not closed',
      '<worksheet><sheetData><row r="1/></sheetData></worksheet>',
      /bracket inside a tag|an end before/,
    ],
    ['a tag without a name', '<worksheet>< /worksheet>', /without a name/],
    ['nothing', '', /no whole document/],
    ['something else', '<html><body/></html>', /<html> where a worksheet should be/],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet/>', /written in ISO-8859-1/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const outcome = readXlsx(makeXlsx({ files: [{ name: 'xl/worksheets/sheet1.xml', content: xml }] }));
      expect(outcome.ok).toBe(false);
      expect(outcome.issues[0]?.found).toMatch(words);
    });
  }

  it('refuses bytes that are not UTF-8', () => {
    const content = new TextEncoder().encode(sheetXml('<row><c t="str"><v>Caf?</v></c></row>'));
    content[content.indexOf(0x3f, 60)] = 0xe9;
    const outcome = readXlsx(makeXlsx({ files: [{ name: 'xl/worksheets/sheet1.xml', content }] }));
    expect(outcome.issues[0]).toMatchObject({
      where: { sheet: 'Sheet1', cell: 'A1' },
      found: expect.stringContaining('UTF-8'),
    });
  });
});

describe('contents that do not fit the type of their cell', () => {
  const cellOf = (xml: string) => {
    const outcome = readXlsx(makeXlsx({ sheets: { Sheet1: `<row r="1">${xml}</row>` } }));
    return outcome.ok ? (outcome.value[0]?.rows[0]?.cells[0] ?? null) : outcome.issues[0]?.found;
  };

  it('are read rather than dropped', () => {
    expect(cellOf('<c r="A1"><is><t>text</t></is></c>')).toBe('text');
    expect(cellOf('<c r="A1" t="s"><is><t>text</t></is></c>')).toBe('text');
    expect(cellOf('<c r="A1" t="inlineStr"><v>text</v></c>')).toBe('text');
  });

  it('are refused when there are two of them', () => {
    expect(cellOf('<c r="A1" t="inlineStr"><is><t>one</t></is><v>two</v></c>')).toBe(
      'a cell with two contents',
    );
  });
});
