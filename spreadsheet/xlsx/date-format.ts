/**
 * Which of the number formats that have no code in the file show a date: 14 to 17 and 22, and those
 * that East Asian versions of Excel reserve. Times of day (18 to 21, 45 to 47) are not dates.
 * ECMA-376 part 1, 18.8.30.
 */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}

/**
 * Whether a number format shows a calendar date: it has a year, a day, or an m that stands for the
 * month because no hour or second is near.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const letters = placeholders(code);
  if (/[yd]/.test(letters)) return true;
  return letters.includes('m') && !/[hs]/.test(letters);
}

/** The format without what is printed as it stands: quoted and escaped text, colours, locales, AM/PM. */
function placeholders(code: string): string {
  let left = '';
  for (let at = 0; at < code.length; at += 1) {
    const sign = code[at] as string;
    if (sign === '\\' || sign === '_' || sign === '*') at += 1;
    else if (sign === '"') at = endOf(code, '"', at);
    else if (sign === '[') {
      const end = endOf(code, ']', at);
      // [h], [mm] and [ss] count hours, minutes and seconds past their clock.
      if (/^\[(?:h+|m+|s+)\]$/i.test(code.slice(at, end + 1))) left += 'h';
      at = end;
    } else left += sign;
  }
  return left.toLowerCase().replaceAll(/general|am\/pm|a\/p/g, '');
}

function endOf(code: string, sign: string, at: number): number {
  const end = code.indexOf(sign, at + 1);
  return end < 0 ? code.length : end;
}
