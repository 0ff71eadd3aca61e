import {
  type CellAddress,
  type LineItem,
  type ModelOutput,
  type Parameter,
  type TimeAxis,
} from "../contracts/model-map";
import { cellKey } from "../workbook/cell-key";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { findDrivers } from "./find-drivers";
import { addTo } from "../workbook/group-by";

/** What a model is built to find, the further up the more so. */
const outputConcepts = [
  "implied-share-price",
  "equity-value",
  "enterprise-value",
  "net-present-value",
  "internal-rate-of-return",
  "multiple-of-money",
  "upside",
  "unlevered-free-cash-flow",
  "free-cash-flow",
  "net-income",
  "ebitda",
  "ending-cash",
] as const;
const mostOutputs = 10;
const enoughConfidence = 0.75;

interface Candidate {
  readonly label: string;
  readonly cell: CellAddress;
  readonly concept: NonNullable<LineItem["concept"]>;
  readonly rank: number;
}

/** The calculated results with a meaning in finance, each once, with the assumptions that drive it. */
export function findOutputs(
  index: WorkbookIndex,
  axes: readonly TimeAxis[],
  lineItems: readonly LineItem[],
  parameters: readonly Parameter[],
): ModelOutput[] {
  const candidates = [
    ...parameters.flatMap((parameter) =>
      asCandidate(parameter.label, parameter.cell, parameter.concept, parameter.role),
    ),
    ...lineItems.flatMap((item) => asCandidate(item.label, lastCalculated(index, item), item.concept, item.role)),
  ];
  const chosen = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = chosen.get(candidate.concept.id);
    if (known === undefined || weight(index, candidate) > weight(index, known))
      chosen.set(candidate.concept.id, candidate);
  }
  const isDriver = driverTest(axes, lineItems, parameters);
  return [...chosen.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostOutputs)
    .map(({ label, cell, concept }) => ({ label, cell, concept, drivers: findDrivers(index, cell, isDriver) }));
}

function asCandidate(
  label: string,
  cell: CellAddress | null,
  concept: LineItem["concept"],
  role: LineItem["role"],
): Candidate[] {
  const rank = outputConcepts.findIndex((id) => id === concept?.id);
  if (cell === null || concept === null || rank === -1 || concept.confidence < enoughConfidence) return [];
  return role === "input" || role === "empty" ? [] : [{ label, cell, concept, rank }];
}

/** The latest period with a formula. */
function lastCalculated(index: WorkbookIndex, item: LineItem): CellAddress | null {
  let last: CellAddress | null = null;
  for (const cell of index.cellsIn(item.range)) {
    if (cell.formula !== null) last = { sheet: item.sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
  }
  return last;
}

/** Where it is calculated counts more than where it is repeated; a cell that reads more formulas stands further down the chain. */
function weight(index: WorkbookIndex, candidate: Candidate): number {
  const formula = index.formulaAt(candidate.cell);
  if (formula?.kind !== "read") return -1;
  const repeats =
    formula.root.kind === "reference" || (formula.root.kind === "unary" && formula.root.operand.kind === "reference");
  const reads = index.precedentsOf(candidate.cell).length;
  return (repeats ? 0 : 100) + Math.min(reads, 20) + candidate.concept.confidence;
}

/** A parameter typed in, or a typed period of a series that is not history; one driver a parameter or series. */
function driverTest(
  axes: readonly TimeAxis[],
  lineItems: readonly LineItem[],
  parameters: readonly Parameter[],
): (address: CellAddress) => string | null {
  const axisById = new Map(axes.map((axis) => [axis.id, axis]));
  const lines = new Map<string, LineItem[]>();
  const lineKey = (sheet: string, orientation: TimeAxis["orientation"], line0: number) =>
    `${sheet}!${orientation}!${line0}`;
  for (const item of lineItems) {
    const axis = axisById.get(item.axisId);
    if (item.role === "formula" || axis === undefined) continue;
    const key = lineKey(item.sheet, axis.orientation, item.index0);
    addTo(lines, key, item);
  }
  const single = new Map<string, string>();
  for (const { cell, id } of parameters) single.set(`${cell.sheet}!${cellKey(cell.rowIndex0, cell.columnIndex0)}`, id);
  const seriesOn = (sheet: string, orientation: TimeAxis["orientation"], line0: number, position0: number) =>
    lines
      .get(lineKey(sheet, orientation, line0))
      ?.findLast((item) =>
        axisById.get(item.axisId)!.periods.some((period) => period.index0 === position0 && period.phase !== "actual"),
      )?.id ?? null;
  return ({ sheet, rowIndex0, columnIndex0 }) =>
    single.get(`${sheet}!${cellKey(rowIndex0, columnIndex0)}`) ??
    seriesOn(sheet, "columns", rowIndex0, columnIndex0) ??
    seriesOn(sheet, "rows", columnIndex0, rowIndex0);
}
