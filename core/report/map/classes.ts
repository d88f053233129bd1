/** How large a part of the placed money a district got, with how it is drawn. */
export interface MoneyClass {
  readonly id: string;
  readonly label: string;
  /** The least share of the placed money, 0 to 1. */
  readonly from: number;
  readonly fill: string;
  /** What is drawn over the fill, so that the classes differ without colour. */
  readonly marks: string;
}

const stroke = (colour: string, width: number, path: string): string =>
  `<path d="${path}" stroke="${colour}" stroke-width="${width}" fill="none"/>`;

/** From the least to the most; each is darker than the one before and has other marks. */
export const moneyClasses: readonly MoneyClass[] = [
  {
    id: 'm1',
    label: 'under 1%',
    from: 0,
    fill: '#e4f0ed',
    marks: '<circle cx="4" cy="4" r="0.9" fill="#0b4f4a"/>',
  },
  {
    id: 'm2',
    label: '1% to 5%',
    from: 0.01,
    fill: '#c3ded8',
    marks: stroke('#0b4f4a', 0.9, 'M-1 9L9 -1M-1 1L1 -1M7 9L9 7'),
  },
  {
    id: 'm3',
    label: '5% to 10%',
    from: 0.05,
    fill: '#93c4ba',
    marks: stroke('#0b4f4a', 0.9, 'M0 2H8M0 6H8M2 0V8M6 0V8'),
  },
  { id: 'm4', label: '10% to 25%', from: 0.1, fill: '#3f8d82', marks: stroke('#ffffff', 1.1, 'M0 4H8') },
  { id: 'm5', label: '25% or more', from: 0.25, fill: '#0b3f3b', marks: '' },
];

/** Where more was paid back than paid. */
export const creditClass: MoneyClass = {
  id: 'm0',
  label: 'more paid back than paid',
  from: Number.NEGATIVE_INFINITY,
  fill: '#ffffff',
  marks: stroke('#505050', 0.9, 'M0 0L8 8M8 0L0 8'),
};

export const noMoneyFill = '#ffffff';

/** The class of an amount; undefined for none at all. */
export function classOf(amount: number, placed: number): MoneyClass | undefined {
  if (amount === 0) return undefined;
  if (amount < 0) return creditClass;
  return moneyClasses.findLast(({ from }) => amount / placed >= from);
}

/** The patterns that the fills refer to. */
export const patternDefinitions = (classes: readonly MoneyClass[]): string =>
  classes
    .map(
      ({ id, fill, marks }) =>
        `<pattern id="map-${id}" patternUnits="userSpaceOnUse" width="8" height="8"><rect width="8" height="8" fill="${fill}"/>${marks}</pattern>`,
    )
    .join('\n');

export const fillOf = (money: MoneyClass | undefined): string =>
  money ? `url(#map-${money.id})` : noMoneyFill;
