import { missingAnchor } from "../../../../src/audit/rules/formulas/missing-anchor";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

describe("references without an anchor", () => {
  it("reports copies whose reference slid off the one input", () => {
    const snapshot = sheet({
      A1: "Tax rate",
      B1: 0.25,
      A3: "Profit",
      B3: 100,
      C3: 110,
      D3: 120,
      A4: "Tax",
      B4: ["=B3*B1", 25],
      C4: ["=C3*C1", 0],
      D4: ["=D3*D1", 0],
    });
    const findings = findWith(missingAnchor, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!C4:D4"]);
    const moved = sheet({
      A1: "Tax rate",
      G1: 0.25,
      A3: "Profit",
      B3: 100,
      C3: 110,
      D3: 120,
      A4: "Tax",
      B4: ["=B3*G1", 25],
      C4: ["=C3*H1", 0],
      D4: ["=D3*I1", 0],
    });
    expect(placesOf(findWith(missingAnchor, moved))).toEqual(["Sheet1!C4:D4"]);
    expect(wordsOf(findWith(missingAnchor, moved)[0])).toContain("reads the input G1, which is 25.0%");
  });

  it("accepts a fixed reference, and a blank amount that is only added", () => {
    const fixed = {
      A1: "Tax rate",
      G1: 0.25,
      A3: "Profit",
      B3: 100,
      C3: 110,
      A4: "Tax",
      B4: ["=B3*$G$1", 25],
      C4: ["=C3*$G$1", 27],
    } as const;
    const added = {
      A1: "New debt",
      G1: 50,
      A3: "Debt",
      B3: 100,
      A4: "Debt",
      C4: ["=B4+G1", 150],
      D4: ["=C4+H1", 150],
      E4: ["=D4+I1", 150],
    } as const;
    expect(findWith(missingAnchor, sheet(fixed))).toEqual([]);
    expect(findWith(missingAnchor, sheet(added))).toEqual([]);
  });

  it("reports a slide off a calculated figure that stands alone, and accepts a row that ends early", () => {
    const model = (...levy: readonly (readonly [string, readonly [string, number]])[]) =>
      sheet({
        ...{ A1: "Levy", A3: "Profit", B3: 100, C3: 110, D3: 120, E3: 130, A4: "Tax" },
        ...Object.fromEntries(levy),
        ...{ B4: ["=B3*B1", 25], C4: ["=C3*C1", 0], D4: ["=D3*D1", 0], E4: ["=E3*E1", 0] },
      });
    expect(placesOf(findWith(missingAnchor, model(["B1", ["=1/4", 0.25]])))).toEqual(["Sheet1!C4:E4"]);
    const two = model(["B1", ["=1/4", 0.25]], ["C1", ["=1/5", 0.2]]);
    expect(findWith(missingAnchor, two)).toEqual([]);
  });
});
