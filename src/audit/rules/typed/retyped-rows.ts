import { type CellAddress } from "../../../contracts/model-map";
import { type Cell } from "../../../contracts/workbook-snapshot";
import { type SheetIndex } from "../../../workbook/sheet-index";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { nameOf } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { listed, number, place, say } from "../../wording/say";
import { digitsAsKept } from "../../meaning/significant-digits";
import { historyTypedBeforeLinks } from "./typed-history";

/** Three figures in a row, each with so many digits, do not agree by chance. */
const fewestDigits = 3;
/** One row may be a coincidence of two stores; several were typed over. */
const fewestRows = 2;
const fewestFormulas = 15;
/** Of the numbers of the sheet that takes the figures up; the one they stand on calculates less. */
const calculates = 0.25;
const lessCalculated = 0.8;

interface Retyped {
  readonly cells: CellAddress[];
  readonly sources: CellAddress[];
}

function isFigure({ value, formula, resultOf, numberFormat }: Cell): boolean {
  if (typeof value !== "number" || formula !== null || resultOf !== undefined) return false;
  if (Number.isInteger(value) && (Math.abs(value) < 100 || (value >= 1990 && value <= 2100))) return false;
  return digitsAsKept(value) >= fewestDigits && !/[dmy]{2}/iu.test(numberFormat ?? "");
}

/** Neighbouring typed figures along the rows, three by three; called with a key and the column of the last, until it says to stop. */
function eachTriple(
  sheet: SheetIndex,
  take: (key: string, rowIndex0: number, lastColumn0: number) => "stop" | undefined,
): void {
  for (const rowIndex0 of sheet.usedRows) {
    /** How many figures stand side by side up to here, and the last two of them. */
    let side = 0;
    let [before, last, lastColumn0] = [0, 0, 0];
    for (const cell of sheet.cellsOfRow(rowIndex0)) {
      if (!isFigure(cell)) continue;
      const value = Math.abs(cell.value as number);
      side = cell.columnIndex0 === lastColumn0 + 1 ? side + 1 : 1;
      if (side >= 3 && before !== last && last !== value && before !== value) {
        if (take(`${before}/${last}/${value}`, rowIndex0, cell.columnIndex0) === "stop") return;
      }
      [before, last, lastColumn0] = [last, value, cell.columnIndex0];
    }
  }
}

function hasTriple(sheet: SheetIndex): boolean {
  let has = false;
  eachTriple(sheet, () => {
    has = true;
    return "stop";
  });
  return has;
}

/** The three cells that end in a column. */
function tripleAt(sheet: SheetIndex, rowIndex0: number, lastColumn0: number): CellAddress[] {
  return [2, 1, 0].map((back) => sheet.addressAt(rowIndex0, lastColumn0 - back));
}

function shareCalculated({ snapshot }: SheetIndex): number {
  const numbers = snapshot.cells.filter(({ value }) => typeof value === "number");
  const formulas = numbers.filter(({ formula }) => formula !== null).length;
  return formulas < fewestFormulas ? 0 : formulas / numbers.length;
}

/** A sheet copied as a whole, to be changed into another version, keeps its figures in their places. */
function isVersion(context: AuditContext, copies: readonly { cell: CellAddress; source: CellAddress }[]): boolean {
  /** Counted in rows that hold something, for one of the two may have a blank row more. */
  const placeOf = ({ sheet, rowIndex0, columnIndex0 }: CellAddress) =>
    `${context.index.sheetNamed(sheet)!.usedRowsAbove(rowIndex0)},${columnIndex0}`;
  const inPlace = copies.filter(({ cell, source }) => placeOf(cell) === placeOf(source));
  return inPlace.length > copies.length / 2;
}

/** Rows of a sheet that calculates, typed over from a sheet that mostly stores figures. */
function findRetyped(context: AuditContext): Retyped[] {
  const shares = new Map(context.index.sheets.map((sheet) => [sheet.name, shareCalculated(sheet)]));
  const isStore = (name: string, taker: string) =>
    name !== taker && shares.get(name)! <= shares.get(taker)! * lessCalculated;
  /** Reading every figure is dear; most workbooks hold no two sheets of which one stores what the other takes up. */
  const takers = context.index.sheets.filter(
    (taker) =>
      shares.get(taker.name)! >= calculates &&
      context.index.sheets.some(({ name }) => isStore(name, taker.name)) &&
      hasTriple(taker),
  );
  const stored = new Map<string, { sheet: SheetIndex; rowIndex0: number; lastColumn0: number }>();
  for (const sheet of context.index.sheets) {
    if (!takers.some(({ name }) => isStore(sheet.name, name))) continue;
    eachTriple(sheet, (key, rowIndex0, lastColumn0) => {
      const known = stored.get(key);
      if (known === undefined || shares.get(sheet.name)! < shares.get(known.sheet.name)!)
        stored.set(key, { sheet, rowIndex0, lastColumn0 });
      return undefined;
    });
  }
  const found: Retyped[] = [];
  if (stored.size === 0) return found;
  for (const sheet of takers) {
    const copies = new Map<string, { cell: CellAddress; source: CellAddress }>();
    eachTriple(sheet, (key, rowIndex0, lastColumn0) => {
      const store = stored.get(key);
      if (store === undefined || !isStore(store.sheet.name, sheet.name)) return undefined;
      const sources = tripleAt(store.sheet, store.rowIndex0, store.lastColumn0);
      tripleAt(sheet, rowIndex0, lastColumn0).forEach((cell, i) => {
        copies.set(cellKey(cell), { cell, source: sources[i]! });
      });
      return undefined;
    });
    if (copies.size === 0) continue;
    const told = new Set(historyTypedBeforeLinks(context).map(cellKey));
    const all = [...copies.values()].filter(({ cell }) => !told.has(cellKey(cell)));
    if (new Set(all.map(({ cell }) => cell.rowIndex0)).size >= fewestRows && !isVersion(context, all))
      found.push({ cells: all.map(({ cell }) => cell), sources: all.map(({ source }) => source) });
  }
  return found;
}

function draft(context: AuditContext, { cells, sources }: Retyped): FindingDraft {
  const [first, from] = [cells[0]!, sources[0]!];
  const ranges = coverCells(cells);
  const names = [...new Set(cells.map((cell) => nameOf(context, cell)?.label ?? ""))];
  return {
    severity: "low",
    confidence: 0.85,
    sheet: first.sheet,
    ranges,
    title: `Figures of ${from.sheet} are typed again instead of linked`,
    comment: say`${listed(
      ranges.map((range) => place(range)),
      3,
    )} hold the same figures, in the same order, as ${from.sheet}, and are typed: ${place(first)} of ${number(context, first)} is ${place(from)}. When the figures there are corrected or brought up to date, these stay as they were. Link the rows.`,
    nature: "slip",
    meaning: `retyped/${names.slice(0, 6).join("/")}`,
    aside: say`The figures are typed again from ${from.sheet}.`,
    alsoRead: sources.slice(0, 50),
  };
}

/** Rows of figures typed again on a sheet that calculates, although another sheet of the workbook holds them. */
export const retypedRows: AuditRule = {
  id: "retyped-rows",
  find: (context) => findRetyped(context).map((found) => draft(context, found)),
};
