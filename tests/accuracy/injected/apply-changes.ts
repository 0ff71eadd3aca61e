import { type CellAddress } from "../../../src/contracts/model-map";
import { type Cell, type CellValue, type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { fingerprintOf } from "../../../src/workbook/fingerprint";
import { type WorkbookIndex } from "../../../src/workbook/index-workbook";
import { readFormula } from "../../../src/workbook/read-formula";
import { referencesOf } from "../../../src/workbook/references";
import { evaluateFormula } from "./evaluate-formula";
import { type CellChange } from "./fault";
import { keyOfCell } from "./formula-runs";

export interface Applied {
  readonly workbook: WorkbookSnapshot;
  /** Formulas that follow from the changes and keep their old value, since we cannot work them out as the workbook does. */
  readonly leftAsTheyWere: number;
}

/** The workbook with cells changed and what follows from them worked out anew, cell by cell. */
export function applyChanges(index: WorkbookIndex, changes: readonly CellChange[]): Applied {
  const { values, leftAsTheyWere } = recalculate(index, changes);
  const contents = new Map(changes.map((change) => [keyOfCell(change.address), change]));
  const sheets = index.snapshot.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell): Cell => {
      const key = keyOfCell({ sheet: sheet.name, ...cell });
      const change = contents.get(key);
      if (change === undefined && !values.has(key)) return cell;
      const value = values.has(key) ? values.get(key)! : cell.value;
      return { ...cell, value, formula: change === undefined ? cell.formula : change.formula };
    }),
  }));
  const edited = { ...index.snapshot, sheets };
  return { workbook: { ...edited, fingerprint: fingerprintOf(edited) }, leftAsTheyWere };
}

function recalculate(index: WorkbookIndex, changes: readonly CellChange[]) {
  const values = new Map<string, CellValue>();
  const contents = new Map(changes.map((change) => [keyOfCell(change.address), change]));
  const cached = ({ sheet, rowIndex0, columnIndex0 }: CellAddress): CellValue =>
    index.cellAt(sheet, rowIndex0, columnIndex0)?.value ?? null;
  const now = { index, valueAt: (cell: CellAddress) => values.get(keyOfCell(cell)) ?? cached(cell) };
  const before = { index, valueAt: cached };
  let leftAsTheyWere = 0;
  for (const cell of inOrder(index, changes)) {
    const key = keyOfCell(cell);
    const change = contents.get(key);
    const written = index.cellAt(cell.sheet, cell.rowIndex0, cell.columnIndex0)?.formula ?? null;
    if (change?.value !== undefined) values.set(key, change.value);
    else if (change !== undefined && change.formula === null) values.set(key, null);
    else {
      const value = evaluateFormula(change?.formula ?? written!, cell, now);
      /** Only what we work out as the workbook itself did is worked out anew. */
      const isOurs = written === null || isSame(evaluateFormula(written, cell, before), cached(cell));
      if (value === undefined || !isOurs) leftAsTheyWere++;
      else values.set(key, value);
    }
  }
  return { values, leftAsTheyWere };
}

/** The changed cells and all that follows from them, each after what it reads; circles are cut where they are entered. */
function inOrder(index: WorkbookIndex, changes: readonly CellChange[]): CellAddress[] {
  const formulas = new Map(changes.map(({ address, formula }) => [keyOfCell(address), formula]));
  const changed = changes.map(({ address }) => address);
  const affected = new Map([...changed, ...index.allDependents(changed)].map((cell) => [keyOfCell(cell), cell]));
  const ordered: CellAddress[] = [];
  const seen = new Set<string>();
  for (const start of affected.values()) {
    const waiting: { readonly cell: CellAddress; readonly isRead: boolean }[] = [{ cell: start, isRead: false }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const key = keyOfCell(next.cell);
      if (next.isRead) ordered.push(next.cell);
      else if (!seen.has(key)) {
        seen.add(key);
        waiting.push({ cell: next.cell, isRead: true });
        for (const cell of readBy(index, next.cell, formulas.get(key)))
          if (affected.has(keyOfCell(cell)) && !seen.has(keyOfCell(cell))) waiting.push({ cell, isRead: false });
      }
    }
  }
  return ordered;
}

/** What a cell reads, by its own formula or by the one put in its place. */
function readBy(index: WorkbookIndex, cell: CellAddress, formula: string | null | undefined): CellAddress[] {
  const ranges =
    formula === undefined
      ? index.precedentsOf(cell)
      : referencesOf(readFormula(formula ?? ""), cell.sheet).flatMap((reference) => index.rangesOf(reference, cell));
  return ranges.flatMap((range) =>
    [...index.cellsIn(range)].map(({ rowIndex0, columnIndex0 }) => ({ sheet: range.sheet, rowIndex0, columnIndex0 })),
  );
}

function isSame(ours: CellValue | undefined, theirs: CellValue): boolean {
  if (ours === undefined) return false;
  if (typeof ours === "number" && typeof theirs === "number")
    return Math.abs(ours - theirs) <= 1e-6 * Math.max(1, Math.abs(theirs));
  if (typeof ours === "object" && ours !== null && typeof theirs === "object" && theirs !== null)
    return ours.error === theirs.error;
  return ours === theirs;
}
