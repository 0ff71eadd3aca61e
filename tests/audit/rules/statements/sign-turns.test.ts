import { signTurns } from "../../../../src/audit/rules/statements/sign-turns";
import { type WrittenCell, workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const plan = (label: string, drawn: readonly WrittenCell[], cash: readonly WrittenCell[]) =>
  workbook({
    Plan: rows(["USD m", 2025, 2026, 2027, 2028], [label, ...drawn]),
    Cash: rows(["USD m", 2025, 2026, 2027, 2028], ["Net income", 10, 11, 12, 13], [label, ...cash]),
  });

describe("one figure with two signs", () => {
  it("reports the years in which a borrowing would take cash away", () => {
    const findings = findWith(
      signTurns,
      plan(
        "Net borrowing",
        [0, 0, 50, 0],
        [
          ["=-Plan!B2", 0],
          ["=-Plan!C2", 0],
          ["=Plan!D2", 50],
          ["=-Plan!E2", 0],
        ],
      ),
    );
    expect(placesOf(findings)).toEqual(["Cash!B3:C3,E3"]);
    expect(wordsOf(findings[0])).toContain("By the name of the row the sign is wrong here");
  });

  it("reports dividends that a forecast adds where history took them off", () => {
    const findings = findWith(
      signTurns,
      plan(
        "Dividends paid",
        [0, 0, 0, 0],
        [
          ["=-Plan!B2", 0],
          ["=-Plan!C2", 0],
          ["=Plan!D2", 0],
          ["=Plan!E2", 0],
        ],
      ),
    );
    expect(placesOf(findings)).toEqual(["Cash!D3:E3"]);
  });

  it("reports the smaller part of a row whose figures show that one sign is wrong", () => {
    const findings = findWith(
      signTurns,
      plan(
        "Tax",
        [4, 5, 6, 7],
        [
          ["=-Plan!B2", -4],
          ["=Plan!C2", 5],
          ["=-Plan!D2", -6],
          ["=-Plan!E2", -7],
        ],
      ),
    );
    expect(placesOf(findings)).toEqual(["Cash!C3"]);
  });

  it("accepts figures that are shown with another sign in history", () => {
    const typed = plan(
      "Tax",
      [-4, -5, 6, 7],
      [
        ["=Plan!B2", -4],
        ["=Plan!C2", -5],
        ["=-Plan!D2", -6],
        ["=-Plan!E2", -7],
      ],
    );
    expect(findWith(signTurns, typed)).toEqual([]);
  });

  it("accepts a change of a balance, and the first period turned on purpose", () => {
    const change = plan(
      "Debt",
      [40, 50, 60, 70],
      [
        ["=Plan!B2", 40],
        ["=Plan!C2-Plan!B2", 10],
        ["=Plan!D2-Plan!C2", 10],
        ["=Plan!E2-Plan!D2", 10],
      ],
    );
    const deal = plan(
      "Equity",
      [40, 50, 60, 70],
      [
        ["=-Plan!B2", -40],
        ["=Plan!C2", 50],
        ["=Plan!D2", 60],
        ["=Plan!E2", 70],
      ],
    );
    expect(findWith(signTurns, change)).toEqual([]);
    expect(findWith(signTurns, deal)).toEqual([]);
  });
});
