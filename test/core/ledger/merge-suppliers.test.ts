import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSuppliers, noChoices, type Payee, readMergeChoices } from '../../../core/index.ts';

function payee(name: string, companyNumber: string | null = null, pence = 100): Payee {
  return { name, companyNumber, pence, lines: 1, mergeable: true };
}

const merged = (payees: readonly Payee[], choices = noChoices) => mergeSuppliers(payees, choices);

/** Whether two names alone are counted as one, and why. */
function together(one: string, other: string): string | undefined {
  const { names, merges } = merged([payee(one, null, 200), payee(other)]);
  expect(names.length + merges.length).toBe(2);
  return merges[0]?.reason;
}

describe('spellings of one supplier', () => {
  it.each([
    ['Acme Foods Ltd', 'ACME  FOODS LTD', 'capitals'],
    ['Smith & Sons Ltd', 'Smith and Sons Ltd.', 'punctuation'],
    ['The Acme Trust', 'Acme Trust', 'punctuation'],
    ["St Mary's Hall", 'St Marys Hall', 'punctuation'],
    ['Acme (UK) Ltd', 'Acme UK Ltd', 'punctuation'],
    ['Acme Foods Limited', 'Acme Foods Ltd', 'legalForm'],
    ['Acme Public Limited Company', 'Acme PLC', 'legalForm'],
    ['Acme L.L.P.', 'Acme LLP', 'legalForm'],
    ['Cwmni Acme Cyfyngedig', 'Cwmni Acme Cyf', 'legalForm'],
    ['Acme Foods Ltd', 'Acme Foods', 'formLeftOff'],
    ['Acme Foods Ltd t/a Corner Shop', 'Acme Foods Ltd', 'tradingName'],
    ['Acme Foods Ltd T/As Corner Shop', 'Acme Foods Limited trading as corner shop', 'legalForm'],
  ])('%s and %s are one: %s', (one, other, reason) => {
    expect(together(one, other)).toBe(reason);
  });

  it.each([
    ['Acme Foods Ltd', 'Acme Foods LLP'],
    ['Acme Foods Ltd', 'Acme Food Ltd'],
    ['Acme (North) Ltd', 'Acme (South) Ltd'],
    ['Acme Foods Ltd', 'Acme Foods UK Ltd'],
    ['***', '---'],
  ])('%s and %s are two', (one, other) => {
    expect(together(one, other)).toBeUndefined();
  });

  it('two trading names of one company stay apart, as they may be two places', () => {
    const { names } = merged([
      payee('Acme Ltd t/a Rose House'),
      payee('Acme Ltd t/a Ivy House'),
      payee('Acme Ltd'),
    ]);
    expect(names).toHaveLength(3);
  });

  it('a name without a form is nobody’s where two forms claim it', () => {
    const { names } = merged([payee('Acme Ltd'), payee('Acme LLP'), payee('Acme')]);
    expect(names).toHaveLength(3);
  });
});

describe('company numbers', () => {
  it('unite whatever the name, zeros in front or not', () => {
    const { names, merges } = merged([payee('Engie Ltd', '4869035', 500), payee('Equans Ltd', '04869035')]);
    expect(names).toEqual(['Engie Ltd']);
    expect(merges[0]).toMatchObject({ name: 'Equans Ltd', supplier: 'Engie Ltd', reason: 'companyNumber' });
  });

  it('that differ keep one name apart, and lines without a number with neither', () => {
    const { names } = merged([
      payee('Acme Ltd', '01234567'),
      payee('Acme Ltd', '07654321'),
      payee('Acme Ltd'),
    ]);
    expect(names).toHaveLength(3);
    expect(merged([payee('Acme Ltd', '01234567'), payee('Acme Limited', '07654321')]).names).toHaveLength(2);
  });

  it('take lines without a number along where there is one only', () => {
    expect(
      merged([payee('Acme Ltd', '01234567'), payee('Acme Ltd'), payee('ACME LIMITED')]).names,
    ).toHaveLength(1);
  });

  it('that are none, such as N/A, unite nobody', () => {
    expect(merged([payee('Acme Ltd', 'N/A'), payee('Bell Ltd', 'N/A')]).names).toHaveLength(2);
  });
});

