import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext, type Meaning } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { named, number, say } from "../say";

/** Where practice lies, generously, and what lies beyond: outside it a figure asks for a reason. */
const usual: ReadonlyMap<ConceptId, { readonly low: number; readonly high: number; readonly why: string }> = new Map([
  ["wacc", { low: 0.035, high: 0.25, why: "few companies are financed so cheaply or so dearly" }],
  ["discount-rate", { low: 0.035, high: 0.35, why: "few investors ask for so little or so much" }],
  ["cost-of-equity", { low: 0.03, high: 0.35, why: "few shareholders ask for so little or so much" }],
  ["risk-free-rate", { low: 0, high: 0.15, why: "government bonds rarely yield that" }],
  ["equity-risk-premium", { low: 0.02, high: 0.15, why: "estimates of the premium lie within a narrow band" }],
  ["beta", { low: 0.1, high: 3.5, why: "shares hardly ever move so much less or more than the market" }],
  ["tax-rate", { low: 0.02, high: 0.6, why: "hardly any country taxes companies so" }],
  ["inflation", { low: -0.03, high: 0.25, why: "prices rarely move so" }],
  ["exit-multiple", { low: 1, high: 50, why: "businesses rarely sell at that multiple" }],
  ["entry-multiple", { low: 1, high: 50, why: "businesses rarely sell at that multiple" }],
  ["days-sales-outstanding", { low: 0, high: 400, why: "customers rarely pay so late" }],
  ["days-payable", { low: 0, high: 500, why: "suppliers rarely wait so long" }],
  ["terminal-growth-rate", { low: -0.05, high: 0.07, why: "nothing grows so for ever" }],
]);

function judge(context: AuditContext, meaning: Meaning, cells: readonly CellAddress[]): FindingDraft | null {
  const range =
    meaning.concept === null || meaning.concept.confidence < 0.84 ? undefined : usual.get(meaning.concept.id);
  if (range === undefined) return null;
  const odd = cells.filter((cell) => {
    const value = context.numberAt(cell);
    if (value === null || value === 0) return false;
    /** A rate shown as taken away is the same rate; 25 for 0.25 is read as a percentage, larger figures are no rates. */
    const size = range.low >= 0 ? Math.abs(value) : value;
    if (range.high < 1 && Math.abs(size) > 100) return false;
    const read = range.high < 1 && Math.abs(size) > 1.5 ? size / 100 : size;
    return read < range.low || read > range.high;
  });
  const first = odd[0];
  if (first === undefined || odd.length > cells.length) return null;
  const name = conceptById(meaning.concept!.id)!.name;
  const confidence = 0.7;
  return {
    severity: "medium",
    confidence,
    sheet: meaning.sheet,
    ranges: coverCells(odd),
    title: `${name} is out of line`,
    comment: say`${named(meaning, first)} is ${number(context, first)}: ${range.why}. Check the figure, its unit and its source.`,
    nature: "slip",
    meaning: `range/${meaning.id}`,
  };
}

/** Assumptions outside what practice knows. */
export const assumptionRange: AuditRule = {
  id: "assumption-range",
  find: (context) =>
    context.model.parameters
      .filter((parameter) => context.index.dependentsOf(parameter.cell).length > 0)
      .flatMap((parameter) => judge(context, parameter, [parameter.cell]) ?? []),
};
