/**
 * What two spellings of one supplier have in common: letters without regard to case, and single
 * spaces. Punctuation and words in brackets tell suppliers apart and are kept.
 */
export function supplierKey(name: string): string {
  const key = name.trim().toLowerCase();
  // Most names have single spaces, and replacing those by themselves is most of the time.
  return oddSpaces.test(key) ? key.replace(/\s+/g, ' ') : key;
}

const oddSpaces = /\s\s|[^\S ]/;
