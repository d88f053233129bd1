/** Whether money went to the area, in three values: what cannot be told is never guessed. */
export type Placing = 'local' | 'notLocal' | 'cannotTell';

/** Where a supplier is, with the reason in words that can be shown. */
export interface Placed {
  readonly placing: Placing;
  /** Such as "HX1 1UJ is in Calderdale" or "no postcode". */
  readonly reason: string;
  /** Local authority district by its ONS code, where it is known. */
  readonly district?: { readonly code: string; readonly name: string };
  /** Said where the answer leans on an assumption, such as a postcode placed by its first half. */
  readonly assumption?: string;
}
