import { pilotData, pilotSource } from '../framework/pilot-areas.ts';
import type { PilotArea } from '../framework/pilot-schema.ts';
import { formatCount } from '../units/format.ts';
import type { Passage } from './passage.ts';

/** Key council and demographic data of each pilot area. */
export function areaPassages(): Passage[] {
  return pilotData().areas.map(areaPassage);
}

/** 37 Labour, 14 Conservative, 11 Green, 8 Liberal Democrat */
export const seatsInWords = ({ seats }: Pick<PilotArea, 'seats'>): string =>
  seats.map(([party, count]) => `${count} ${party}`).join(', ');

/** Whether one party has the majority, and the councillors of each. */
export function controlInWords({ council, control, seats }: PilotArea): string {
  const majority = control === 'no majority' ? 'has no majority party' : `has a ${control} majority`;
  return `${council} ${majority}: ${seatsInWords({ seats })}`;
}

function areaPassage(area: PilotArea): Passage {
  const { id, name, council, councilType, lep, population, lifeWomen, lifeMen, imdRank, place } = area;
  return {
    id: `area-${id}`,
    kind: 'area-data',
    title: `${name}: key data`,
    body: `${name} in figures, as the 2017 report gives them: ${council} (${councilType}); ${controlInWords(area).slice(council.length + 1)}. Population ${formatCount(population)}. Life expectancy: women ${lifeWomen} years, men ${lifeMen}. Index of Multiple Deprivation: rank ${imdRank} in England, where 1 is the most deprived. Local Enterprise Partnership: ${lep}.`,
    asks: [
      `key data on ${name}`,
      `demographics of ${name}`,
      `what does the report say about ${name} in figures`,
      `who runs ${council}`,
    ],
    synonyms: [
      'population',
      'council type',
      'majority',
      'councillors',
      'life expectancy',
      'deprivation',
      'LEP',
      'political control',
    ],
    names: [],
    sources: [pilotSource(place)],
  };
}
