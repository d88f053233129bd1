/**
 * Whether a program of sheets takes a name for the address of a cell: `LM3` is column LM, row 3;
 * `R1C1`, `R` and `C` are cells of the other notation. What lies beyond Excel's last cell counts too:
 * other programs have more of them.
 */
export const looksLikeCell = (name: string): boolean =>
  /^(?:[A-Z]{1,3}\d{1,7}|R\d*C\d*|R\d*|C\d*)$/i.test(name);

/** A name of a cell, a table or a part of a function's name that looks like a cell address is refused. */
export function assertNotCellAddress(name: string): void {
  if (looksLikeCell(name)) {
    throw new RangeError(`"${name}" looks like a cell address and cannot be a name in a workbook`);
  }
}

/**
 * Refuses a name that Excel would not take for a cell or a table: it begins with a letter, "_" or "\" and
 * goes on with letters, digits, "_" and ".", at most 255 of them, and is no cell address.
 *
 * @throws RangeError naming the name and what is wrong with it
 */
export function assertSafeName(name: string): void {
  assertNotCellAddress(name);
  if (!/^[A-Z_\\][\w.\\]{0,254}$/i.test(name)) {
    throw new RangeError(
      `"${name}" cannot be a name in a workbook: a letter, then up to 254 letters, digits, "_" and "."`,
    );
  }
}

/**
 * The same for a custom function: `LOCALPOUND` and `ROUNDS` each stand by themselves, and neither is
 * shorter than three letters.
 *
 * @throws RangeError naming the part and what is wrong with it
 */
export function assertSafeFunctionName(namespace: string, name: string): void {
  for (const part of [namespace, name]) {
    assertSafeName(part);
    if (!/^[A-Z][A-Z0-9_.]{2,}$/i.test(part)) {
      throw new RangeError(`"${part}" cannot be a function: three or more letters, digits, "_" and "."`);
    }
  }
}
