import { searchPlaces } from '../../core/index.ts';
import type { PlaceFound } from '../engine/messages.ts';

/** Places found for what is typed, as many as a person can look through. */
const most = 8;

/** Districts, counties and regions whose names are like what was typed. */
export const findPlaces = (typed: string): readonly PlaceFound[] => searchPlaces(typed, most);
