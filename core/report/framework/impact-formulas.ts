/** Letters of the columns that formulas of the Indicators sheet speak of. */
const column = { name: 'A', baseline: 'E', target: 'G', actual: 'I', progress: 'K' } as const;

/** (actual - baseline) / (target - baseline), once all three are numbers. */
export function progressFormula(row: number): string {
  const [name, baseline, target, actual] = [column.name, column.baseline, column.target, column.actual].map(
    (letter) => `${letter}${row}`,
  );
  return `IF(OR(${name}="",COUNT(${baseline},${target},${actual})<3),"",IF(${target}=${baseline},"",(${actual}-${baseline})/(${target}-${baseline})))`;
}

/** The words for it, in the same order as `readingOf`. */
export function readingFormula(row: number): string {
  const { name, baseline, target, actual, progress } = column;
  return [
    `IF(${name}${row}="",""`,
    `IF(COUNT(${baseline}${row})=0,"needs a baseline"`,
    `IF(COUNT(${target}${row})=0,"needs a target"`,
    `IF(COUNT(${actual}${row})=0,"not measured yet"`,
    `IF(${target}${row}=${baseline}${row},IF(${actual}${row}=${target}${row},"reached","changed")`,
    `IF(${progress}${row}>=1,"reached"`,
    `IF(${progress}${row}>0,"on the way"`,
    `IF(${progress}${row}=0,"no change","moving away"))))))))`,
  ].join(',');
}

/** What the bank says of the indicator chosen in column A. */
export function bankFormula(
  row: number,
  bank: { readonly sheet: string; readonly first: number; readonly last: number },
  letter: string,
  otherwise: string = '',
): string {
  const range = (of: string): string => `'${bank.sheet}'!$${of}$${bank.first}:$${of}$${bank.last}`;
  return `IF($A${row}="","",IFERROR(INDEX(${range(letter)},MATCH($A${row},${range('A')},0)),"${otherwise}"))`;
}
