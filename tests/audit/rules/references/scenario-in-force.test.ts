import { scenarioInForce } from "../../../../src/audit/rules/references/scenario-in-force";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

const cases = (picked: number, names = ["Downside case", "Base case", "Upside case"]) =>
  sheet(
    rows(
      ["Valuation"],
      ["", "", ...names],
      ["Scenario", picked],
      ["Discount rate", ["=CHOOSE(B3,C4,D4,E4)", 0.1], 0.12, 0.1, 0.08],
      ["Growth", ["=CHOOSE(B3,C5,D5,E5)", 0.02], 0.01, 0.02, 0.03],
    ),
  );

describe("the case in force", () => {
  it("reports a model left on its hopeful or its cautious case", () => {
    const [hopeful] = findWith(scenarioInForce, cases(3));
    expect(placesOf([hopeful!])).toEqual(["Sheet1!B3"]);
    expect(hopeful!.title).toBe("The model stands on its “Upside case” case");
    expect(findWith(scenarioInForce, cases(1))).toHaveLength(1);
  });

  it("accepts the base case, and cases that are not hopeful or cautious", () => {
    expect(findWith(scenarioInForce, cases(2))).toEqual([]);
    expect(findWith(scenarioInForce, cases(3, ["Plan A", "Plan B", "Plan C"]))).toEqual([]);
    expect(findWith(scenarioInForce, cases(3, ["Bear", "Lease", "Bull"]))).toEqual([]);
  });
});
