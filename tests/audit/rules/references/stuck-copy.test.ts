import { stuckCopy } from "../../../../src/audit/rules/references/stuck-copy";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

function model(...growth: readonly WrittenCell[]) {
  return sheet(
    rows(
      ["USD m", "2021A", "2022A", "2023A", "2024E", "2025E", "2026E"],
      ["Growth", 0.1, 0.2, 0.3, 0.2, 0.23, 0.24],
      ["Assumed growth", null, null, null, ...growth],
      ["Revenue", 10, 11, 12, ["=D4*(1+E3)", 14], ["=E4*(1+F3)", 17], ["=F4*(1+G3)", 21]],
    ),
  );
}

describe("a copy that stays where it was", () => {
  it("reports the average that reads what the one before it reads, where the row goes on otherwise", () => {
    const findings = findWith(
      stuckCopy,
      model(["=AVERAGE(B2:D2)", 0.2], ["=AVERAGE(B2:D2)", 0.2], ["=AVERAGE(D2:F2)", 0.24]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!F3"]);
  });

  it("accepts an average that moves, one for all years, and one fixed with dollar signs", () => {
    const moving = ["=AVERAGE(B2:D2)", "=AVERAGE(C2:E2)", "=AVERAGE(D2:F2)"] as const;
    const same = ["=AVERAGE(B2:D2)", "=AVERAGE(B2:D2)", "=AVERAGE(B2:D2)"] as const;
    const fixed = ["=AVERAGE($B2:$D2)", "=AVERAGE($B2:$D2)", "=AVERAGE(D2:F2)"] as const;
    for (const formulas of [moving, same, fixed])
      expect(findWith(stuckCopy, model(...formulas.map((formula) => [formula, 0.2] as const)))).toEqual([]);
  });
});
