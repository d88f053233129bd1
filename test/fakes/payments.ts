/** Made-up suppliers of a made-up council in Calderdale; the postcodes are real ones. */
const suppliers = [
  ['Made-up Care Homes Ltd', 'HX1 1UJ', 'Adult social care', 48_250.5],
  ['Invented Roads PLC', 'LS1 4AP', 'Highways', 31_400],
  ['Fictional Joinery', 'HX3 5AX', 'Housing repairs', 12_600.25],
  ['Imagined Software Ltd', 'EC1A 1BB', 'Computers', 22_000],
  ['Pretend Bakery', 'HX7 6AA', 'School meals', 4_310.1],
] as const;

const months = ['2026-04', '2026-05', '2026-06'];

const lines = months.flatMap((month, index) =>
  suppliers.map(([name, postcode, area, amount], place) => ({
    date: `${month}-${String(place + 3).padStart(2, '0')}`,
    name,
    postcode,
    area,
    amount: (amount * (1 + index / 10)).toFixed(2),
  })),
);

/** What the council paid, as it would publish it; `times` makes one payment of each local supplier so much larger. */
export function paymentsCsv({ times = 1 }: { readonly times?: number } = {}): Uint8Array {
  const rows = lines.map(({ date, name, postcode, area, amount }) =>
    [name, (Number(amount) * (postcode.startsWith('HX') ? times : 1)).toFixed(2), date, postcode, area].join(
      ',',
    ),
  );
  return csv(['Supplier Name,Net Amount,Payment Date,Supplier Postcode,Expense Area', ...rows]);
}

/** The same payments with no headings: the columns have to be guessed. */
export function paymentsWithoutHeadings(): Uint8Array {
  return csv(lines.map(({ date, name, postcode, amount }) => [date, name, postcode, amount].join(',')));
}

/** The same payments under headings that say nothing, with no column that looks like money. */
export function paymentsOfNoKnownLayout(): Uint8Array {
  return csv([
    'Alpha,Beta,Gamma',
    ...lines.map(({ date, name, amount }) => [date, amount.replace('.', ' p '), name].join(',')),
  ]);
}

const csv = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`${rows.join('\r\n')}\r\n`);
