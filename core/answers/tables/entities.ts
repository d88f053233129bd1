import { pilotData } from '../../framework/pilot-areas.ts';
import type { PilotArea, PilotOrganisation } from '../../framework/pilot-schema.ts';
import { once } from '../../shipped/once.ts';
import { words } from '../../words/normalise.ts';

/** The areas and organisations that a question names, and the question without them. */
export interface Named {
  readonly areas: readonly PilotArea[];
  readonly organisations: readonly PilotOrganisation[];
  readonly rest: string;
}

interface Alias {
  readonly text: string;
  readonly area?: PilotArea;
  readonly organisation?: PilotOrganisation;
}

const aliases = once((): readonly Alias[] => {
  const { areas, organisations } = pilotData();
  const plain = (name: string): string => words(name).join(' ');
  return [
    ...areas.flatMap((area) => [area.council, ...area.aliases].map((name) => ({ text: plain(name), area }))),
    ...organisations.flatMap((organisation) =>
      [organisation.name, ...organisation.aliases, ...organisation.tableNames].map((name) => ({
        text: plain(name),
        organisation,
      })),
    ),
  ].sort((a, b) => b.text.length - a.text.length);
});

/** Takes the longest names first, so that "Bradford Trident" is not also Bradford. */
export function findNamed(text: string): Named {
  let rest = ` ${text} `;
  const areas = new Set<PilotArea>();
  const organisations = new Set<PilotOrganisation>();
  for (const { text: alias, area, organisation } of aliases()) {
    // "southmeads score": people leave the apostrophe out.
    const spelt = [` ${alias} `, ` ${alias}s `].filter((spaced) => rest.includes(spaced));
    if (spelt.length === 0) continue;
    for (const spaced of spelt) rest = rest.replaceAll(spaced, ' ; ');
    if (area !== undefined) areas.add(area);
    if (organisation !== undefined) organisations.add(organisation);
  }
  return { areas: [...areas], organisations: [...organisations], rest: rest.trim() };
}
