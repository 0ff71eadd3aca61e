import { assumptionRange } from "../../../src/audit/rules/assumption-range";
import { sheet } from "../../support/sheet";
import { findWith, placesOf, wordsOf } from "../find-with";

const inputs = (tax: number, beta: number) =>
  sheet({ A1: "Tax rate", B1: [tax, tax, "0%"], A2: "Beta", B2: beta, A4: "Used", B4: ["=B1*B2", 1] });

describe("assumptions outside practice", () => {
  it("reports a tax rate no country has and a beta no share has", () => {
    const findings = findWith(assumptionRange, inputs(0.75, 5));
    expect(placesOf(findings).sort()).toEqual(["Sheet1!B1", "Sheet1!B2"]);
    expect(wordsOf(findings.find(({ cells }) => cells[0] === "B1"))).toContain(
      "is 75.0%: hardly any country taxes companies so",
    );
  });

  it("accepts ordinary figures and a rate shown as taken away", () => {
    expect(findWith(assumptionRange, inputs(0.25, 1.1))).toEqual([]);
    expect(findWith(assumptionRange, inputs(-0.25, 1.1))).toEqual([]);
  });
});
