import type { Assumption } from '../../explain/explained.ts';

/** That a result rests on tables of the user's own, as one of its assumptions. */
export function ownTables(described: string | undefined): Assumption[] {
  if (described === undefined) return [];
  return [
    {
      id: 'ownTables',
      text: described,
      because: 'They were made with localpound data update and asked for with --data.',
      effect: 'With the tables that ship, figures that are not the tenant’s own would differ.',
      source: {
        title: 'Local Pound: choosing a code',
        place: 'docs/method/choosing-a-code.md, Newer reference data',
        verified: true,
      },
    },
  ];
}
