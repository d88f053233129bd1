/**
 * Text that a spreadsheet would run instead of show: it begins, after blanks, with a sign that
 * starts a formula, in any of the widths that East Asian versions accept, or it begins with a tab or
 * a line break, which move it to another cell of a CSV file. The DDE calls of old attacks (`=cmd|...`)
 * begin the same way.
 *
 * Source: OWASP, CSV Injection (owasp.org/www-community/attacks/CSV_Injection).
 */
const startsFormula = /^'*(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212])/u;

/**
 * A text as it may stand in a cell, in this workbook and in a CSV file that is saved from it: with an
 * apostrophe before it where a program would take it for a formula. `plainText` takes it off again.
 *
 * @example neutralText('=1+1') // "'=1+1"
 */
export function neutralText(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

/** The text that `neutralText` was given. */
export function plainText(text: string): string {
  return text.startsWith("'") && startsFormula.test(text) ? text.slice(1) : text;
}

/** A text as the heading of a table: on one line, as a table cannot hold it otherwise, and neutral. */
export function neutralHeading(text: string): string {
  return neutralText(text.replace(/\s+/gu, ' ').trim());
}
