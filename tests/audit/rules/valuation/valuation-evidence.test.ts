import { repeatedEvidence } from "../../../../src/audit/rules/valuation/repeated-evidence";
import { unsupportedRate } from "../../../../src/audit/rules/valuation/unsupported-rate";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

describe("evidence that speaks twice", () => {
  const methods = (second: WrittenCell, statistic = "=MEDIAN(B4:B6)") =>
    sheet(
      rows(
        ["Entry multiple", 8.2],
        ["Peers", 9.1],
        [],
        ["Multiple paid", ["=B1", 8.2]],
        ["Multiple of the cash flows", second],
        ["Public peers", ["=B2", 9.1]],
        ["Middle", [statistic, 8.2]],
      ),
    );

  it("is reported where two methods come from one cell", () => {
    const findings = findWith(repeatedEvidence, methods(["=B1", 8.2]));
    expect(placesOf(findings)).toEqual(["Sheet1!B7,B4:B5"]);
    expect(wordsOf(findings[0])).toContain("both come from B1");
  });

  it("is reported for an average too", () => {
    expect(findWith(repeatedEvidence, methods(["=B1", 8.2], "=AVERAGE(B4:B6)"))).toHaveLength(1);
  });

  it("is not seen where two methods only happen to agree", () => {
    expect(findWith(repeatedEvidence, methods(8.2))).toEqual([]);
  });

  it("is not seen in an average over years that hold one figure", () => {
    const findings = findWith(
      repeatedEvidence,
      sheet(
        rows(
          ["Year", "2025E", "2026E", "2027E", "Mean"],
          ["Growth", 0.05, ["=B2", 0.05], ["=B2", 0.05], ["=AVERAGE(B2:D2)", 0.05]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });
});

describe("a discount rate", () => {
  const valued = (...more: readonly Line[]) =>
    sheet(
      rows(
        ["WACC", 0.1],
        ["Terminal growth rate", 0.02],
        ["Year", "2025E", "2026E", "2027E"],
        ["Free cash flow", 100, 110, 120],
        ["Present value of cash flows", ["=B4/(1+$B$1)^1", 91], ["=C4/(1+$B$1)^2", 91], ["=D4/(1+$B$1)^3", 90]],
        [],
        ["Terminal value", ["=D4*(1+B2)/(B1-B2)", 1530]],
        ["PV of terminal value", ["=B7/(1+B1)^3", 1150]],
        ["Enterprise value", ["=SUM(B5:D5)+B8", 1422]],
        ["Net debt", 200],
        ["Equity value", ["=B9-B10", 1222]],
        ...more,
      ),
    );

  it("is reported where it is typed and nothing builds it up", () => {
    const findings = findWith(unsupportedRate, valued());
    expect(placesOf(findings)).toEqual(["Sheet1!B1"]);
    expect(wordsOf(findings[0])).toContain("“WACC” is one typed number, 10.0%");
  });

  it("is accepted beside the parts it is made of", () => {
    expect(findWith(unsupportedRate, valued([], ["Cost of equity", 0.12], ["Cost of debt", 0.05]))).toEqual([]);
  });

  it("is not asked for of a project or a loan", () => {
    const findings = findWith(
      unsupportedRate,
      sheet(
        rows(
          ["Discount rate", 0.1],
          ["Year", 0, 1, 2, 3],
          ["Cash flow", -1000, 400, 500, 600],
          ["Net present value", ["=B3+NPV(B1,C3:E3)", 227]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });
});
