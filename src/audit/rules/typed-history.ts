import { type CellAddress, type LineItem } from "../../contracts/model-map";
import { cellKey, type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { linkOf } from "../formula-shape";
import { rememberFindings } from "../remember-findings";
import { listed, named, number, place, say } from "../say";

const fewestLinks = 2;
const fewestTyped = 2;

interface TypedHistory {
  readonly item: LineItem;
  readonly cells: readonly CellAddress[];
  /** Where the rest of the row would find each, in the same order. */
  readonly sources: readonly CellAddress[];
}

/** How far the row's links lead, the same for all of them; null where the row is no row of links. */
function stepOf(context: AuditContext, item: LineItem): { sheet: string; rows: number; columns: number } | null {
  const links = context.seriesOf(item).flatMap(({ address, cell }) => {
    if ((cell?.formula ?? null) === null || cell!.formula!.includes("$")) return [];
    const link = linkOf(context, address);
    return link === null || link.negated ? [] : [{ address, target: link.target }];
  });
  const steps = new Map<string, { sheet: string; rows: number; columns: number; count: number }>();
  for (const { address, target } of links) {
    const rows = target.rowIndex0 - address.rowIndex0;
    const columns = target.columnIndex0 - address.columnIndex0;
    const key = `${target.sheet}/${rows}/${columns}`;
    const known = steps.get(key);
    if (known === undefined) steps.set(key, { sheet: target.sheet, rows, columns, count: 1 });
    else known.count++;
  }
  const [step] = [...steps.values()].sort((a, b) => b.count - a.count);
  return step === undefined || step.count < fewestLinks ? null : step;
}

/** Typed cells before the links that hold what the link would show. */
function judge(context: AuditContext, item: LineItem): TypedHistory | null {
  const step = stepOf(context, item);
  if (step === null || (step.rows === 0 && step.sheet === item.sheet)) return null;
  const cells: CellAddress[] = [];
  const sources: CellAddress[] = [];
  for (const { address, cell } of context.seriesOf(item)) {
    if ((cell?.formula ?? null) !== null) break;
    const value = context.numberAt(address);
    if (cell === null || cell.resultOf !== undefined || value === null || value === 0) continue;
    const source = {
      sheet: step.sheet,
      rowIndex0: address.rowIndex0 + step.rows,
      columnIndex0: address.columnIndex0 + step.columns,
    };
    if (source.rowIndex0 < 0 || source.columnIndex0 < 0 || context.numberAt(source) !== value) continue;
    cells.push(address);
    sources.push(source);
  }
  const distinct = new Set(cells.map((cell) => context.numberAt(cell)));
  const built = new Set(context.index.allDependents(cells).map(cellKey));
  return distinct.size < fewestTyped || sources.some((source) => built.has(cellKey(source)))
    ? null
    : { item, cells, sources };
}

function draft(context: AuditContext, found: readonly TypedHistory[]): FindingDraft {
  const first = found[0]!;
  const one = found.length === 1;
  return {
    severity: "low",
    confidence: 0.9,
    sheet: first.item.sheet,
    ranges: coverCells(found.flatMap(({ cells }) => cells)),
    title: one
      ? `“${first.item.label.trim()}” is typed where it could be linked`
      : "Figures are typed where the same rows are linked later",
    comment: say`${listed(found.map(({ item, cells, sources }) => say`${named(item, cells[0])} of ${number(context, cells[0]!)} (${place(sources[0]!)})`))} ${one ? "is" : "are"} typed in the first periods, although the rest of the row is linked and the brackets hold the same figure. A correction of the history there does not arrive here. Copy the links back to the first period.`,
    nature: "slip",
    meaning: found.map(({ item }) => item.id).join(),
    aside: say`The first periods are typed, though the row is linked later.`,
    alsoRead: found.flatMap(({ sources }) => sources),
  };
}

/** History typed in a row whose forecast is linked, although the source of the links holds the history too. */
export const typedHistory: AuditRule = rememberFindings({
  id: "typed-history",
  find(context) {
    const bySheet = new Map<string, TypedHistory[]>();
    for (const item of context.model.lineItems) {
      const found = item.unit.kind === "date" ? null : judge(context, item);
      if (found === null) continue;
      const known = bySheet.get(item.sheet);
      if (known === undefined) bySheet.set(item.sheet, [found]);
      else known.push(found);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
});
