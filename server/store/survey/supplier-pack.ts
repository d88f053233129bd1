import type { Supplier } from '../../../core/index.ts';

/** Suppliers in one pack: large enough that 140,000 of them are read in few rows, small enough for any statement. */
const inPack = 10_000;
/** Packs in one statement. */
export const packsAtOnce = 8;

/** Facts of suppliers as columns. What few suppliers have stands apart, by place. */
interface Pack {
  readonly name: readonly string[];
  readonly spend: readonly number[];
  /** One character each: `1` local, `0` not. */
  readonly local: string;
  readonly categories: readonly string[];
  /** Place in `categories`; -1 where there is none. Left out where no supplier has one. */
  readonly category?: readonly number[];
  readonly more: Readonly<Record<number, Partial<Supplier>>>;
}

/**
 * The facts of suppliers that never change, as texts that are read many times faster than a row for
 * each supplier.
 */
export function packSuppliers(suppliers: readonly Supplier[]): string[] {
  const packs: string[] = [];
  for (let start = 0; start < suppliers.length; start += inPack) {
    packs.push(JSON.stringify(packOf(suppliers.slice(start, start + inPack))));
  }
  return packs;
}

function packOf(suppliers: readonly Supplier[]): Pack {
  const categories = [...new Set(suppliers.flatMap(({ category }) => category ?? []))];
  const places = new Map(categories.map((category, place) => [category, place]));
  const more: Record<number, Partial<Supplier>> = {};
  suppliers.forEach(({ name: _, spend: __, local: ___, category: ____, respendShare, ...rest }, place) => {
    if (respendShare !== null) more[place] = { respendShare, ...rest };
    else if (Object.keys(rest).length > 0) more[place] = rest;
  });
  return {
    name: suppliers.map(({ name }) => name),
    spend: suppliers.map(({ spend }) => spend),
    local: suppliers.map(({ local }) => (local ? '1' : '0')).join(''),
    categories,
    ...(categories.length > 0
      ? { category: suppliers.map(({ category }) => places.get(category ?? '') ?? -1) }
      : {}),
    more,
  };
}

/** The suppliers of packs, in order. */
export function unpackSuppliers(packs: readonly string[]): Supplier[] {
  const suppliers: Supplier[] = [];
  for (const text of packs) {
    const { name, spend, local, categories, category, more } = JSON.parse(text) as Pack;
    for (let place = 0; place < name.length; place += 1) {
      const supplier: Supplier = {
        name: name[place] ?? '',
        spend: spend[place] ?? 0,
        local: local.charCodeAt(place) === 49,
        respendShare: null,
      };
      const kind = category?.[place] ?? -1;
      if (kind >= 0) supplier.category = categories[kind] ?? '';
      const rest = more[place];
      suppliers.push(rest === undefined ? supplier : { ...supplier, ...rest });
    }
  }
  return suppliers;
}
