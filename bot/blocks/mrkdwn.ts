const wordJoiner = '\u2060';

/**
 * Text from people and sheets made harmless in Slack's markup: no mentions, links or formatting.
 * A word joiner, which nobody sees, keeps formatting characters from taking effect.
 */
export function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, (character) => `${wordJoiner}${character}${wordJoiner}`);
}
