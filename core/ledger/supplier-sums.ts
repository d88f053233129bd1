import type { Placed } from '../area/placing.ts';
import type { SeenKind } from './payment-kinds.ts';
import type { SpendSupplier, SupplierPlace } from './spend.ts';
import { supplierName } from './supplier-name.ts';
import type { SupplierType } from './supplier-type.ts';

interface Lines {
  readonly postcode: string | null;
  readonly category: string | null;
  readonly type: SupplierType | undefined;
  readonly lines: number;
  readonly pence: number;
  readonly creditPence: number;
}

/** What one supplier was paid, while it is added up. */
export class SupplierSums {
  readonly names: string[] = [];
  /** Every key by which a list may name it. */
  readonly keys: string[] = [];
  seen: SeenKind | undefined;
  #pence = 0;
  #lines = 0;
  #creditPence = 0;
  #mainPostcode: string | null | undefined;
  readonly #postcodes = new Map<string, number>();
  readonly #placed = new Map<string | null, Placed>();
  readonly #places = new Map<Placed, { postcode: string | null; pence: number }>();
  readonly #categories = new Map<string, number>();
  readonly #types = new Map<SupplierType, number>();

  /** The key that every spelling of punctuation and legal form has. */
  static keyOf(name: string): string {
    return supplierName(name).legalForm;
  }

  addName(name: string, seen: SeenKind | undefined): void {
    this.seen ??= seen;
    if (this.names.includes(name)) return;
    this.names.push(name);
    const { capitals, legalForm } = supplierName(name);
    this.keys.push(capitals, legalForm);
  }

  addPostcode({ postcode, pence }: Lines): void {
    if (postcode !== null)
      this.#postcodes.set(postcode, (this.#postcodes.get(postcode) ?? 0) + Math.abs(pence));
  }

  /** The postcode that most of its money went to, whichever way. */
  get mainPostcode(): string | null {
    this.#mainPostcode ??= most(this.#postcodes) ?? null;
    return this.#mainPostcode;
  }

  /** Where lines with this postcode went, found out once. */
  placed(postcode: string | null, place: (postcode: string | null) => Placed): Placed {
    const known = this.#placed.get(postcode);
    if (known) return known;
    const placed = place(postcode);
    this.#placed.set(postcode, placed);
    return placed;
  }

  addLines({ postcode, category, type, lines, pence, creditPence }: Lines, placed: Placed): void {
    this.#pence += pence;
    this.#lines += lines;
    this.#creditPence += creditPence;
    const place = this.#places.get(placed);
    if (place) place.pence += pence;
    else this.#places.set(placed, { postcode, pence });
    if (category !== null)
      this.#categories.set(category, (this.#categories.get(category) ?? 0) + Math.abs(pence));
    if (type !== undefined) this.#types.set(type, (this.#types.get(type) ?? 0) + lines);
  }

  result(name: string, companyNumber: string | null): SpendSupplier {
    const places = [...this.#places]
      .map(([placed, { postcode, pence }]): SupplierPlace => ({ ...placed, postcode, pence }))
      .sort((a, b) => b.pence - a.pence);
    const type = most(this.#types);
    return {
      name,
      companyNumber,
      pence: this.#pence,
      lines: this.#lines,
      creditPence: this.#creditPence,
      ...(this.seen ? { kind: this.seen } : {}),
      category: most(this.#categories) ?? null,
      ...(type === undefined ? {} : { type }),
      places,
      placing: places[0]?.placing ?? 'cannotTell',
    };
  }
}

/** What weighs most; the first of equals. */
function most<Key>(weights: ReadonlyMap<Key, number>): Key | undefined {
  let found: Key | undefined;
  let weight = Number.NEGATIVE_INFINITY;
  for (const [key, own] of weights) {
    if (own <= weight) continue;
    found = key;
    weight = own;
  }
  return found;
}
