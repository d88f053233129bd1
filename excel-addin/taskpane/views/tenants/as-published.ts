import { formatFte, formatWholeGbp } from '../../../../core/index.ts';
import type { EnabledFound, PublishedTotals } from '../../../engine/messages.ts';
import { dataTable } from '../../data-table.ts';
import { element } from '../../element.ts';
import { openingSection, type Section } from '../../section.ts';
import { later } from '../later.ts';

/** The same tenants in the mode of the published report, which enters turnover as GVA. */
export const asPublished = (
  { totals, headline }: EnabledFound['result'],
  compute: () => Promise<PublishedTotals>,
  announce: (text: string) => void,
): Section =>
  openingSection(
    'as-published',
    'As published in 2017',
    'What the method of the report of 2017 makes of the same tenants. For comparison only.',
    () => [
      element(
        'p',
        {},
        'The published method enters a tenant’s turnover as its GVA. Turnover also pays for what the tenant buys in, so this overstates GVA: compare it with the report, and quote the other line.',
      ),
      later(compute(), 'Working it out.', (published) => [
        dataTable({
          caption: 'Totals by both methods',
          rows: [
            { method: 'This result', headline, fte: totals.fte, gvaGbp: totals.gvaGbp },
            { method: 'As published in 2017', ...published },
          ],
          announce,
          columns: [
            { heading: 'Method', cell: ({ method }) => method, kind: 'heading' },
            { heading: 'Rounded jobs', cell: (row) => row.headline.fte },
            { heading: 'FTE', cell: ({ fte }) => formatFte(fte), kind: 'figure' },
            { heading: 'Rounded GVA', cell: (row) => row.headline.gva },
            { heading: 'GVA', cell: ({ gvaGbp }) => formatWholeGbp(gvaGbp), kind: 'figure' },
          ],
        }),
      ]),
    ],
  );
