import { type CellAddress } from "../../../contracts/model-map";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { type SheetIndex } from "../../../workbook/sheet-index";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { rememberFindings } from "../../findings/remember-findings";
import { number, place, say } from "../../wording/say";

const fewestLines = 3;
/** Rounded steps of a plan have few digits, results have more. */
const digitsOfResult = 4;
const titleReach = 4;
const sensitivity = /\bsensitivit(?:y|ies)\b|\bdata table\b|\bvs\.?\b|\bversus\b/iu;

interface Run {
  readonly rowIndex0: number;
  readonly first0: number;
  readonly last0: number;
}

function isTypedNumber(sheet: SheetIndex, rowIndex0: number, columnIndex0: number): boolean {
  const cell = sheet.cellAt(rowIndex0, columnIndex0);
  return typeof cell?.value === "number" && cell.formula === null && cell.resultOf === undefined;
}

/** Runs of typed numbers along the rows, with the step at their left taken off. */
function runsOn(sheet: SheetIndex): Run[] {
  return sheet.usedRows.flatMap((rowIndex0) => {
    const runs: { rowIndex0: number; first0: number; last0: number }[] = [];
    for (const { columnIndex0 } of sheet.cellsOfRow(rowIndex0)) {
      if (!isTypedNumber(sheet, rowIndex0, columnIndex0)) continue;
      const last = runs.at(-1);
      if (last?.last0 === columnIndex0 - 1) last.last0 = columnIndex0;
      else runs.push({ rowIndex0, first0: columnIndex0, last0: columnIndex0 });
    }
    return runs.filter(({ first0, last0 }) => last0 - first0 >= fewestLines);
  });
}

function isRising(values: readonly (number | null)[]): boolean {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return false;
  return (
    known.every((value, i) => i === 0 || value > known[i - 1]!) ||
    known.every((value, i) => i === 0 || value < known[i - 1]!)
  );
}

function numbersOf(sheet: SheetIndex, cells: readonly (readonly [number, number])[]): (number | null)[] {
  return cells.map(([row, column]) => {
    const value = sheet.cellAt(row, column)?.value;
    return typeof value === "number" ? value : null;
  });
}

/** The inside of a grid of two rising inputs whose every answer is typed; null for anything else. */
function gridOf(sheet: SheetIndex, runs: readonly Run[]): CellRange | null {
  const { first0, last0, rowIndex0: top0 } = runs[0]!;
  const bottom0 = runs.at(-1)!.rowIndex0;
  const rows = runs.map(({ rowIndex0 }) => rowIndex0);
  const columns = Array.from({ length: last0 - first0 }, (_, i) => first0 + 1 + i);
  if (
    !isRising(
      numbersOf(
        sheet,
        rows.map((row) => [row, first0] as const),
      ),
    )
  )
    return null;
  const header0 = sheet.usedRowFrom(top0, -1);
  const steps = columns.map((column) => (header0 === null ? null : (sheet.cellAt(header0, column)?.value ?? null)));
  const across = steps.map((step) => (typeof step === "string" ? Number.parseFloat(step) : step));
  if (!isRising(across.map((step) => (typeof step === "number" && !Number.isNaN(step) ? step : null)))) return null;
  const inside = rows.flatMap((row) =>
    numbersOf(
      sheet,
      columns.map((column) => [row, column] as const),
    ),
  );
  const long = inside.filter((value) => value !== null && Number(value.toPrecision(digitsOfResult)) !== value);
  if (long.length < inside.length / 2) return null;
  return { sheet: sheet.name, startRow0: top0, endRow0: bottom0, startColumn0: first0 + 1, endColumn0: last0 };
}

/** The title over the grid that calls it a sensitivity. */
function titleOver(sheet: SheetIndex, { startRow0, startColumn0 }: CellRange): string | null {
  const at = sheet.usedRowsAbove(startRow0);
  for (const row of sheet.usedRows.slice(Math.max(0, at - titleReach), at).reverse()) {
    for (const { value, columnIndex0 } of sheet.cellsOfRow(row)) {
      if (typeof value === "string" && columnIndex0 <= startColumn0 && sensitivity.test(value)) return value.trim();
    }
  }
  return null;
}

function gridsOn(sheet: SheetIndex): { range: CellRange; title: string }[] {
  const blocks = new Map<string, Run[]>();
  for (const run of runsOn(sheet)) {
    const key = `${run.first0}/${run.last0}`;
    const block = blocks.get(key);
    if (block?.at(-1)?.rowIndex0 === sheet.usedRowFrom(run.rowIndex0, -1)) block.push(run);
    else if (block === undefined || block.length < fewestLines) blocks.set(key, [run]);
    else blocks.set(`${key}/${run.rowIndex0}`, [run]);
  }
  return [...blocks.values()].flatMap((block) => {
    /** A first row of steps may have run on into the rows of answers. */
    const range = block.length < fewestLines ? null : (gridOf(sheet, block) ?? gridOf(sheet, block.slice(1)));
    const title = range === null ? null : titleOver(sheet, range);
    return range === null || title === null ? [] : [{ range, title }];
  });
}

function draft(context: AuditContext, range: CellRange, title: string): FindingDraft {
  const { sheet, startRow0, endRow0, startColumn0, endColumn0 } = range;
  const corner = (rowIndex0: number, columnIndex0: number): CellAddress => ({ sheet, rowIndex0, columnIndex0 });
  return {
    severity: "high",
    confidence: 0.85,
    sheet,
    ranges: [range],
    title: "The sensitivity table is typed, not calculated",
    comment: say`${place(range)} under “${title.replace(/\s+/gu, " ").slice(0, 70)}” holds typed numbers, from ${number(context, corner(startRow0, startColumn0))} to ${number(context, corner(endRow0, endColumn0))}; neither a formula nor a data table stands behind them. They show what some earlier version of the model gave, and no change of an assumption reaches them. Set the data table up again, and check that its base case equals the live result.`,
    nature: "slip",
    meaning: `grid/${title}`,
    aside: say`The table is typed, not calculated.`,
  };
}

/** A sensitivity whose answers are typed: pasted from another version of the model, or made up. */
export const typedGrid: AuditRule = rememberFindings({
  id: "typed-grid",
  find(context) {
    const calculates = context.index.sheets.some(({ snapshot }) =>
      snapshot.cells.some(({ formula }) => formula !== null),
    );
    if (!calculates) return [];
    return context.index.sheets.flatMap((sheet) =>
      gridsOn(sheet).map(({ range, title }) => draft(context, range, title)),
    );
  },
});
