import type { Source } from '../../explain/explained.ts';
import { pilotData, pilotSource } from '../../framework/pilot-areas.ts';
import type { PilotArea } from '../../framework/pilot-schema.ts';
import { distinctSources } from './table-answer.ts';

/** The areas named, or all six. */
export const everyArea = (areas: readonly PilotArea[]): readonly PilotArea[] =>
  areas.length > 0 ? areas : pilotData().areas;
/** The table of each area, or all of them in one line. */
export const sourcesOf = (areas: readonly PilotArea[]): Source[] =>
  areas.length > 2
    ? [pilotSource(pilotData().areasPlace)]
    : distinctSources(areas.map(({ place }) => pilotSource(place)));
