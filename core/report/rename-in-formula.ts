/** New names by old ones; what is not in a map keeps its name. */
export interface NewNames {
  readonly sheets: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, string>;
  /** Names of single cells. */
  readonly names: ReadonlyMap<string, string>;
}

/** Texts, quoted sheets, structured references and words of a formula; all else is left as it is. */
const parts = /"(?:[^"]|"")*"|'(?:[^']|'')+'!|\[|[\p{L}_\\][\p{L}\d_.\\]*/gu;

/**
 * A formula with sheets, tables and names called by their new names. Words inside texts and inside
 * the square brackets of a table's columns are not names and stay.
 *
 * @example renameInFormula("SUM(Suppliers[Spend])/LM3_Round1", ...) // "SUM(Suppliers_2[Spend])/LM3_Round1_2"
 */
export function renameInFormula(formula: string, to: NewNames): string {
  let renamed = '';
  let at = 0;
  parts.lastIndex = 0;
  for (let found = parts.exec(formula); found; found = parts.exec(formula)) {
    const [part] = found;
    renamed += formula.slice(at, found.index);
    at = found.index + part.length;
    if (part === '[') {
      const end = endOfBrackets(formula, found.index);
      renamed += formula.slice(found.index, end);
      at = end;
      parts.lastIndex = end;
    } else renamed += newPart(part, formula[at], to);
  }
  return renamed + formula.slice(at);
}

function newPart(part: string, next: string | undefined, { sheets, tables, names }: NewNames): string {
  if (part.startsWith('"')) return part;
  if (part.startsWith("'")) {
    const sheet = part.slice(1, -2).replaceAll("''", "'");
    return `${quoted(sheets.get(sheet) ?? sheet)}!`;
  }
  if (next === '!') {
    const sheet = sheets.get(part);
    return sheet === undefined ? part : quoted(sheet);
  }
  if (next === '[') return tables.get(part) ?? part;
  return next === '(' ? part : (names.get(part) ?? part);
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** Brackets stand inside brackets: `Suppliers[[#This Row],[Spend (£)]]`; an apostrophe keeps one as it is. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const sign = formula[at];
    if (sign === "'") at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return formula.length;
}
