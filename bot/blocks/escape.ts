/**
 * Makes text harmless where Slack looks for control sequences: `<!channel>` would call everybody,
 * `<@U1>` one person, `<https://...|words>` would hide where a link leads. Slack's three escapes are
 * all that is needed, because the bot turns markup off where it shows text of people and sheets.
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What a person typed, from how Slack sends it: mentions dropped, links and channels as the words
 * that were seen, escapes undone.
 */
export function typedText(text: string): string {
  return text
    .replace(/<@[^>]*>/g, ' ')
    .replace(/<[#!]([^>|]*)(?:\|([^>]*))?>/g, (_, id: string, label?: string) => label || id)
    .replace(
      /<(?:mailto:)?([^>|]+)(?:\|([^>]*))?>/g,
      (_, address: string, label?: string) => label || address,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
