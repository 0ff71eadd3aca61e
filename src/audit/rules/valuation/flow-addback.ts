import { type LineItem } from "../../../contracts/model-map";
import { termsOf } from "../../meaning/composition";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { findPerpetuities } from "../../meaning/find-perpetuities";
import { listed, named, say } from "../../wording/say";

const afterDepreciation: ReadonlySet<string | null> = new Set(["nopat", "ebit", "operating-income", "net-income"]);
const workingCapital: ReadonlySet<string | null> = new Set(["working-capital", "change-in-working-capital"]);
const flows = ["free-cash-flow", "unlevered-free-cash-flow"] as const;
const netOf = /\bnet\b|deprec|reinvest|\bafter\b/iu;

/** Profit after depreciation less capital expenditure, with nothing added back between them. */
function lacksDepreciation(context: AuditContext, item: LineItem, { address }: SeriesCell): FindingDraft[] {
  const { terms, exact } = termsOf(context, address);
  const parts = terms.map((term) => ({
    ...term,
    concept: conceptOf(context, term.address),
    label: nameOf(context, term.address)?.label ?? "",
  }));
  const profit = parts.find(({ concept, sign }) => afterDepreciation.has(concept) && sign === 1);
  const spent = parts.find(({ concept, label }) => concept === "capital-expenditure" && !netOf.test(label));
  const known = parts.every(
    ({ concept }) =>
      afterDepreciation.has(concept) ||
      concept === "capital-expenditure" ||
      workingCapital.has(concept) ||
      concept === "income-tax-expense",
  );
  if (!exact || parts.length < 2 || profit === undefined || spent === undefined || !known) return [];
  const filled = context.seriesOf(item).filter((entry) => context.numberAt(entry.address) !== null);
  return [
    {
      severity: "high",
      confidence: 0.88,
      sheet: item.sheet,
      ranges: coverCells(filled.map((entry) => entry.address)),
      title: "Free cash flow never adds depreciation back",
      comment: say`${named(item, address)} is made of ${listed([...parts].reverse().map((part) => called(context, part.address)))}. ${called(context, profit.address)} is after depreciation, which costs no cash, while capital expenditure is taken off in full: the assets are paid for twice. Add depreciation and amortization of the year back.`,
      nature: "slip",
      meaning: `depreciation/${item.id}`,
      alsoRead: [profit.address, spent.address],
    },
  ];
}

/** A flow after interest that is valued at the cost of all capital. */
function leveredAtWacc(context: AuditContext, item: LineItem, { address }: SeriesCell): FindingDraft[] {
  const { terms, exact } = termsOf(context, address);
  const concepts = terms.map((term) => conceptOf(context, term.address));
  const labels = [item.label, ...terms.map((term) => nameOf(context, term.address)?.label ?? "")].join(" ");
  const profit = terms[concepts.indexOf("net-income")];
  if (!exact || profit === undefined || /interest|debt|borrow|levered|equity/iu.test(labels)) return [];
  const valued = findPerpetuities(context).find(
    ({ flow, rate }) => flow !== null && context.itemAt(flow) === item && conceptOf(context, rate) === "wacc",
  );
  if (valued === undefined) return [];
  return [
    {
      severity: "medium",
      confidence: 0.8,
      sheet: item.sheet,
      ranges: coverCells(
        context
          .seriesOf(item)
          .filter((entry) => context.numberAt(entry.address) !== null)
          .map((entry) => entry.address),
      ),
      title: "A cash flow after interest is discounted at the WACC",
      comment: say`${named(item, address)} starts from ${called(context, profit.address)}, so interest has come off it, and ${called(context, valued.home)} values it at ${called(context, valued.rate)}. The WACC pays for debt once more. Start from operating profit after tax, or discount at the cost of equity and value the equity alone.`,
      nature: "slip",
      meaning: `levered/${item.id}`,
      alsoRead: [profit.address, valued.home],
    },
  ];
}

/** What a free cash flow is made of. */
export const flowAddback: AuditRule = {
  id: "flow-addback",
  find: (context) =>
    flows.flatMap((concept) =>
      context.itemsOf(concept).flatMap((item) => {
        const first = context
          .seriesOf(item)
          .find(
            ({ cell }) => cell !== null && cell.formula !== null && typeof cell.value === "number" && cell.value !== 0,
          );
        return first === undefined
          ? []
          : [...lacksDepreciation(context, item, first), ...leveredAtWacc(context, item, first)];
      }),
    ),
};
