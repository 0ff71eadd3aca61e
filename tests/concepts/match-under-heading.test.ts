import { matchConcept } from "../../src/concepts/match-concept";

const idOf = (label: string, around = {}) => matchConcept(label, around)?.id ?? null;

describe("labels under their headings", () => {
  it.each([
    ["Accounts receivable", ["Changes in working capital"], "change-in-receivables"],
    ["Inventory", ["Cash flow from operating activities"], "change-in-inventory"],
    ["Inventory", ["Current assets"], "inventory"],
    ["Vehicles", ["Depreciation"], "depreciation"],
    ["Vehicles", ["Fixed assets"], "machinery-and-equipment"],
    ["Term loan", ["Mandatory repayment"], "mandatory-repayment"],
    ["Repayment", ["Term loan"], "debt-repayment"],
    ["(Repayment)", ["Senior debt"], "debt-repayment"],
    ["Issuance / (repayment)", ["Revolver"], "net-borrowing"],
    ["Total", ["Revenue"], "revenue"],
  ])("“%s” under %j is %s", (label, path, id) => {
    expect(idOf(label, { path, unit: "currency" })).toBe(id);
  });

  it.each([
    ["COGS", ["% of revenue"], "cogs-to-revenue"],
    ["Revenue", ["Growth rates"], "revenue-growth"],
    ["EBITDA", ["Margins"], "ebitda-margin"],
  ])("“%s” in percent under %j is %s", (label, path, id) => {
    expect(idOf(label, { path, unit: "percent" })).toBe(id);
  });

  it.each([
    ["Total", ["Europe"]],
    ["Total", []],
    ["Issuance", ["Permits"]],
  ])("“%s” under %j stays unknown", (label, path) => {
    expect(idOf(label, { path, unit: "currency" })).toBeNull();
  });

  it("takes a part of a flow for the flow with little confidence only", () => {
    expect(matchConcept("Vehicles", { path: ["Depreciation"] })!.confidence).toBeLessThan(0.75);
  });

  it("takes another's or another year's figure for the plain one with little confidence only", () => {
    expect(matchConcept("Target EPS")).toMatchObject({ id: "eps-diluted", confidence: 0.6 });
    expect(matchConcept("Entry EBITDA")).toMatchObject({ id: "ebitda", confidence: 0.6 });
  });
});
