import { type CellAddress } from "../../../contracts/model-map";
import { type Cell } from "../../../contracts/workbook-snapshot";
import { type SheetIndex } from "../../../workbook/sheet-index";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { nameOf } from "../../lines/cell-name";
import { cellsOf, coverCells } from "../../lines/cover-cells";
import { listed, number, place, say } from "../../wording/say";
import { digitsWritten } from "../../meaning/significant-digits";
import { typedCopy } from "./typed-copy";
import { typedGrid } from "./typed-grid";
import { typedResult } from "./typed-result";

/** So many digits come out of a calculation; nobody types them, and no source prints them. */
const digitsOfCalculation = 12;
/** Beyond them a number carries the noise of a sum of decimals. */
const digitsOfNoise = 13;
const fewestInLine = 3;
const fewestFormulas = 15;
/** Of the numbers of a sheet; with fewer it is a store of figures. */
const calculates = 0.25;
const mostShown = 3;
const broughtIn =
  /\b(?:raw|data|source|import|download|database|prices?|quotes?|financials|key metrics|filings?|comps|comparables|peers?)\b/iu;
/** The words of a regression tool, whose output is static by nature. */
const ofRegression = /^\s*(?:regression statistics|coefficients|standard error|t stat|observations|r square)\s*$/iu;
const fewestOfRegression = 3;
const rowsOfRegression = 25;

function isPasted({ formula, resultOf, value, numberFormat }: Cell): boolean {
  return (
    formula === null &&
    resultOf === undefined &&
    typeof value === "number" &&
    !Number.isInteger(value) &&
    /** What a data feed hands over in single precision. */
    Math.fround(value) !== value &&
    digitsWritten(value.toPrecision(digitsOfNoise)) >= digitsOfCalculation &&
    !/[dmy]{2}/iu.test(numberFormat ?? "")
  );
}

/** What a filing or another model handed over as history is not for this model to calculate. */
function isHistory(context: AuditContext, address: CellAddress): boolean {
  return context.periodAt(address)?.phase === "actual";
}

/** Whether a row stands among the figures of a regression. */
function rowsOfRegressionOn(cells: readonly Cell[]): (rowIndex0: number) => boolean {
  const rows = cells
    .filter(({ value }) => typeof value === "string" && ofRegression.test(value))
    .map(({ rowIndex0 }) => rowIndex0);
  if (rows.length < fewestOfRegression) return () => false;
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  return (rowIndex0) => rowIndex0 >= first - 1 && rowIndex0 <= last + rowsOfRegression;
}

function pastedOn(
  context: AuditContext,
  { name: sheet, snapshot }: SheetIndex,
  told: ReadonlySet<string>,
): CellAddress[] {
  const numbers = snapshot.cells.filter(({ value }) => typeof value === "number");
  const formulas = numbers.filter(({ formula }) => formula !== null).length;
  const isStore = formulas < fewestFormulas || formulas < numbers.length * calculates;
  if (isStore || broughtIn.test(sheet.replace(/_/gu, " "))) return [];
  const isOfRegression = rowsOfRegressionOn(snapshot.cells);
  const pasted = snapshot.cells
    .filter(isPasted)
    .map(({ rowIndex0, columnIndex0 }) => ({ sheet, rowIndex0, columnIndex0 }))
    .filter(
      (address) => !isHistory(context, address) && !told.has(cellKey(address)) && !isOfRegression(address.rowIndex0),
    );
  const inBlock = coverCells(closeGaps(context, pasted)).filter(
    ({ startRow0, endRow0, startColumn0, endColumn0 }) =>
      endColumn0 - startColumn0 + 1 >= fewestInLine || endRow0 - startRow0 + 1 >= fewestInLine,
  );
  return inBlock.flatMap(cellsOf);
}

/** A short result among long ones was pasted with them. */
function closeGaps(context: AuditContext, pasted: readonly CellAddress[]): CellAddress[] {
  const known = new Set(pasted.map(cellKey));
  const between = pasted.flatMap((cell) =>
    [
      [0, 1],
      [1, 0],
    ].flatMap(([down, right]) => {
      const next = { ...cell, rowIndex0: cell.rowIndex0 + down!, columnIndex0: cell.columnIndex0 + right! };
      const after = { ...cell, rowIndex0: cell.rowIndex0 + 2 * down!, columnIndex0: cell.columnIndex0 + 2 * right! };
      const isTyped = context.numberAt(next) !== null && context.cellAt(next)!.formula === null;
      return isTyped && !known.has(cellKey(next)) && known.has(cellKey(after)) ? [next] : [];
    }),
  );
  return [...new Map([...pasted, ...between].map((cell) => [cellKey(cell), cell])).values()];
}

function draft(context: AuditContext, cells: readonly CellAddress[]): FindingDraft {
  const { sheet } = cells[0]!;
  const isUsed = cells.some((cell) => context.index.isRead(cell));
  const ranges = coverCells(cells);
  const firsts = ranges.map(({ startRow0, startColumn0 }) => ({
    sheet,
    rowIndex0: startRow0,
    columnIndex0: startColumn0,
  }));
  const names = [...new Set(cells.map((cell) => nameOf(context, cell)?.label ?? ""))].filter((name) => name !== "");
  const [name] = names;
  return {
    severity: isUsed ? "medium" : "low",
    confidence: 0.8,
    sheet,
    ranges,
    title: name === undefined || names.length > 1 ? "Results are pasted as numbers" : `“${name}” is pasted as numbers`,
    comment: say`${listed(
      ranges.map((range, i) => say`${place(range)} (from ${number(context, firsts[i]!)} on)`),
      mostShown,
    )} hold typed numbers with every digit of a calculation, which nobody types: results pasted as values. They stand still when the model moves${isUsed ? ", and formulas read them" : ", and a reader cannot see of which day they are"}. Calculate or link them, or say what they were copied from and when.`,
    nature: "slip",
    meaning: `pasted/${names.slice(0, 6).join("/")}`,
    aside: say`The figures are pasted as numbers.`,
  };
}

/** Results of a calculation that stand as typed numbers on a sheet that calculates. */
export const pastedResult: AuditRule = {
  id: "pasted-result",
  find(context) {
    const others = [typedCopy, typedResult, typedGrid].flatMap((rule) => rule.find(context));
    const told = new Set(others.flatMap(({ ranges }) => ranges.flatMap(cellsOf).map(cellKey)));
    return context.index.sheets.flatMap((sheet) => {
      const cells = pastedOn(context, sheet, told);
      return cells.length === 0 ? [] : [draft(context, cells)];
    });
  },
};
