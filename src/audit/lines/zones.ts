import { type CellAddress, type LineItem, type Period, type PeriodKind } from "../../contracts/model-map";
import { type Cell } from "../../contracts/workbook-snapshot";
import { type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";

/** A row (or column) in which one formula is to be expected, of the model's or found by its shape alone. */
export interface FormulaLine {
  /** What it means, for ids. */
  readonly id: string;
  readonly label: string;
  readonly sheet: string;
  /** Lines of one block break together where the block has a reason for it. */
  readonly block: string;
  readonly cells: readonly LineCell[];
}

export interface LineCell {
  readonly address: CellAddress;
  readonly cell: Cell | null;
  /** How the column is called; its address where nothing calls it. */
  readonly called: string | null;
  readonly inForecast: boolean;
}

const breaksTheRow: ReadonlySet<PeriodKind> = new Set(["terminal", "stub", "trailing"]);
const shortestRun = 4;

/**
 * Stretches of a line item in which one formula is to be expected: history apart from forecast, quarters apart from
 * years, stub, trailing and terminal columns left out. A total column between them ends no stretch.
 */
function zonesOf(context: AuditContext, item: LineItem): FormulaLine[] {
  const zones = new Map<string, LineCell[]>();
  let last: { period: Period; zone: LineCell[] } | null = null;
  for (const entry of context.ownSeriesOf(item)) {
    const { period } = entry;
    if (breaksTheRow.has(period.kind)) continue;
    if (last === null || last.period.kind !== period.kind || last.period.phase !== period.phase) {
      const key = `${period.kind}/${period.phase}`;
      const zone = zones.get(key) ?? [];
      zones.set(key, zone);
      last = { period, zone };
    }
    last.zone.push(entry);
  }
  const block = `${item.axisId}`;
  return [...zones].map(([key, cells]) => ({
    id: `${item.id}/${key}`,
    label: item.label.trim(),
    sheet: item.sheet,
    block: `${block}/${key}`,
    cells,
  }));
}

/** Rows of neighbouring formulas outside every line item, called by the text at their left. */
function runsOf(context: AuditContext): FormulaLine[] {
  const lines: FormulaLine[] = [];
  for (const sheet of context.index.sheets) {
    for (const rowIndex0 of sheet.usedRows) {
      let label = "";
      let run: LineCell[] = [];
      const close = () => {
        const formulas = run.filter(({ cell }) => cell?.formula !== null).length;
        if (run.length >= shortestRun && formulas >= run.length - 1 && label !== "") {
          lines.push({
            id: `${sheet.name} › ${label}`,
            label,
            sheet: sheet.name,
            block: `${sheet.name}/${run[0]!.address.columnIndex0}`,
            cells: run,
          });
        }
        run = [];
      };
      for (const cell of sheet.cellsOfRow(rowIndex0)) {
        const address = sheet.addressAt(rowIndex0, cell.columnIndex0);
        const isText = typeof cell.value === "string" && cell.formula === null;
        const last = run.at(-1);
        const isItems = context.itemAt(address) !== null;
        if (isText || isItems || (last !== undefined && last.address.columnIndex0 !== cell.columnIndex0 - 1)) close();
        if (isText) label = cell.value.trim();
        else if (!isItems) run.push({ address, cell, called: null, inForecast: false });
      }
      close();
    }
  }
  return lines;
}

/** Every line of the workbook in which one formula is to be expected. */
export const formulaLines = oncePerReview((context): readonly FormulaLine[] => [
  ...context.model.lineItems.flatMap((item) => zonesOf(context, item)),
  ...runsOf(context),
]);

export interface Segment {
  /** The common R1C1 form; "typed" for numbers, null for blanks, text and what we cannot read. */
  readonly key: string | null;
  readonly cells: readonly LineCell[];
}

export const typed = "typed";

/** A line cut where the formula changes. */
export function segmentsOf(context: AuditContext, line: FormulaLine): Segment[] {
  const segments: { key: string | null; cells: LineCell[] }[] = [];
  for (const entry of line.cells) {
    const key = keyOf(context, entry);
    const last = segments.at(-1);
    if (last?.key === key) last.cells.push(entry);
    else segments.push({ key, cells: [entry] });
  }
  return segments;
}

function keyOf(context: AuditContext, { address, cell }: LineCell): string | null {
  if (cell === null) return null;
  if (cell.formula !== null) return shapeAt(context, address);
  return typeof cell.value === "number" ? typed : null;
}

/** Copies of a formula share their R1C1 form, and it is asked for again and again. */
const shapes = oncePerReview(() => new Map<string, string>());

/** The R1C1 form without blanks and without the plus sign that some put first: the same for every copy of a formula. */
export function shapeAt(context: AuditContext, address: CellAddress): string | null {
  const spelled = context.index.r1c1At(address);
  if (spelled === null) return null;
  const known = shapes(context);
  let shape = known.get(spelled);
  if (shape === undefined) {
    shape = spelled.replace(/^=\s*\+/u, "=");
    if (!/["']/u.test(shape)) shape = shape.replace(/\s+/gu, "");
    known.set(spelled, shape);
  }
  return shape;
}
