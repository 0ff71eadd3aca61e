import { perShareScale } from "../../../../src/audit/rules/valuation/per-share-scale";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

const valuation = (shares: WrittenCell, price: WrittenCell) =>
  sheet({
    A1: "Valuation (USD in thousands)",
    A3: "Enterprise value",
    B3: 900000,
    A4: "Net debt",
    B4: 100000,
    A5: "Equity value",
    B5: ["=B3-B4", 800000],
    A6: "Shares outstanding",
    B6: shares,
    A7: "Price per share",
    B7: price,
  });

describe("scales of amounts per share", () => {
  it("reports thousands divided by single shares", () => {
    const findings = findWith(perShareScale, valuation(40000000, ["=B5/B6", 0.02]));
    expect(placesOf(findings)).toEqual(["Sheet1!B7"]);
    expect(findings[0]!.title).toBe("“Price per share” divides thousands by single shares");
    expect(wordsOf(findings[0])).toContain("comes to 20");
  });

  it("accepts shares in the same scale and an amount brought to units", () => {
    expect(findWith(perShareScale, valuation(40000, ["=B5/B6", 20]))).toEqual([]);
    expect(findWith(perShareScale, valuation(40000000, ["=B5*1000/B6", 20]))).toEqual([]);
  });
});
