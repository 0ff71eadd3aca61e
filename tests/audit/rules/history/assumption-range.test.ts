import { assumptionRange } from "../../../../src/audit/rules/history/assumption-range";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

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

describe("assumption range of rows", () => {
  const taxed = (rate: number) =>
    sheet({
      A1: "Year",
      ...Object.fromEntries(["2024A", "2025E", "2026E", "2027E"].map((year, i) => [`${"BCDE"[i]}1`, year])),
      A2: "Pretax income",
      ...Object.fromEntries([100, 110, 120, 130].map((value, i) => [`${"BCDE"[i]}2`, value])),
      A3: "Tax rate",
      ...Object.fromEntries([0.25, rate, rate, rate].map((value, i) => [`${"BCDE"[i]}3`, value])),
      A4: "Tax",
      ...Object.fromEntries(
        ["B", "C", "D", "E"].map((column) => [`${column}4`, [`=${column}2*${column}3`, 60] as const]),
      ),
    });

  it("reports a rate out of line all through the forecast", () => {
    expect(placesOf(findWith(assumptionRange, taxed(0.68)))).toEqual(["Sheet1!C3:E3"]);
  });

  it("accepts a usual rate", () => {
    expect(findWith(assumptionRange, taxed(0.25))).toEqual([]);
  });
});
