import { rollForwardRow } from "../../src/concepts/roll-forward-row";

describe("rows that roll a balance forward", () => {
  it.each([
    ["Beginning balance", ["PP&E"], "opening", "property-plant-equipment"],
    ["Opening", ["Term Loan B"], "opening", "term-loan"],
    ["Balance b/f", ["Retained earnings roll-forward"], "opening", "retained-earnings"],
    ["Ending balance", ["Debt schedule", "Revolver"], "closing", "revolver"],
    ["Closing balance", ["PROPERTY PLANT & EQUIPMENT 1"], "closing", "property-plant-equipment"],
    ["Additions", ["Intangible assets"], "additions", "intangible-assets"],
    ["Disposals", ["Fixed assets"], "disposals", "property-plant-equipment"],
    ["PP&E, opening", [], "opening", "property-plant-equipment"],
    ["Debt closing", [], "closing", "total-debt"],
    ["Amount outstanding - beginning", ["Common shares"], "opening", "common-stock"],
    ["RE end of period", ["Retained Earnings (RE)"], "closing", "retained-earnings"],
    ["End. bal. B", ["Term loan"], "closing", "term-loan"],
  ] as const)("“%s” under %j", (label, path, part, of) => {
    expect(rollForwardRow(label, path)).toEqual({ part, of });
  });

  it("leaves open what the headings do not tell", () => {
    expect(rollForwardRow("Ending balance", ["Project Alpha"])).toEqual({ part: "closing", of: null });
    expect(rollForwardRow("Ending balance", ["Revenue"])).toEqual({ part: "closing", of: null });
  });

  it.each(["Revenue", "Total assets", "Opening remarks", "Closing date"])("“%s” is none", (label) => {
    expect(rollForwardRow(label, ["PP&E"])).toBeNull();
  });
});
