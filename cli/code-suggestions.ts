import type { CodeSuggestion } from '../core/index.ts';

const listed = 20;

/** Codes that tenants without one may have, for somebody to put in; nothing rests on them. */
export function codeSuggestionsText(suggestions: readonly CodeSuggestion[]): string {
  if (suggestions.length === 0) return '';
  const lines = suggestions
    .slice(0, listed)
    .map(({ activity, code }) => `  ${activity}: ${code.code} ${code.title}, ${code.why}`);
  const more = suggestions.length - lines.length;
  return [
    'SIC codes that may fit tenants without one (not used until you put them in)',
    ...lines,
    ...(more > 0 ? [`  and ${more} more: localpound activity "..." finds them`] : []),
  ].join('\n');
}
