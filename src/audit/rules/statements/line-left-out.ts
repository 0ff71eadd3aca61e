import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { sourceOf } from "../../meaning/factors";
import { named, number, place, say } from "../../wording/say";

/** What stands on an income statement to be counted in its result. */
const counted: ReadonlySet<ConceptId> = new Set([
  "cost-of-revenue",
  "operating-expenses",
  "research-and-development",
  "selling-general-administrative",
  "sales-and-marketing",
  "general-and-administrative",
  "restructuring-charges",
  "impairment",
  "interest-expense",
  "interest-income",
  "net-interest-expense",
  "other-income-expense",
  "income-tax-expense",
]);
const charges: ReadonlySet<ConceptId> = new Set(["depreciation-and-amortization", "depreciation", "amortization"]);
const memo = /\b(?:memo|of which|incl|including|included|pro ?forma|adjust\w*|check|paid|payable|shield|stated)\b|%/iu;
const mostCells = 1500;

/** Every cell the result is worked out from; null where there are too many to be sure. */
function readBy(context: AuditContext, result: CellAddress): ReadonlySet<string> | null {
  const seen = new Set<string>([cellKey(result)]);
  const waiting = [result];
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    for (const range of context.index.precedentsOf(cell)) {
      for (const { rowIndex0, columnIndex0 } of context.index.cellsIn(range)) {
        const address = { sheet: range.sheet, rowIndex0, columnIndex0 };
        const key = cellKey(address);
        if (seen.has(key)) continue;
        if (seen.size >= mostCells) return null;
        seen.add(key);
        waiting.push(address);
      }
    }
  }
  return seen;
}

/** Rows between revenue and result that a reader expects to be counted. */
function linesOf(context: AuditContext, result: LineItem): LineItem[] {
  const block = context.itemsOnAxis(result.axisId).filter((item) => item.index0 < result.index0);
  const first = block.findLast((item) => item.concept?.id === "revenue" && item.concept.confidence >= 0.84)?.index0;
  if (first === undefined) return [];
  const row = (concepts: readonly ConceptId[]) =>
    block.findLast((item) => concepts.includes(item.concept?.id ?? ""))?.index0 ?? null;
  const [ebitda, ebit] = [row(["ebitda", "adjusted-ebitda"]), row(["ebit", "operating-income"])];
  return block.filter((item) => {
    const concept = item.concept !== null && item.concept.confidence >= 0.84 ? item.concept.id : null;
    if (concept === null || item.index0 <= first || item.unit.kind === "percent" || memo.test(item.label)) return false;
    const isCharge = charges.has(concept) && ebitda !== null && ebit !== null;
    return counted.has(concept) || (isCharge && item.index0 > ebitda && item.index0 < ebit);
  });
}

function isFilled(context: AuditContext, { address, cell }: SeriesCell): boolean {
  return cell !== null && context.numberAt(address) !== null;
}

function judge(context: AuditContext, result: LineItem): FindingDraft[] {
  const results = context.seriesOf(result);
  const column = results.findLastIndex(({ cell }) => (cell?.formula ?? null) !== null);
  if (column === -1) return [];
  const read = readBy(context, results[column]!.address);
  const lines = read === null ? [] : linesOf(context, result);
  const taken = lines.filter((line) => read!.has(cellKey(context.seriesOf(line)[column]!.address)));
  /** A result that reads few rows of its own statement is worked out elsewhere. */
  if (taken.length < 2) return [];
  return lines.flatMap((line): FindingDraft[] => {
    const cells = context.seriesOf(line);
    const at = cells[column]!;
    const isRead = [at.address, sourceOf(context, at.address)].some((cell) => read!.has(cellKey(cell)));
    if (isRead || !isFilled(context, at)) return [];
    const filled = cells.filter((entry) => isFilled(context, entry));
    const isNil = filled.every(({ address }) => context.numberAt(address) === 0);
    /** The parts of a figure that is counted whole. */
    const sameConcept = taken.some((other) => other.concept?.id === line.concept?.id);
    if (sameConcept || filled.length < results.length / 2) return [];
    return [
      {
        severity: isNil ? "medium" : "high",
        confidence: isNil ? 0.8 : 0.85,
        sheet: line.sheet,
        ranges: coverCells(filled.map(({ address }) => address)),
        title: `“${result.label.trim()}” leaves out “${line.label.trim()}”`,
        comment: say`${named(line, at.address)}, ${number(context, at.address)} in ${place(at.address, at.period.label)}, stands between revenue and ${named(result, results[column]!.address)}, but no formula leads from the one to the other${isNil ? ": it is nil now, and whoever fills it in changes nothing" : ", so the result is off by it"}. Take it up in the subtotal below it, or move it out of the statement.`,
        nature: "slip",
        meaning: `${result.id}/${line.id}`,
        alsoRead: [results[column]!.address],
      },
    ];
  });
}

/** A line of the income statement that its result does not depend on. */
export const lineLeftOut: AuditRule = {
  id: "line-left-out",
  find: (context) =>
    context
      .itemsOf("net-income", 0.84)
      .filter((item) => context.axisOf(item).orientation === "columns" && item.role !== "input")
      .flatMap((item) => judge(context, item)),
};
