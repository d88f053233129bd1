import type { Recognition } from './recognition.ts';

/** Kinds of supplier that the reader of a ledger asks for; `other` is told and none of these. */
export const supplierTypes = ['vcse', 'sme', 'large', 'public', 'individual', 'other'] as const;
export type SupplierType = (typeof supplierTypes)[number];

export const supplierTypeWords: Readonly<Record<SupplierType, string>> = {
  vcse: 'Voluntary, community or social enterprise',
  sme: 'Small or medium-sized',
  large: 'Large',
  public: 'Public body',
  individual: 'Sole trader or person',
  other: 'Another kind, or marked as none of these',
};

const yes = /^(?:y|yes|true|1|x)$/i;
const no = /^(?:n|no|false|0|none|n\/?a|not applicable|-)$/i;

/** Words in cells, the first that fits. A bare "charity" or its number both say voluntary sector. */
const words: readonly (readonly [RegExp, SupplierType])[] = [
  [
    /\bvcse?\b|\bvco\b|voluntary|charit|third sector|social enterprise|community interest|\bcic\b|\bcio\b|not[ -]for[ -]profit/i,
    'vcse',
  ],
  [/\bsmes?\b|\bsmall\b|\bmicro\b|\bmedium\b/i, 'sme'],
  [/\blarge\b|\bnon[ -]?sme\b|multinational/i, 'large'],
  [/public sector|public body|local authority|government|\bwga\b|\bnhs\b/i, 'public'],
  [/sole trader|self[ -]employed|individual|\bindv\b|\bsole\b/i, 'individual'],
];

/**
 * What a cell in a column of kinds of supplier says; undefined where it says nothing. An empty cell
 * in a column of marks is silence: it may mean no, and may not have been looked up.
 */
export function supplierTypeOf(
  cell: string | null,
  means: Recognition['typeMeans'],
): SupplierType | undefined {
  const text = cell?.trim() ?? '';
  if (text === '' || means === undefined) return undefined;
  if (no.test(text)) return 'other';
  if (means !== 'words' && yes.test(text)) return means;
  // Said with "non" in front, the opposite is meant.
  const said = words.find(([pattern]) => pattern.test(text));
  if (/\bnon[ -]?sme\b/i.test(text)) return 'large';
  if (said) return said[1];
  // A column of marks holds numbers or names of registers where the answer is yes.
  return means === 'vcse' && /\d{5,}/.test(text) ? 'vcse' : 'other';
}
