import { matchConcept } from "../../src/concepts/match-concept";

const idOf = (label: string, around = {}) => matchConcept(label, around)?.id ?? null;

describe("matchConcept", () => {
  it.each([
    ["Revenue", "revenue"],
    ["  Total Revenues ", "revenue"],
    ["Net sales ($m)", "revenue"],
    ["Revenue (in millions)", "revenue"],
    ["Revenue, USD m", "revenue"],
    ["Net sales (1)", "revenue"],
    ["COGS", "cost-of-revenue"],
    ["Less: Cost of Goods Sold", "cost-of-revenue"],
    ["(-) Capex", "capital-expenditure"],
    ["Less Capital Expenditures", "capital-expenditure"],
    ["Purchases of property, plant and equipment", "capital-expenditure"],
    ["Plus: Depreciation & Amortisation", "depreciation-and-amortization"],
    ["(+) D&A", "depreciation-and-amortization"],
    ["SG&A", "selling-general-administrative"],
    ["Selling, General & Administrative", "selling-general-administrative"],
    ["EBIT", "ebit"],
    ["Operating profit", "operating-income"],
    ["EBITDA", "ebitda"],
    ["Adj. EBITDA", "adjusted-ebitda"],
    ["Shareholders’ equity", "total-equity"],
    ["Total Stockholders' Equity", "total-equity"],
    ["Total liabilities & shareholders' equity", "total-liabilities-and-equity"],
    ["Total assets", "total-assets"],
    ["PP&E, net", "property-plant-equipment"],
    ["Weighted Average Cost of Capital (WACC)", "wacc"],
    ["Terminal growth rate (g)", "terminal-growth-rate"],
    ["EV / EBITDA", "ev-to-ebitda"],
    ["Increase / (decrease) in accounts receivable", "change-in-receivables"],
    ["Change in NWC", "change-in-working-capital"],
    ["Cash at end of year", "ending-cash"],
  ])("reads “%s” as %s", (label, id) => {
    expect(idOf(label)).toBe(id);
  });

  it.each([
    ["Revenue growth %", "revenue-growth"],
    ["% growth", "growth-rate"],
    ["YoY growth", "growth-rate"],
    ["Inventory growth %", "growth-rate"],
    ["% of revenue", "share-of-revenue"],
    ["Software costs as % of sales", "share-of-revenue"],
    ["EBITDA margin", "ebitda-margin"],
    ["EBITDA Margin (%)", "ebitda-margin"],
    ["COGS % of revenue", "cogs-to-revenue"],
    ["Segment margin %", "margin"],
    ["Days payable outstanding (days)", "days-payable"],
  ])("reads “%s” as the derived %s, not as what it derives from", (label, id) => {
    expect(idOf(label)).toBe(id);
  });

  it.each([
    "Other",
    "Total",
    "Notes",
    "",
    "Check",
    "Assumptions",
    "Revenue - Product A",
    "x",
    "2024",
    "Net",
    "Scenario",
    "Balance",
  ])("leaves “%s” unknown", (label) => {
    expect(matchConcept(label)).toBeNull();
  });

  it("takes the sense that fits the unit or the statement", () => {
    expect(idOf("Tax", { unit: "percent" })).toBe("tax-rate");
    expect(idOf("Tax", { unit: "currency" })).toBe("income-tax-expense");
    expect(idOf("Tax", { statement: "income-statement" })).toBe("income-tax-expense");
  });

  it("tells net cash from net debt, whose sign is the other way round", () => {
    expect(idOf("Net cash / (debt)")).toBe("net-cash");
    expect(idOf("Net debt / (cash)")).toBe("net-debt");
    expect(idOf("Net (cash) / debt")).toBe("net-debt");
    expect(idOf("Net (debt) / cash")).toBe("net-cash");
  });

  it("takes deferred taxes for a charge on the cash flow statement and for a liability on the balance sheet", () => {
    expect(idOf("Deferred income taxes", { statement: "cash-flow" })).toBe("deferred-tax");
    expect(idOf("Deferred income taxes", { statement: "balance-sheet" })).toBe("deferred-tax-liabilities");
  });

  it("is not sure of a word with two senses where nothing around tells which", () => {
    expect(matchConcept("Commitment fee")!.confidence).toBeLessThan(0.75);
    expect(idOf("Commitment fee", { unit: "percent" })).toBe("commitment-fee-rate");
    expect(idOf("Commitment fee", { unit: "currency" })).toBe("commitment-fee");
  });

  it("does not call a part behind a dash, a question or a qualified figure by the whole's name", () => {
    expect(idOf("Trade payables - other")).toBeNull();
    expect(idOf("Terminal growth above WACC?")).toBeNull();
    expect(idOf("Exit year (equity in)")).toBeNull();
  });

  it("does not call a percentage by the name of an amount", () => {
    expect(idOf("Revenue", { unit: "percent" })).toBeNull();
  });

  it("is less sure of a loosened match than of an exact one, and says why", () => {
    const exact = matchConcept("Total assets");
    const loose = matchConcept("Projected total assets");
    expect(loose?.id).toBe("total-assets");
    expect(loose!.confidence).toBeLessThan(exact!.confidence);
    expect(exact!.reason).toBe("“Total assets” is a name of Total assets");
  });

  it("is done with a bracket of one repeated letter at once", () => {
    expect(idOf(`Revenue (${"m".repeat(190)}!`)).toBeNull();
  });
});
