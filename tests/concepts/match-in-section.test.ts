import { matchConcept } from "../../src/concepts/match-concept";

const idOf = (label: string, around = {}) => matchConcept(label, around)?.id ?? null;

describe("words that say little but in their section", () => {
  it.each([
    ["Operations", "Cash flow", "operating-cash-flow"],
    ["Financing", "Cash Flow Statement:", "financing-cash-flow"],
    ["Other", "Current assets", "other-current-assets"],
    ["Others, net", "Non-current liabilities", "other-non-current-liabilities"],
    ["Less: accumulated", "Property, plant & equipment", "accumulated-depreciation"],
    ["Current portion", "Long-term debt", "short-term-debt"],
    ["Diluted", "Earnings per share", "eps-diluted"],
    ["New issuance / (buy-back)", "Common shares", "net-share-issuance"],
    ["Additions (repayments)", "Term loan", "net-borrowing"],
  ])("“%s” under “%s” is %s", (label, heading, id) => {
    expect(idOf(label, { path: [heading] })).toBe(id);
  });

  it("tells debt that falls due within the year from the rest of it", () => {
    const under = (heading: string) => idOf("Debt", { path: [heading], statement: "balance-sheet", unit: "currency" });
    expect(under("Current liabilities")).toBe("short-term-debt");
    expect(under("Non-current liabilities")).toBe("long-term-debt");
    expect(under("Capital structure")).toBe("total-debt");
  });

  it("takes a loan in percent under interest rates for its rate", () => {
    expect(idOf("Term Loan B", { path: ["Interest rate assumptions"], unit: "percent" })).toBe("interest-rate");
    expect(idOf("Term Loan B", { path: ["Repayment schedule"], unit: "percent" })).toBeNull();
  });

  it("never takes the sales department for revenue", () => {
    const paid = matchConcept("Sales", { path: ["Personnel expense"], unit: "currency" });
    expect(paid).toMatchObject({ id: "salaries-and-wages", confidence: 0.6 });
    expect(idOf("Sales", { path: ["Headcount"], unit: "count" })).toBeNull();
    expect(idOf("Sales", { path: ["Income statement"], unit: "currency" })).toBe("revenue");
  });

  it.each([
    ["Other", "Assumptions"],
    ["Operations", "Headquarters"],
    ["Current portion", "Menu"],
  ])("“%s” under “%s” stays unknown", (label, heading) => {
    expect(idOf(label, { path: [heading] })).toBeNull();
  });
});
