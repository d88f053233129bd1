import type { NamedWorkings, TenantPlace } from '../../../engine/messages.ts';
import { element } from '../../element.ts';
import type { References } from '../../references.ts';
import { type Section, section } from '../../section.ts';
import { workingsTree } from '../workings.ts';

/** The workings of one tenant at a time, shown when they are asked for in the table of tenants. */
export function tenantWorkings(
  find: (place: TenantPlace) => Promise<readonly NamedWorkings[]>,
  references: References,
  announce: (text: string) => void,
): { readonly part: Section; readonly show: (place: TenantPlace, name: string) => Promise<void> } {
  const place = element(
    'div',
    { class: 'tenant-workings', 'aria-live': 'off' },
    element('p', {}, 'Choose a tenant in the table above to see how its figures were come by.'),
  );
  return {
    part: section('workings', 'Workings', place),
    async show(which, name) {
      const trees = await find(which);
      const heading = element('h3', { tabindex: -1 }, name);
      place.replaceChildren(
        heading,
        ...(trees.length === 0
          ? [element('p', {}, 'Nothing is known that a figure could be worked out from.')]
          : trees.flatMap(({ title, tree }, index) => [
              element('h4', {}, title),
              workingsTree([[String(index), tree]], references, 'tenant'),
            ])),
      );
      heading.focus();
      heading.scrollIntoView({ block: 'center' });
      announce(`Workings of ${name}.`);
    },
  };
}
