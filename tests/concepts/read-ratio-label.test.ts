import { ratioOfConcept, readRatioLabel } from "../../src/concepts/read-ratio-label";

const sides = (label: string) => {
  const ratio = readRatioLabel(label);
  return ratio === null ? null : [ratio.kind, ratio.numerator?.concept ?? null, ratio.denominator?.concept ?? null];
};

describe("what a label divides by what", () => {
  it.each([
    ["Capex as % of sales", ["share", "capital-expenditure", "revenue"]],
    ["Capex (% of revenue)", ["share", "capital-expenditure", "revenue"]],
    ["Accounts payable as a % of COGS", ["share", "accounts-payable", "cost-of-revenue"]],
    ["Inventory % COGS", ["share", "inventory", "cost-of-revenue"]],
    ["EBITDA % of revenue", ["share", "ebitda", "revenue"]],
    ["% of revenue", ["share", null, "revenue"]],
    ["% of total assets", ["share", null, "total-assets"]],
    ["Member rewards as % of sales", ["share", null, "revenue"]],
    ["Revenue growth %", ["change", "revenue", "revenue"]],
    ["Revenue Growth (% change)", ["change", "revenue", "revenue"]],
    ["Growth in EBITDA", ["change", "ebitda", "ebitda"]],
    ["EBITDA margin", ["margin", "ebitda", "revenue"]],
    ["Operating margin (%)", ["margin", "operating-income", "revenue"]],
    ["Net debt / EBITDA", ["multiple", "net-debt", "ebitda"]],
    ["EV/EBITDA (x)", ["multiple", "enterprise-value", "ebitda"]],
    ["Total debt to total assets", ["multiple", "total-debt", "total-assets"]],
    ["Revenue per employee", ["multiple", "revenue", "headcount"]],
    ["DSO", ["days", "accounts-receivable", "revenue"]],
    ["Current ratio", ["multiple", "total-current-assets", "total-current-liabilities"]],
    ["Payout ratio", ["share", "dividends-paid", "net-income"]],
  ])("%s", (label, expected) => {
    expect(sides(label)).toEqual(expected);
  });

  it("leaves the base of a margin open where the profit is unknown", () => {
    expect(readRatioLabel("Lamps margin")).toEqual({
      kind: "margin",
      numerator: { text: "Lamps", concept: null },
      denominator: null,
    });
  });

  it.each(["Revenue", "Profit/(Loss)", "R&D", "Due to related parties", "Growth capex", "Is growth above WACC?", ""])(
    "“%s” is no ratio",
    (label) => {
      expect(readRatioLabel(label)).toBeNull();
    },
  );

  it("knows what ratios of the dictionary divide", () => {
    expect(ratioOfConcept("revenue-growth")).toMatchObject({ kind: "change", numerator: { concept: "revenue" } });
    expect(ratioOfConcept("wacc")).toBeNull();
  });
});
