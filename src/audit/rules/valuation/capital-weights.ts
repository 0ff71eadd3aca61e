import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, originOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { cellsOf } from "../../lines/cover-cells";
import { asRange, number, say } from "../../wording/say";

const averages: ReadonlySet<ConceptId> = new Set<ConceptId>(["wacc"]);
const farthest = 4;
const mostCells = 60;

/** What the average is made of, a few steps back: rates, weights, and what the weights are of. */
function sourcesOf(context: AuditContext, home: CellAddress): CellAddress[] {
  const found = new Map<string, CellAddress>();
  let edge = [home];
  for (let step = 0; step < farthest && found.size < mostCells; step++) {
    edge = edge.flatMap((cell) =>
      context.index.precedentsOf(cell).flatMap((range) => {
        const size = (range.endRow0 - range.startRow0 + 1) * (range.endColumn0 - range.startColumn0 + 1);
        return size > 12 ? [] : cellsOf(range);
      }),
    );
    for (const cell of edge) found.set(`${cell.sheet}!${cell.rowIndex0},${cell.columnIndex0}`, cell);
  }
  return [...found.values()];
}

function judge(context: AuditContext, home: CellAddress): FindingDraft[] {
  if (context.index.formulaAt(home) === null) return [];
  const sources = sourcesOf(context, home);
  if (sources.some((cell) => conceptOf(context, cell) === "market-capitalization")) return [];
  const equity = sources.find((cell) => {
    const item = context.itemAt(originOf(context, cell));
    return item?.statement === "balance-sheet" && item.concept?.id === "total-equity";
  });
  if (equity === undefined) return [];
  return [
    {
      severity: "medium",
      confidence: 0.82,
      sheet: equity.sheet,
      ranges: [asRange(equity)],
      title: "The WACC weighs equity at book value",
      comment: say`${called(context, home)} weighs equity by ${called(context, equity)} of ${number(context, equity)}, which comes from the balance sheet. Investors ask their return on what the shares are worth, not on what was paid in; book weights give debt too much or too little say. Use market capitalization, or a target structure.`,
      nature: "judgement",
      meaning: "book-equity",
      alsoRead: [home],
    },
  ];
}

/** What the weights of the average cost of capital are taken of. */
export const capitalWeights: AuditRule = {
  id: "capital-weights",
  find: (context) =>
    cellsNamed(context, averages, /\bwacc\b|weighted average cost/iu)
      .flatMap((home) => judge(context, home))
      .slice(0, 1),
};
