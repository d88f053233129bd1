import type { Source } from '../explain/explained.ts';
import { pilotData, pilotSource } from '../framework/pilot-areas.ts';
import type { PilotArea, PilotOrganisation } from '../framework/pilot-schema.ts';
import { formatCount, formatRatio, formatWholeGbp } from '../units/format.ts';
import type { Passage } from './passage.ts';

/** The community organisations of the project, each one, by area, and all together. */
export function organisationPassages(): Passage[] {
  const { areas, organisations } = pilotData();
  const inArea = ({ id }: PilotArea): PilotOrganisation[] => organisations.filter(({ area }) => area === id);
  return [
    allOrganisations(areas, inArea),
    ...areas.map((area) => organisationsOf(area, inArea(area))),
    ...areas.flatMap((area) => inArea(area).map((organisation) => oneOrganisation(organisation, area))),
  ];
}

const boxSource = (): Source => pilotSource(pilotData().organisationsPlace);
const listed = (organisations: readonly PilotOrganisation[]): string =>
  organisations.map(({ name }) => name).join(', ');

function allOrganisations(
  areas: readonly PilotArea[],
  inArea: (area: PilotArea) => readonly PilotOrganisation[],
): Passage {
  const list = areas.map((area) => `${area.name}: ${listed(inArea(area))}`).join('. ');
  const count = areas.flatMap(inArea).length;
  return {
    id: 'organisations',
    kind: 'organisation',
    title: 'The community organisations of the project',
    body: `${count} community organisations took part in six areas. ${list}.`,
    asks: [
      'which community organisations took part',
      'list all the community organisations',
      'how many community organisations were in the project',
      'who were the partner organisations',
      'list of all organisations by area',
    ],
    synonyms: ['partners', 'all organisations', 'participants', 'community anchors in the project'],
    names: [],
    sources: [boxSource()],
  };
}

function organisationsOf(area: PilotArea, organisations: readonly PilotOrganisation[]): Passage {
  return {
    id: `organisations-${area.id}`,
    kind: 'organisation',
    title: `Community organisations in ${area.name}`,
    body: `${organisations.length} community organisations in ${area.name} worked with ${area.council} in the project: ${organisations.map(({ name, what }) => `${name}, ${what}`).join('. ')}.`,
    asks: [
      `which community organisations took part in ${area.name}`,
      `which organisations are in ${area.name}`,
      `who are the anchors in ${area.name}`,
      `partners in ${area.name}`,
    ],
    synonyms: ['partners', 'anchors', 'charities'],
    names: [],
    sources: [boxSource()],
  };
}

function oneOrganisation(organisation: PilotOrganisation, area: PilotArea): Passage {
  const { id, name, aliases, what, lm3, enabled } = organisation;
  const { lm3Place, enabledPlace } = pilotData();
  const figures = [
    ...(lm3 ? [`Its published LM3 is ${formatRatio(lm3.score)} (local area: ${lm3.localArea}).`] : []),
    ...(enabled
      ? [
          `Its tenants had ${formatCount(enabled.fte)} full-time equivalent jobs and ${formatWholeGbp(enabled.gvaGbp)} of GVA in the enabled contribution study.`,
        ]
      : []),
  ];
  return {
    id: `organisation-${id}`,
    kind: 'organisation',
    title: name,
    body: [
      `${name} is ${what}. It is in ${area.name} (${area.council}) and took part in the project.`,
      ...figures,
    ].join(' '),
    asks: [`who are ${name}`, `what does ${name} do`, `which council area is ${name} in`, `what is ${name}`],
    synonyms: [area.name, 'whose patch', 'community organisation'],
    names: [name, ...aliases],
    sources: [
      boxSource(),
      ...(lm3 ? [pilotSource(lm3Place)] : []),
      ...(enabled ? [pilotSource(enabledPlace)] : []),
    ],
  };
}