describe('what a person decides', () => {
  it('keeps a spelling apart, and the others stay together', () => {
    const sheet = {
      name: 'Sheet1',
      rows: [['Supplier'], ['ACME ltd']].map((cells, index) => ({ number: index + 1, cells })),
    };
    const choices = readMergeChoices([sheet]);
    if (!choices.ok) throw new Error('not read');
    const { names } = merged([payee('Acme Ltd'), payee('Acme Limited'), payee('Acme Ltd.')], choices.value);
    expect(names).toEqual(['Acme Ltd', 'Acme Limited']);
  });

  it('is read from the sheets that we wrote, Yes and No', () => {
    const rows = (table: string[][]) => table.map((cells, index) => ({ number: index + 1, cells }));
    const choices = readMergeChoices([
      {
        name: 'Merges',
        rows: rows([
          ['Name', 'Counted with', 'Keep apart'],
          ['Acme Limited', 'Acme Ltd', 'Yes'],
          ['Bell', 'Bell Ltd', ''],
        ]),
      },
      {
        name: 'Names alike',
        rows: rows([
          ['Name', 'May be the same as', 'Same supplier'],
          ['Reed Spec', 'Reed Specialists', 'Yes'],
        ]),
      },
    ]);
    if (!choices.ok) throw new Error('not read');
    expect([...choices.value.keepApart]).toEqual(['acme limited']);
    const { names, merges } = merged(
      [payee('Reed Specialists', null, 900), payee('Reed Spec')],
      choices.value,
    );
    expect(names).toEqual(['Reed Specialists']);
    expect(merges[0]?.reason).toBe('confirmed');
  });

  it('is asked for again where it is neither yes nor no', () => {
    const rows = [
      ['Name', 'Keep apart'],
      ['Acme', 'perhaps'],
    ].map((cells, index) => ({ number: index + 1, cells }));
    const choices = readMergeChoices([{ name: 'Merges', rows }]);
    expect(choices.issues[0]).toMatchObject({ where: { cell: 'B2' }, expected: 'Yes or No, or nothing' });
  });
});

describe('names that were cut off', () => {
  it('are suggested and not merged', () => {
    const { names, likely } = merged([
      payee('Reed Specialist Recrui'),
      payee('Reed Specialist Recruitment Ltd'),
    ]);
    expect(names).toHaveLength(2);
    expect(likely[0]).toMatchObject({
      name: 'Reed Specialist Recrui',
      other: 'Reed Specialist Recruitment Ltd',
    });
  });

  it('are not suggested where a whole word more makes another name', () => {
    expect(merged([payee('Calder High School'), payee('Calder High School Trust')]).likely).toEqual([]);
  });
});

it('people are never merged beyond capitals', () => {
  const person = (name: string): Payee => ({ ...payee(name), mergeable: false });
  expect(merged([person('Mr J Smith'), person('Mr J. Smith'), person('MR J SMITH')]).names).toHaveLength(2);
});

it('money is never lost or made, whatever the names, and order changes nothing', () => {
  const name = fc.constantFrom(
    'Acme Ltd',
    'ACME LIMITED',
    'Acme',
    'Acme LLP',
    'The Acme',
    'Bell & Co',
    'Bell and Co',
    '***',
  );
  const number = fc.constantFrom(null, '01234567', '1234567', '07654321', 'N/A');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, number, fc.integer({ min: -500, max: 500 })), { maxLength: 12 }),
      (list) => {
        const payees = list.map(([text, no, pence]) => payee(text, no, pence));
        const { supplierOf, names } = merged(payees);
        expect([...supplierOf].every((supplier) => supplier < names.length)).toBe(true);
        const numbers = names.map(() => new Set<string>());
        payees.forEach((one, index) => {
          const plain = one.companyNumber?.replace(/^0*/, '');
          if (plain && plain !== 'N/A') numbers[supplierOf[index] ?? 0]?.add(plain);
        });
        expect(numbers.every((set) => set.size <= 1)).toBe(true);
        const pairs = (of: Uint32Array, at: (index: number) => number) =>
          payees.map((_, one) => payees.map((__, other) => of[at(one)] === of[at(other)]));
        const back = merged([...payees].reverse());
        expect(pairs(back.supplierOf, (index) => payees.length - 1 - index)).toEqual(
          pairs(supplierOf, (index) => index),
        );
      },
    ),
  );
});
