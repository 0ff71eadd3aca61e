import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { wordsOfFormula } from "./compare-formulas";
import { isSameCell } from "./cell-name";
import { type FormulaLine, type LineCell } from "./zones";

/** Copied formulas of a row that all read one cell without a dollar sign: nobody copies so, they were written one by one. */
export interface UnmovedReference {
  readonly target: CellAddress;
  readonly cells: readonly CellAddress[];
  /** What the last of them would read, had the reference moved. */
  readonly expected: CellAddress;
  /** The formula shows its source and does nothing else. */
  readonly isLink: boolean;
}

/** The first may read the period before by right; the later ones show that the reference stands still. */
const fewest = 3;

/** The single cells a formula reads by references that would move along a row, in reading order; null for other references. */
function movingReferences(context: AuditContext, { address }: LineCell): (CellAddress | null)[] {
  return context.index.referencesAt(address).map((reference) => {
    if (reference.kind !== "cells" || /\$[A-Z]/iu.test(reference.written.replace(/^.*!/u, ""))) return null;
    const { sheet, startRow0, endRow0, startColumn0, endColumn0 } = reference.range;
    const isOne = startRow0 === endRow0 && startColumn0 === endColumn0;
    return isOne ? { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 } : null;
  });
}

function unmovedAmong(context: AuditContext, run: readonly LineCell[]): UnmovedReference | null {
  // What copies read without a dollar sign has moved with them.
  const spelled = context.index.r1c1At(run[0]!.address);
  if (spelled !== null && run.every(({ address }) => context.index.r1c1At(address) === spelled)) return null;
  const references = run.map((entry) => movingReferences(context, entry));
  const count = references[0]!.length;
  for (let position = 0; position < count; position++) {
    for (let from = 0; from + fewest <= run.length; from++) {
      const target = references[from]![position] ?? null;
      let to = from;
      while (to + 1 < run.length && isSameCell(target, references[to + 1]![position] ?? null)) to++;
      const cells = run.slice(from, to + 1).map(({ address }) => address);
      if (target === null || cells.length < fewest) continue;
      const steps = cells.at(-1)!.columnIndex0 - cells[0]!.columnIndex0;
      const expected = { ...target, columnIndex0: target.columnIndex0 + steps };
      return { target, cells, expected, isLink: count === 1 && /^=[^-+*/(]*$/u.test(run[from]!.cell!.formula!) };
    }
  }
  return null;
}

/** Where neighbouring formulas of a row, the same in all but their cells, hold on to one cell; null where none do. */
export function unmovedIn(context: AuditContext, line: FormulaLine): UnmovedReference | null {
  const isRow = line.cells.every(({ address }) => address.rowIndex0 === line.cells[0]!.address.rowIndex0);
  let run: LineCell[] = [];
  let words: string | null = null;
  for (const entry of isRow ? [...line.cells, null] : []) {
    const formula = entry?.cell?.formula ?? null;
    const own = formula === null ? null : wordsOfFormula(formula);
    if (own !== null && own === words) run.push(entry!);
    else {
      const found = run.length >= fewest ? unmovedAmong(context, run) : null;
      if (found !== null) return found;
      run = own === null ? [] : [entry!];
      words = own;
    }
  }
  return null;
}
