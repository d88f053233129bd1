/** How one supplier may be spelt, the surest first: two names alike in a later one differ in all before it. */
export const spellings = ['capitals', 'punctuation', 'legalForm', 'formLeftOff', 'tradingName'] as const;
export type Spelling = (typeof spellings)[number];

/** A name by how far it is told apart. */
export interface SupplierName {
  /** Without regard to capitals and spaces. */
  readonly capitals: string;
  /** `&` is `and`, without punctuation and a leading `the`; brackets only lose their signs. */
  readonly punctuation: string;
  /** `Limited` is `Ltd`, and so on. */
  readonly legalForm: string;
  /** Without the legal form. */
  readonly formLeftOff: string;
  /** Without the legal form and without what stands after `t/a`. */
  readonly tradingName: string;
  /** Such as `ltd`; empty where the name says none. */
  readonly form: string;
  /** What stands after `t/a`, empty without it. */
  readonly tradesAs: string;
}

/** Written-out legal forms, longest first, and what they are short for. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/ public limited company$/, 'plc'],
  [/ p l c$/, 'plc'],
  [/ plc$/, 'plc'],
  [/ limited liability partnership$/, 'llp'],
  [/ l l p$/, 'llp'],
  [/ llp$/, 'llp'],
  [/ community interest company$/, 'cic'],
  [/ c i c$/, 'cic'],
  [/ cic$/, 'cic'],
  [/ cyfyngedig$/, 'ltd'],
  [/ cyf$/, 'ltd'],
  [/ limited$/, 'ltd'],
  [/ ltd$/, 'ltd'],
  [/ incorporated$/, 'inc'],
  [/ inc$/, 'inc'],
];

const tradingAs = /(?:\bt\s*\/\s*as?\b\.?|\bt\.a\.?(?=\s)|\btrading\s+as\b)/i;

/** Takes a published name apart, so that spellings of one supplier can be told from different suppliers. */
export function supplierName(published: string): SupplierName {
  const capitals = published.trim().toLowerCase().replace(/\s+/g, ' ');
  const cut = tradingAs.exec(capitals);
  const legal = cut ? capitals.slice(0, cut.index) : capitals;
  const tradesAs = cut ? plainWords(capitals.slice(cut.index + cut[0].length)) : '';
  const words = plainWords(legal);
  const after = tradesAs === '' ? '' : ` trading as ${tradesAs}`;
  const found = forms.find(([ending]) => ending.test(words));
  const bare = found ? words.replace(found[0], '') : words;
  const form = found?.[1] ?? '';
  const formed = form === '' ? bare : `${bare} ${form}`;
  return {
    capitals,
    punctuation: `${words}${after}`,
    legalForm: `${formed}${after}`,
    formLeftOff: `${bare}${after}`,
    tradingName: bare,
    form,
    tradesAs,
  };
}

/** Nothing but words. A name that is signs only stays as it is: it must not be like every other such name. */
function plainWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/&|\+/g, ' and ')
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
  return words === '' ? text.trim() : words;
}

/**
 * A company number as Companies House writes it, with eight signs; undefined for what cannot be one,
 * such as `N/A`.
 *
 * @example companyNumber('4869035') // '04869035'
 */
export function companyNumber(text: string | null): string | undefined {
  const plain = (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const parts = /^([A-Z]{0,2})(\d{1,8})$/.exec(plain);
  if (!parts) return undefined;
  const [, letters = '', digits = ''] = parts;
  if (Number(digits) === 0 || digits.length < 4) return undefined;
  return letters + digits.padStart(8 - letters.length, '0');
}
