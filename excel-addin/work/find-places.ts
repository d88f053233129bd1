import { districtsNamed } from '../../core/index.ts';
import type { PlaceFound } from '../engine/messages.ts';

/** Districts that what was typed may mean. */
export const findPlaces = (typed: string): readonly PlaceFound[] =>
  districtsNamed(typed).map(({ district: { code, name } }) => ({ code, name }));
