/** Where a buyer finds out how a contract may lawfully be placed. Every suggestion carries it. */
export interface RoutePointer {
  readonly command: string;
  readonly words: string;
}

export const routePointer: RoutePointer = {
  command: 'localpound route',
  words:
    'This is arithmetic, not advice to award a contract. Procurement law decides how a public buyer may place one, and whether being local may count: see which routes are open first, with localpound route.',
};

/** What every figure about money moved takes for granted. */
export const noPriceChange = 'No change of price is assumed: the same pounds are taken to buy the same work.';
