import { formatCount, formatGbp, mergeReasonWords, type Spend } from '../../../../core/index.ts';
import { dataTable } from '../../data-table.ts';
import { button, element } from '../../element.ts';
import { openingSection, type Section } from '../../section.ts';

/** Spellings that were counted as one supplier, each to be kept apart; and names that may be one. */
export function merges(
  { merges: merged, likelySame }: Pick<Spend, 'merges' | 'likelySame'>,
  keptApart: readonly string[],
  keepApart: (names: readonly string[]) => Promise<unknown>,
  announce: (text: string) => void,
): Section[] {
  if (merged.length === 0 && likelySame.length === 0 && keptApart.length === 0) return [];
  const lead =
    merged.length === 0
      ? 'No spellings were counted together.'
      : `${formatCount(merged.length)} ${merged.length === 1 ? 'spelling was' : 'spellings were'} counted with another name of the same supplier.`;
  return [
    openingSection('merges', 'Spellings of one supplier', lead, () => {
      const ticked = new Set(keptApart);
      const apply = () => keepApart([...ticked]);
      return [
        ...(merged.length === 0
          ? []
          : [
              dataTable<Spend['merges'][number]>({
                caption: 'Spellings counted with another',
                rows: merged,
                announce,
                columns: [
                  { heading: 'Name', cell: ({ name }) => name, kind: 'heading' },
                  { heading: 'Counted with', cell: ({ supplier }) => supplier },
                  { heading: 'Why', cell: ({ reason }) => mergeReasonWords[reason] },
                  { heading: 'Paid', cell: ({ pence }) => formatGbp(pence / 100), kind: 'figure' },
                  { heading: 'Keep apart', cell: ({ name }) => tick(name, ticked) },
                ],
              }),
            ]),
        ...(keptApart.length === 0
          ? []
          : [
              element('h3', {}, 'Kept apart'),
              element(
                'ul',
                {},
                keptApart.map((name) => element('li', {}, tick(name, ticked), ` ${name}`)),
              ),
            ]),
        ...(merged.length + keptApart.length > 0
          ? [element('p', { class: 'actions' }, button('Add up again', apply, { class: 'secondary' }))]
          : []),
        ...(likelySame.length === 0
          ? []
          : [
              element('h3', {}, 'May be one supplier, not counted together'),
              dataTable<Spend['likelySame'][number]>({
                caption: 'Names that may be one supplier',
                rows: likelySame,
                announce,
                columns: [
                  { heading: 'Name', cell: ({ name }) => name, kind: 'heading' },
                  { heading: 'May be', cell: ({ other }) => other },
                  { heading: 'Why', cell: ({ because }) => because },
                  { heading: 'Paid', cell: ({ pence }) => formatGbp(pence / 100), kind: 'figure' },
                ],
              }),
            ]),
      ];
    }),
  ];
}

function tick(name: string, ticked: Set<string>): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    'aria-label': `Keep ${name} apart`,
    checked: ticked.has(name) || undefined,
  });
  box.addEventListener('change', () => {
    if (box.checked) ticked.add(name);
    else ticked.delete(name);
  });
  return box;
}
