import { terminalValue } from "../../../../src/audit/rules/valuation/terminal-value";
import { exitMetricYear } from "../../../../src/audit/rules/valuation/exit-metric-year";
import { terminalValueShare } from "../../../../src/audit/rules/valuation/terminal-value-share";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

const forecast = ["Year", "2023A", "2024A", "2025E", "2026E", "2027E"];
const flows = ["Free cash flow", 80, 90, 100, 110, 120];
const ebitda = ["EBITDA", 180, 190, 200, 210, 220];

/** Rates in rows 5 to 8, values below. */
const valuation = (...below: readonly Line[]) =>
  sheet(
    rows(
      forecast,
      flows,
      ebitda,
      ["Present value of cash flows", null, null, ["=D2/1.09", 92], ["=E2/1.09^2", 93], ["=F2/1.09^3", 93]],
      ["WACC", 0.09],
      ["Terminal growth rate", 0.02],
      ["Expected growth", 0.05],
      ["EV/EBITDA multiple", 8],
      [],
      ...below,
    ),
  );

describe("terminal value", () => {
  it("reports a present value that is a link to the value of the last year", () => {
    const findings = findWith(
      terminalValue,
      valuation(["Terminal value", ["=F2*(1+B6)/(B5-B6)", 1749]], ["PV of terminal value", ["=B10", 1749]]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B11"]);
    expect(findings[0]).toMatchObject({ severity: "high", title: "The terminal value is not discounted" });
  });

  it("reports an enterprise value that adds the terminal value as it stands", () => {
    const findings = findWith(
      terminalValue,
      valuation(
        ["Terminal value", ["=F2*(1+B6)/(B5-B6)", 1749]],
        ["Sum of present values", ["=SUM(D4:F4)", 278]],
        ["Enterprise value", ["=B10+B11", 2027]],
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B12"]);
  });

  it("accepts a terminal value that is discounted on its way", () => {
    const findings = findWith(
      terminalValue,
      valuation(
        ["Terminal value", ["=F2*(1+B6)/(B5-B6)", 1749]],
        ["PV of terminal value", ["=B10/(1+B5)^3", 1350]],
        ["Enterprise value", ["=B11+SUM(D4:F4)", 1628]],
      ),
    );
    expect(findings).toEqual([]);
  });

  it("reports a flow that grows by another rate than the one taken off", () => {
    const findings = findWith(terminalValue, valuation(["Terminal value", ["=F2*(1+B7)/(B5-B6)", 1800]]));
    expect(findings.map(({ title }) => title)).toEqual(["The terminal value grows by two different rates"]);
    expect(wordsOf(findings[0])).toContain("“Expected growth” of 5.0%");
  });

  it("accepts the same rate reached over a link", () => {
    const linked = valuation(["Growth used", ["=B6", 0.02]], ["Terminal value", ["=F2*(1+B10)/(B5-B6)", 1749]]);
    expect(findWith(terminalValue, linked)).toEqual([]);
  });

  it("reports the last year of the forecast put above the line without growing", () => {
    const findings = findWith(terminalValue, valuation(["Terminal value", ["=F2/(B5-B6)", 1714]]));
    expect(findings.map(({ title }) => title)).toEqual([
      "The terminal value starts from a cash flow that has not grown",
    ]);
  });

  it("accepts a flow of the year after the forecast", () => {
    const snapshot = sheet(
      rows(
        ["Year", "2025E", "2026E", "2027E", "Terminal"],
        ["Free cash flow", 100, 110, 120, 122],
        ["Present value", ["=B2/1.09", 92], ["=C2/1.09^2", 93], ["=D2/1.09^3", 93]],
        ["WACC", 0.09],
        ["Terminal growth rate", 0.02],
        ["Terminal value", ["=E2/(B4-B5)", 1743]],
      ),
    );
    expect(findWith(terminalValue, snapshot)).toEqual([]);
  });
});

describe("exit metric year", () => {
  it("reports a multiple on the year before the last", () => {
    const findings = findWith(exitMetricYear, valuation(["Terminal value", ["=E3*B8", 1680]]));
    expect(placesOf(findings)).toEqual(["Sheet1!B10"]);
    expect(wordsOf(findings[0])).toContain("“EBITDA” of 2026E, 210,");
  });

  it("accepts a multiple on the last year, and on a year of history", () => {
    expect(
      findWith(exitMetricYear, valuation(["Terminal value", ["=F3*B8", 1760]], ["Value today", ["=C3*B8", 1520]])),
    ).toEqual([]);
  });
});

describe("terminal value share", () => {
  const split = (present: number, terminal: number) =>
    valuation(
      ["Terminal value", ["=F2*(1+B6)/(B5-B6)", 1749]],
      ["PV of terminal value", ["=B10/(1+B5)^3", terminal]],
      ["Sum of PV of FCF", ["=SUM(D4:F4)", present]],
      ["Enterprise value", ["=B11+B12", present + terminal]],
    );

  it("says how much of the value lies beyond the forecast where it is most of it", () => {
    const findings = findWith(terminalValueShare, split(100, 900));
    expect(wordsOf(findings[0])).toContain("is 90.0% of “Enterprise value”");
  });

  it("says nothing of a usual share", () => {
    expect(findWith(terminalValueShare, split(300, 700))).toEqual([]);
  });
});
