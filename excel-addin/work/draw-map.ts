import { districtMap, type LocalArea, type Spend, spendByDistrict } from '../../core/index.ts';

/** Where the money went by district. A part of its own: the boundaries are fetched when a map is drawn. */
export const drawMap = (spend: Spend, area: LocalArea): string =>
  districtMap({ ...spendByDistrict(spend), area });
