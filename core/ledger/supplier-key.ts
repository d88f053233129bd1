/**
 * What two spellings of one supplier have in common: letters without regard to case, and single
 * spaces. Punctuation and words in brackets tell suppliers apart and are kept.
 */
export function supplierKey(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, ' ');
}
