import { impliedTerminal } from "../../../../src/audit/rules/valuation/implied-terminal";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

const valuation = (...below: readonly Line[]) =>
  sheet(
    rows(
      ["Year", "2024A", "2025E", "2026E", "2027E"],
      ["EBITDA", 180, 190, 200, 210],
      ["Free cash flow", 90, 100, 110, 120],
      ["Present value", null, ["=C3/(1+B6)^1", 92], ["=D3/(1+B6)^2", 93], ["=E3/(1+B6)^3", 93]],
      [],
      ["WACC", 0.09],
      ["Terminal growth rate", 0.02],
      ...below,
    ),
  );

describe("growth implied by an exit multiple", () => {
  it("is reported where few economies grow so fast for long", () => {
    const findings = findWith(impliedTerminal, valuation(["Exit multiple", 20], ["Terminal value", ["=E2*B8", 4200]]));
    expect(placesOf(findings)).toEqual(["Sheet1!B9,B8"]);
    expect(findings[0]).toMatchObject({ title: "The exit multiple implies growth that few economies keep up" });
    expect(wordsOf(findings[0])).toContain("growth of 6.0% a year for ever");
  });

  it("is reported where the business would shrink for ever", () => {
    const findings = findWith(impliedTerminal, valuation(["Exit multiple", 3], ["Terminal value", ["=E2*B8", 630]]));
    expect(findings.map(({ title }) => title)).toEqual(["The exit multiple implies a shrinking business"]);
  });

  it("is accepted where it is that of the economy", () => {
    expect(findWith(impliedTerminal, valuation(["Exit multiple", 8.3], ["Terminal value", ["=E2*B8", 1743]]))).toEqual(
      [],
    );
  });

  it("is not worked out without a discount rate", () => {
    const findings = findWith(
      impliedTerminal,
      sheet(
        rows(
          ["Year", "2024A", "2025E", "2026E"],
          ["EBITDA", 180, 190, 200],
          ["Free cash flow", 90, 100, 110],
          ["Exit multiple", 30],
          ["Terminal value", ["=D2*B4", 6000]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });
});

describe("the multiple a perpetuity comes to", () => {
  it("is reported beside another multiple for the same date", () => {
    const findings = findWith(
      impliedTerminal,
      valuation(
        ["EV/EBITDA multiple", 14],
        ["Perpetuity", ["=E3*(1+B7)/(B6-B7)", 1749]],
        ["Value by multiple", ["=E2*B8", 2940]],
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B9,B8"]);
    expect(wordsOf(findings[0])).toContain("is 8.3x “EBITDA” of 210, while “EV/EBITDA multiple” beside it is 14.0x");
  });

  it("is accepted where both methods agree", () => {
    const findings = findWith(
      impliedTerminal,
      valuation(
        ["EV/EBITDA multiple", 9],
        ["Perpetuity", ["=E3*(1+B7)/(B6-B7)", 1749]],
        ["Value by multiple", ["=E2*B8", 1890]],
      ),
    );
    expect(findings).toEqual([]);
  });
});
