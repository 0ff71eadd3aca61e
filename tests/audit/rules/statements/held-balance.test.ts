import { heldBalance } from "../../../../src/audit/rules/statements/held-balance";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const model = (cash: WrittenCell, revolver: WrittenCell, need = "Revolver drawdown required") => {
  const years = ["C", "D", "E", "F"];
  return sheet(
    rows(
      ["Minimum cash", 50],
      ["Balance sheet", "2024A", "2025E", "2026E", "2027E", "2028E"],
      ["Cash", 120, cash, cash, cash, cash],
      ["Property, plant and equipment", 400, 410, 420, 430, 440],
      ["Total assets", ["=B3+B4", 520], ...years.map((c): WrittenCell => [`=${c}3+${c}4`, 480])],
      ["Revolver", 80, revolver, revolver, revolver, revolver],
      ["Term loan", 100, 90, 80, 70, 60],
      ["Total liabilities", ["=B6+B7", 180], ...years.map((c): WrittenCell => [`=${c}6+${c}7`, 90])],
      ["Common stock", 340, 390, 390, 390, 390],
      ["Total liabilities and equity", ["=B8+B9", 520], ...years.map((c): WrittenCell => [`=${c}8+${c}9`, 480])],
      [need, "", ["=MAX(0,40-C3)", 0], ["=MAX(0,40-D3)", 0], ["=MAX(0,40-E3)", 0], ["=MAX(0,40-F3)", 0]],
    ),
  );
};

describe("a balance held through the forecast", () => {
  it("is a revolver typed nil beside the need for it", () => {
    const findings = findWith(heldBalance, model(70, 0));
    expect(placesOf(findings)).toEqual(["Sheet1!C6:F6"]);
    expect(findings[0]).toMatchObject({ severity: "high" });
    expect(wordsOf(findings[0])).toContain("“Revolver drawdown required” works out what must be borrowed");
  });

  it("is cash that is one input in every period", () => {
    const findings = findWith(heldBalance, model(["=$B$1", 50], 20));
    expect(placesOf(findings)).toEqual(["Sheet1!C3:F3"]);
    expect(wordsOf(findings[0])).toContain("“Cash” is “Minimum cash” of 50 in every forecast period");
  });

  it("is neither where no need is worked out or the balances move", () => {
    expect(findWith(heldBalance, model(70, 0, "Dividends"))).toEqual([]);
    expect(findWith(heldBalance, model(["=B3+5", 60], ["=B6-5", 20]))).toEqual([]);
  });
});
