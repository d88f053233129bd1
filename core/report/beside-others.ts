import { type NewNames, renameInFormula } from './rename-in-formula.ts';
import type { CellSpec, SheetSpec, ValidationSpec, WorkbookSpec } from './workbook-spec.ts';

/** Names that a workbook has already. Excel does not tell them apart by capitals. */
export interface TakenNames {
  readonly sheets: readonly string[];
  /** Of tables and of cells, which share one list of names. */
  readonly names: readonly string[];
}

/** Excel's bound on the name of a sheet. */
const longestSheetName = 31;

/**
 * The same sheets, called so that they can be added to a workbook that has some of these names: a
 * second report beside the first, or a report beside the input sheets it is made from. Formulas follow.
 */
export function besideOthers(spec: WorkbookSpec, taken: TakenNames): WorkbookSpec {
  const sheets = freeSheetNames(
    spec.sheets.map(({ name }) => name),
    taken.sheets,
  );
  const tableNames = spec.sheets.flatMap(({ tables }) => tables.map(({ name }) => name));
  // One number for all of a report's names, so that they are seen to belong together.
  const names = freeNames([...tableNames, ...spec.names.map(({ name }) => name)], taken.names);
  const to: NewNames = { sheets, tables: names, names };
  const cell = <Cell extends CellSpec>(given: Cell): Cell =>
    given.formula === undefined ? given : { ...given, formula: renameInFormula(given.formula, to) };
  return {
    ...spec,
    names: spec.names.map(({ name, refersTo }) => ({
      name: names.get(name) ?? name,
      refersTo: renameInFormula(refersTo, to),
    })),
    sheets: spec.sheets.map(
      (sheet): SheetSpec => ({
        ...sheet,
        name: sheets.get(sheet.name) ?? sheet.name,
        cells: sheet.cells.map(cell),
        tables: sheet.tables.map((table) => ({
          ...table,
          name: names.get(table.name) ?? table.name,
          rows: table.rows.map((row) => row.map(cell)),
        })),
        validations: sheet.validations.map((validation) => renamedValidation(validation, to)),
      }),
    ),
  };
}

function renamedValidation(validation: ValidationSpec, to: NewNames): ValidationSpec {
  const { rule } = validation;
  return rule.kind === 'listFrom'
    ? { ...validation, rule: { ...rule, range: renameInFormula(rule.range, to) } }
    : validation;
}

/** Only sheets whose names are taken get a number. */
function freeSheetNames(wanted: readonly string[], taken: readonly string[]): Map<string, string> {
  const held = new Set([...taken, ...wanted].map((name) => name.toLowerCase()));
  const isTaken = new Set(taken.map((name) => name.toLowerCase()));
  const renamed = new Map<string, string>();
  for (const name of wanted.filter((one) => isTaken.has(one.toLowerCase()))) {
    for (let number = 2; !renamed.has(name); number += 1) {
      const end = ` (${number})`;
      const free = `${name.slice(0, longestSheetName - end.length)}${end}`;
      if (held.has(free.toLowerCase())) continue;
      held.add(free.toLowerCase());
      renamed.set(name, free);
    }
  }
  return renamed;
}

/** All names as they are where none is taken; otherwise all with the first number that makes every one free. */
function freeNames(wanted: readonly string[], taken: readonly string[]): Map<string, string> {
  const held = new Set(taken.map((name) => name.toLowerCase()));
  const isFree = (name: string) => !held.has(name.toLowerCase());
  if (wanted.every(isFree)) return new Map();
  for (let number = 2; ; number += 1) {
    const renamed = wanted.map((name) => `${name}_${number}`);
    if (renamed.every(isFree)) return new Map(wanted.map((name, at) => [name, renamed[at] ?? name]));
  }
}
