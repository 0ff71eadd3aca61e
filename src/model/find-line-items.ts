import { type CellRole, type LineItem, type Period } from "../contracts/model-map";
import { type Cell, type CellRange } from "../contracts/workbook-snapshot";
import { type FormulaNode } from "../workbook/formula";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { walkFormula } from "../workbook/walk-formula";
import { findLabels, labelText, type LabelledLine } from "./find-labels";
import { untilNextLabel, withoutListBelow } from "./series-of-axis";
import { type FoundAxis } from "./find-time-axes";
import { linesOf, positionOf, type Line, type Orientation } from "./sheet-lines";

/** A line item before its meaning (concept, statement, unit) is read. */
export type PlainLineItem = Omit<LineItem, "concept" | "statement" | "unit"> & {
  readonly cells: readonly Cell[];
  /** The text on the header's own line, left of it: often the statement's title. */
  readonly blockTitle: string | null;
};

const deepestPath = 4;

/** The labelled series of a sheet, axis by axis. Ids count repeated labels, so an inserted row changes none of them. */
export function findLineItems(
  index: WorkbookIndex,
  sheet: SheetIndex,
  axes: readonly FoundAxis[],
  isOfGrid: (cell: Cell) => boolean = () => false,
): PlainLineItem[] {
  const taken = new Map<string, number>();
  const lines = new Map<Orientation, readonly Line[]>();
  return axes.flatMap(({ axis, headerLines }) => {
    let all = lines.get(axis.orientation);
    if (all === undefined) lines.set(axis.orientation, (all = linesOf(sheet, axis.orientation)));
    const labels = findLabels(
      sheet,
      axis,
      all,
      axes.map((found) => found.axis),
    );
    const blockTitle = titleOf(sheet, axis.orientation, headerLines, axis.periods[0]!.index0);
    const positions = new Set(axis.periods.map((period) => period.index0));
    const headings: { label: string; level: number }[] = [];
    const series = labels.map((labelled) => ({
      labelled,
      cells: untilNextLabel(labelled, axis).filter(
        (cell) =>
          positions.has(positionOf(cell, axis.orientation)) && belongsToSeries(cell, labelled.label) && !isOfGrid(cell),
      ),
    }));
    return withoutListBelow(series, axis).flatMap(({ labelled, cells }): PlainLineItem[] => {
      if (cells.length === 0) {
        pushHeading(headings, labelled);
        return [];
      }
      const path = headings
        .filter((heading) => heading.label !== labelled.label)
        .slice(-deepestPath)
        .map((heading) => heading.label);
      const name = [sheet.name, ...path, labelled.label].join(" › ");
      const occurrence = (taken.get(name) ?? 0) + 1;
      taken.set(name, occurrence);
      closeHeading(headings, labelled.label);
      return [
        {
          id: `${name} #${occurrence}`,
          sheet: sheet.name,
          axisId: axis.id,
          index0: labelled.line.index0,
          label: labelled.label,
          labelCell: labelled.labelCell,
          path,
          role: roleOf(cells),
          isTotal: isTotal(index, sheet.name, labelled.label, cells, axis.orientation),
          range: rangeOnAxis(sheet.name, labelled.line.index0, axis.periods, axis.orientation),
          cells,
          blockTitle,
        },
      ];
    });
  });
}

function pushHeading(headings: { label: string; level: number }[], { label, level }: LabelledLine): void {
  while (headings.length > 0 && headings.at(-1)!.level >= level) headings.pop();
  headings.push({ label, level });
}

/** "Total Operating Expenses" ends what "Operating Expenses" began. */
function closeHeading(headings: { label: string; level: number }[], label: string): void {
  const total = /^total\s+(.+)$/i.exec(label)?.[1];
  if (total === undefined) return;
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, "");
  const at = headings.findLastIndex((heading) => bare(heading.label) === bare(total));
  if (at !== -1) headings.splice(at);
}

function titleOf(
  sheet: SheetIndex,
  orientation: Orientation,
  headerLines: readonly number[],
  before0: number,
): string | null {
  if (orientation !== "columns") return null;
  for (const row0 of [...headerLines, Math.min(...headerLines) - 1, Math.min(...headerLines) - 2]) {
    for (const cell of sheet.cellsOfRow(row0)) {
      const text = cell.columnIndex0 < before0 ? labelText(cell) : null;
      if (text !== null) return text;
    }
  }
  return null;
}

/** Numbers, errors and formulas; typed words ("Actual" above a column) only where the row is a check: a typed "OK" matters. */
function belongsToSeries(cell: Cell, label: string): boolean {
  if (cell.formula !== null || typeof cell.value === "number") return true;
  return (typeof cell.value === "object" && cell.value !== null) || /\bchecks?\b/i.test(label);
}

export function roleOf(cells: readonly Cell[]): CellRole {
  const formulas = cells.filter((cell) => cell.formula !== null || cell.resultOf !== undefined).length;
  if (cells.length === 0) return "empty";
  return formulas === 0 ? "input" : formulas === cells.length ? "formula" : "mixed";
}

function rangeOnAxis(sheet: string, line0: number, periods: readonly Period[], orientation: Orientation): CellRange {
  const [first0, last0] = [periods[0]!.index0, periods.at(-1)!.index0];
  return orientation === "columns"
    ? { sheet, startRow0: line0, endRow0: line0, startColumn0: first0, endColumn0: last0 }
    : { sheet, startRow0: first0, endRow0: last0, startColumn0: line0, endColumn0: line0 };
}

/** By its words, or by a formula that only adds and subtracts cells of its own period. */
function isTotal(
  index: WorkbookIndex,
  sheet: string,
  label: string,
  cells: readonly Cell[],
  orientation: Orientation,
): boolean {
  if (/^(?:grand |sub-?)?totals?\b|\b(?:sub-?)?total$/i.test(label)) return true;
  const last = cells.at(-1)!;
  const { rowIndex0, columnIndex0 } = last;
  const home = { sheet, rowIndex0, columnIndex0 };
  const formula = index.formulaAt(home);
  if (formula?.kind !== "read") return false;
  const references = index.referencesAt(home);
  return addsUp(formula.root, (node) => {
    if (node.qualifier !== null) return false;
    const read = references.find((reference) => reference.node === node);
    if (read?.kind !== "cells") return false;
    const { startRow0, endRow0, startColumn0, endColumn0 } = read.range;
    return orientation === "columns"
      ? startColumn0 === columnIndex0 && endColumn0 === columnIndex0 && endRow0 < rowIndex0
      : startRow0 === rowIndex0 && endRow0 === rowIndex0 && endColumn0 < columnIndex0;
  });
}

function addsUp(root: FormulaNode, isAbove: (node: Extract<FormulaNode, { kind: "reference" }>) => boolean): boolean {
  let terms = 0;
  for (const node of walkFormula(root)) {
    switch (node.kind) {
      case "reference":
        if (!isAbove(node)) return false;
        terms += node.shape === "range" ? 2 : 1;
        break;
      case "binary":
        if (node.operator !== "+" && node.operator !== "-") return false;
        break;
      case "call":
        if (node.name !== "SUM" && node.name !== "SUBTOTAL") return false;
        break;
      case "unary":
      case "group":
        break;
      case "number":
        if (node.value !== 9 && node.value !== 109) return false;
        break;
      default:
        return false;
    }
  }
  return terms >= 2;
}
