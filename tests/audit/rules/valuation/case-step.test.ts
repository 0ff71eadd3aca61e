import { caseStep } from "../../../../src/audit/rules/valuation/case-step";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const cases = (bear: string, base: string, bull: string) =>
  sheet(
    rows(
      ["Net debt at exit", 300],
      [],
      ["Metric", "Bear case", "Base case", "Bull case"],
      ["EBITDA", 90, 100, 120],
      ["Multiple", 7, 8, 9],
      ["Equity value", [bear, 330], [base, 500], [bull, 1080]],
    ),
  );

describe("a case without a step", () => {
  it("is reported where the others all take it", () => {
    const findings = findWith(caseStep, cases("=B4*B5-$B$1", "=C4*C5-$B$1", "=D4*D5"));
    expect(placesOf(findings)).toEqual(["Sheet1!D6"]);
    expect(wordsOf(findings[0])).toContain("“Bull case” never takes off “Net debt at exit” of 300");
  });

  it("is found behind rounding", () => {
    const findings = findWith(caseStep, cases("=ROUND(B4*B5-$B$1,0)", "=ROUND(C4*C5-$B$1,0)", "=ROUND(D4*D5,0)"));
    expect(placesOf(findings)).toEqual(["Sheet1!D6"]);
  });

  it("is reported where the cases stand one below another", () => {
    const findings = findWith(
      caseStep,
      sheet(
        rows(
          ["Case", "Enterprise value", "Net debt", "Equity value"],
          ["Downside", 630, 320, ["=B2-C2", 310]],
          ["Base", 800, 300, ["=B3-C3", 500]],
          ["Upside", 1080, 250, ["=B4", 1080]],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!D4"]);
  });

  it("is not seen where all take the same steps", () => {
    expect(findWith(caseStep, cases("=B4*B5-$B$1", "=C4*C5-$B$1", "=D4*D5-$B$1"))).toEqual([]);
  });

  it("is not seen in a row of years, whose first year has nothing before it", () => {
    const findings = findWith(
      caseStep,
      sheet(
        rows(
          ["Year", "2025E", "2026E", "2027E"],
          ["Drawn", 10, 20, 30],
          ["Balance", ["=B2", 10], ["=B3+C2", 30], ["=C3+D2", 60]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });

  it("is not seen between methods that rightly differ", () => {
    const findings = findWith(
      caseStep,
      sheet(
        rows(
          ["Net debt", 300],
          ["Method", "EV/EBITDA", "EV/Sales", "P/E"],
          ["Implied value", 800, 820, 500],
          ["Equity value", ["=B3-$B$1", 500], ["=C3-$B$1", 520], ["=D3", 500]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });
});
