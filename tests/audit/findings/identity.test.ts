import { reviewWorkbook } from "../../../src/audit/review-workbook";
import { type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { renameSheet } from "../../support/edit-workbook";
import { workbook } from "../../support/sheet";

/** A perpetuity that grows by one rate above the line and by another below it. */
function valuation(otherSheet: string): WorkbookSnapshot {
  return workbook({
    [otherSheet]: { A1: "Staff", B1: 12 },
    Value: {
      A1: "WACC",
      B1: [0.09, 0.09, "0.0%"],
      A2: "Terminal growth rate",
      B2: [0.02, 0.02, "0.0%"],
      A3: "Growth of the forecast",
      B3: [0.05, 0.05, "0.0%"],
      A4: "Free cash flow",
      B4: 100,
      A5: "Terminal value",
      B5: ["=B4*(1+B3)/(B1-B2)", 1500],
    },
  });
}

function idsOf(snapshot: WorkbookSnapshot): string[] {
  return reviewWorkbook(snapshot)
    .findings.filter(({ rule }) => rule === "terminal-value")
    .map(({ id }) => id);
}

describe("the identity of a finding", () => {
  it("does not hang on a sheet that is called by a word of a rule", () => {
    const before = idsOf(valuation("growth"));
    expect(before).toHaveLength(1);
    expect(idsOf(renameSheet(valuation("growth"), "growth", "Plan of the staff"))).toEqual(before);
  });

  it("does not hang on the name of its own sheet", () => {
    const before = idsOf(valuation("Staff"));
    expect(idsOf(renameSheet(valuation("Staff"), "Value", "What it is worth"))).toEqual(before);
  });
});
