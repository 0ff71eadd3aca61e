import { workingCapitalMove } from "../../../../src/audit/rules/statements/working-capital-move";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E"];

function model(change: WrittenCell[], label = "Change in accounts receivable", sign = "+") {
  const balance = rows(
    years,
    ["Accounts receivable", 30, ["=B2*1.1", 33], ["=C2*1.2", 39.6]],
    ["Total assets", ["=SUM(B2:B2)", 30], ["=SUM(C2:C2)", 33], ["=SUM(D2:D2)", 39.6]],
  );
  const cash = rows(
    years,
    ["Net income", 10, 12, 14],
    [label, -1, ...change],
    ["Cash flow from operations", ["=B2+B3", 9], [`=C2${sign}C3`, 15], [`=D2${sign}D3`, 20]],
  );
  return workbook({ Balance: balance, "Cash flow": cash });
}

const rise: WrittenCell[] = [
  ["=Balance!C2-Balance!B2", 3],
  ["=Balance!D2-Balance!C2", 6.6],
];
const fall: WrittenCell[] = [
  ["=Balance!B2-Balance!C2", -3],
  ["=Balance!C2-Balance!D2", -6.6],
];

describe("movements of working capital", () => {
  it("reports a rise of receivables that brings cash", () => {
    const findings = findWith(workingCapitalMove, model(rise));
    expect(placesOf(findings)).toEqual(["Cash flow!C3:D3"]);
    expect(wordsOf(findings[0])).toContain("A rise of an asset costs cash");
  });

  it("reports a movement that is the whole balance", () => {
    const whole: WrittenCell[] = [
      ["=-Balance!C2", -33],
      ["=-Balance!D2", -39.6],
    ];
    const findings = findWith(workingCapitalMove, model(whole));
    expect(findings.map(({ title }) => title)).toEqual([
      "“Change in accounts receivable” takes the balance, not its change",
    ]);
  });

  it("accepts a rise that costs cash, and a rise that is taken away", () => {
    expect(findWith(workingCapitalMove, model(fall))).toEqual([]);
    expect(findWith(workingCapitalMove, model(rise, "Less: change in accounts receivable", "-"))).toEqual([]);
  });
});
