const named: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

const longest = '#x0010FFFF'.length;

/**
 * Text with the five named and the numbered character references of XML put in place. Undefined when
 * it holds any other: those need a document type declaration, which workbooks never have.
 */
export function decodeEntities(text: string): string | undefined {
  let from = 0;
  let decoded = '';
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.slice(at, at + longest + 2).indexOf(';');
    if (end < 0) return undefined;
    const reference = text.slice(at + 1, at + end);
    const character = named.get(reference) ?? numbered(reference);
    if (character === undefined) return undefined;
    decoded += text.slice(from, at) + character;
    from = at + end + 1;
  }
  return from === 0 ? text : decoded + text.slice(from);
}

function numbered(reference: string): string | undefined {
  const code = /^#x[0-9a-f]{1,8}$/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : /^#[0-9]{1,8}$/.test(reference)
      ? Number.parseInt(reference.slice(1), 10)
      : Number.NaN;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
