import { conceptOfSum, type SumPart } from "../../src/concepts/name-sum";

function added(...concepts: readonly (string | null)[]): SumPart[] {
  return concepts.map((concept) => ({ concept, sign: 1 }));
}

function less(...concepts: readonly string[]): SumPart[] {
  return concepts.map((concept) => ({ concept, sign: -1 }));
}

describe("what a sum of known rows is", () => {
  it.each([
    ["total-current-assets", added("cash-and-equivalents", "accounts-receivable", "inventory")],
    ["total-assets", added("total-current-assets", "property-plant-equipment", "goodwill")],
    ["total-assets", added("cash-and-equivalents", "accounts-receivable", "property-plant-equipment", null)],
    ["total-non-current-assets", added("property-plant-equipment", "goodwill", "deferred-tax-assets")],
    ["total-current-liabilities", added("accounts-payable", "accrued-liabilities", "short-term-debt")],
    ["total-liabilities", added("total-current-liabilities", "long-term-debt")],
    ["total-equity", added("common-stock", "retained-earnings")],
    ["total-liabilities-and-equity", added("total-liabilities", "total-equity")],
    ["property-plant-equipment", added("gross-pp-and-e", "accumulated-depreciation")],
    ["total-debt", added("term-loan", "revolver")],
    ["net-debt", [...added("total-debt"), ...less("cash-and-equivalents")]],
    ["working-capital", [...added("accounts-receivable", "inventory"), ...less("accounts-payable")]],
    ["gross-profit", [...added("revenue"), ...less("cost-of-revenue")]],
    ["net-income", [...added("pretax-income"), ...less("income-tax-expense")]],
    ["net-change-in-cash", added("operating-cash-flow", "investing-cash-flow", "financing-cash-flow")],
    ["ending-cash", added("beginning-cash", "net-change-in-cash")],
  ] as const)("%s", (concept, parts) => {
    expect(conceptOfSum(parts, null)).toBe(concept);
  });

  it("is told by the statement where lines stand in several", () => {
    const flows = added("net-income", "depreciation-and-amortization", "change-in-working-capital");
    expect(conceptOfSum(flows, "cash-flow")).toBe("operating-cash-flow");
    expect(conceptOfSum(flows, "valuation")).toBeNull();
    const costs = added("sales-and-marketing", "general-and-administrative");
    expect(conceptOfSum(costs, "income-statement")).toBe("operating-expenses");
    expect(conceptOfSum(costs, "assumptions")).toBeNull();
  });

  it.each([
    ["most of its parts are unknown", added("cash-and-equivalents", null, null)],
    ["assets and claims stand together", added("inventory", "accounts-payable")],
    [
      "operating cash flow less investment is free cash flow, not the change in cash",
      added("operating-cash-flow", "investing-cash-flow"),
    ],
    ["an item is taken away", [...added("cash-and-equivalents", "inventory"), ...less("prepaid-expenses")]],
    ["kinds of plant may be gross or net", added("land", "buildings", "machinery-and-equipment")],
    ["there is a single part", added("total-equity")],
  ] as const)("stays unknown where %s", (_why, parts) => {
    expect(conceptOfSum(parts, null)).toBeNull();
  });
});
