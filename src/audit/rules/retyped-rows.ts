import { type CellAddress } from "../../contracts/model-map";
import { type SheetIndex } from "../../workbook/sheet-index";
import { cellKey, type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { nameOf } from "../cell-name";
import { cellsOf, coverCells } from "../cover-cells";
import { listed, number, place, say } from "../say";
import { digitsAsKept } from "../significant-digits";
import { typedHistory } from "./typed-history";

/** So many figures in a row, each with so many digits, do not agree by chance. */
const figuresAlike = 3;
const fewestDigits = 3;
/** One row may be a coincidence of two stores; several were typed over. */
const fewestRows = 2;
const fewestFormulas = 15;
/** Of the numbers of the sheet that takes the figures up; the one they stand on calculates less. */
const calculates = 0.25;

interface Retyped {
  readonly cells: CellAddress[];
  readonly sources: CellAddress[];
}

/** Neighbouring typed figures along the rows, three by three. */
function triplesOn(sheet: SheetIndex): { key: string; cells: CellAddress[] }[] {
  return sheet.usedRows.flatMap((rowIndex0) => {
    const triples: { key: string; cells: CellAddress[] }[] = [];
    let run: { address: CellAddress; value: number }[] = [];
    for (const cell of sheet.cellsOfRow(rowIndex0)) {
      const isFigure =
        typeof cell.value === "number" &&
        cell.formula === null &&
        cell.resultOf === undefined &&
        digitsAsKept(cell.value) >= fewestDigits &&
        !/[dmy]{2}/iu.test(cell.numberFormat ?? "") &&
        !(Number.isInteger(cell.value) && cell.value >= 1990 && cell.value <= 2100);
      const last = run.at(-1);
      if (!isFigure || (last !== undefined && last.address.columnIndex0 !== cell.columnIndex0 - 1)) run = [];
      if (!isFigure) continue;
      run = [
        ...run.slice(-(figuresAlike - 1)),
        { address: sheet.addressAt(rowIndex0, cell.columnIndex0), value: Math.abs(cell.value) },
      ];
      const values = run.map(({ value }) => value);
      if (run.length === figuresAlike && new Set(values).size === figuresAlike)
        triples.push({ key: values.join("/"), cells: run.map(({ address }) => address) });
    }
    return triples;
  });
}

function shareCalculated({ snapshot }: SheetIndex): number {
  const numbers = snapshot.cells.filter(({ value }) => typeof value === "number");
  const formulas = numbers.filter(({ formula }) => formula !== null).length;
  return formulas < fewestFormulas ? 0 : formulas / numbers.length;
}

/** A sheet copied as a whole, to be changed into another version, keeps its figures in their places. */
function isVersion(copies: readonly { cell: CellAddress; source: CellAddress }[]): boolean {
  const inPlace = copies.filter(
    ({ cell, source }) => cell.rowIndex0 === source.rowIndex0 && cell.columnIndex0 === source.columnIndex0,
  );
  return inPlace.length > copies.length / 2;
}

/** Rows of a sheet that calculates, typed over from a sheet that mostly stores figures. */
function findRetyped(context: AuditContext): Retyped[] {
  const shares = new Map(context.index.sheets.map((sheet) => [sheet.name, shareCalculated(sheet)]));
  const stored = new Map<string, CellAddress[]>();
  for (const sheet of context.index.sheets) {
    for (const { key, cells } of triplesOn(sheet)) {
      const known = stored.get(key);
      if (known === undefined || shares.get(sheet.name)! < shares.get(known[0]!.sheet)!) stored.set(key, cells);
    }
  }
  const told = new Set(typedHistory.find(context).flatMap(({ ranges }) => ranges.flatMap(cellsOf).map(cellKey)));
  const found: Retyped[] = [];
  for (const sheet of context.index.sheets) {
    if (shares.get(sheet.name)! < calculates) continue;
    const copies = new Map<string, { cell: CellAddress; source: CellAddress }>();
    for (const { key, cells } of triplesOn(sheet)) {
      const sources = stored.get(key)!;
      const from = sources[0]!.sheet;
      if (from === sheet.name || shares.get(from)! > shares.get(sheet.name)! * 0.8) continue;
      cells.forEach((cell, i) => {
        if (!told.has(cellKey(cell))) copies.set(cellKey(cell), { cell, source: sources[i]! });
      });
    }
    const all = [...copies.values()];
    if (new Set(all.map(({ cell }) => cell.rowIndex0)).size >= fewestRows && !isVersion(all))
      found.push({ cells: all.map(({ cell }) => cell), sources: all.map(({ source }) => source) });
  }
  return found;
}

function draft(context: AuditContext, { cells, sources }: Retyped): FindingDraft {
  const [first, from] = [cells[0]!, sources[0]!];
  const ranges = coverCells(cells);
  const names = [
    ...new Set(
      ranges.map(
        ({ startRow0, startColumn0 }) =>
          nameOf(context, { ...first, rowIndex0: startRow0, columnIndex0: startColumn0 })?.label ?? "",
      ),
    ),
  ];
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
    meaning: `${from.sheet}/${names.slice(0, 6).join("/")}`,
    aside: say`The figures are typed again from ${from.sheet}.`,
    alsoRead: sources.slice(0, 50),
  };
}

/** Rows of figures typed again on a sheet that calculates, although another sheet of the workbook holds them. */
export const retypedRows: AuditRule = {
  id: "retyped-rows",
  find: (context) => findRetyped(context).map((found) => draft(context, found)),
};
