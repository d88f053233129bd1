import type { SicEntry } from '../sic.ts';

/** A code of SIC 2007 that an activity may belong to. */
export interface SicChoice extends SicEntry {
  /** How well it fits, 0 to 1. For ordering within one search. */
  readonly fit: number;
  /** Completes "suggested": `because "hairdresser" is in the list of everyday words for 96.02`. */
  readonly why: string;
}

/** An employment density that the premises of an activity may have. */
export interface SuggestedDensity {
  /** Id in `employment-densities.json`. */
  readonly id: string;
  readonly name: string;
  /** m2 or beds per FTE. */
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly unit: string;
  /** What the floor area is to count: NIA, GIA or GEA; `beds` for hotels. */
  readonly areaBasis: string;
  /** The figure in words: `17.5 m² per FTE (15 m² to 20 m²), net internal area`. */
  readonly figure: string;
  readonly useClasses: readonly string[];
  /** False: the figure was not read in its source, and must not be shown without saying so. */
  readonly verified: boolean;
  readonly source: string;
  readonly why: string;
}

/** A use class that holds premises too different for one density. The user has to say which it is. */
export interface UseClassQuestion {
  readonly useClass: string;
  readonly question: string;
  readonly options: readonly {
    readonly useClass: string;
    readonly use: string;
    readonly densities: readonly string[];
  }[];
}

/** Codes and densities for an activity as somebody describes it, each with why. */
export interface ActivityChoices {
  readonly text: string;
  /** False when nothing fits closely enough to be suggested. */
  readonly found: boolean;
  /** Best first. */
  readonly sic: readonly SicChoice[];
  /** Best first. */
  readonly densities: readonly SuggestedDensity[];
  /** When no code fits: the section that comes nearest, where one can be told. */
  readonly nearestSection?: SicChoice;
  readonly useClassQuestion?: UseClassQuestion;
  /** What else to mind, in sentences. */
  readonly notes: readonly string[];
}
