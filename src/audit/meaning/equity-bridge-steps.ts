import { type ConceptId } from "../../contracts/concept";
import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { conceptOf, nameOf } from "../lines/cell-name";
import { cellsNamed } from "../lines/cells-called";
import { signedTerms } from "../lines/formula-shape";

const called: ReadonlySet<ConceptId> = new Set<ConceptId>(["equity-value"]);
const wholeFirm =
  /\benterprise value\b|\bEV\b|\bfirm value\b|\bvalue of (?:the )?(?:firm|operations|operating assets|business)\b/iu;

export interface BridgeStep {
  readonly cell: CellAddress;
  readonly concept: ConceptId | null;
  /** With its sign in the bridge: what it does to equity value. */
  readonly effect: number;
}

/** Every cell that holds a value of the equity. */
export function equityValues(context: AuditContext): CellAddress[] {
  return cellsNamed(context, called, /\bequity\b/iu);
}

/** From enterprise to equity value, step by step; null for what is no such bridge. */
export function bridgeAt(context: AuditContext, home: CellAddress): { readonly steps: readonly BridgeStep[] } | null {
  const terms = signedTerms(context, home).flatMap(({ range, sign }) => {
    const cells: { cell: CellAddress; sign: 1 | -1 }[] = [];
    for (const cell of context.index.cellsIn(range))
      cells.push({ cell: { sheet: range.sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 }, sign });
    return cells.length > 20 ? [] : cells;
  });
  const isWhole = (cell: CellAddress) =>
    conceptOf(context, cell) === "enterprise-value" || wholeFirm.test(nameOf(context, cell)?.label ?? "");
  if (terms.filter(({ cell, sign }) => sign === 1 && isWhole(cell)).length !== 1) return null;
  const steps = terms.flatMap(({ cell, sign }) => {
    const value = context.numberAt(cell);
    return value === null || isWhole(cell) ? [] : [{ cell, concept: conceptOf(context, cell), effect: sign * value }];
  });
  return { steps };
}
