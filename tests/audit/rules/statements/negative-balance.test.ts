import { negativeBalance } from "../../../../src/audit/rules/statements/negative-balance";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E", "2027E"];
const receivables = ["Accounts receivable", 20, ["=B3*1.1", 22], ["=C3*1.1", 24], ["=D3*1.1", 26]] as const;

function balanceSheet(cash: readonly [string, number][]) {
  return sheet(
    rows(years, ["Cash and cash equivalents", 50, ...cash], receivables, [
      "Total assets",
      ["=SUM(B2:B3)", 70],
      ["=SUM(C2:C3)", 40],
      ["=SUM(D2:D3)", 40],
      ["=SUM(E2:E3)", 40],
    ]),
  );
}

describe("balances below nought", () => {
  it("reports cash that a forecast makes negative, with its lowest point", () => {
    const findings = findWith(
      negativeBalance,
      balanceSheet([
        ["=B2-60", -10],
        ["=C2-15", -25],
        ["=D2+40", 15],
      ]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C2:D2"]);
    expect(wordsOf(findings[0])).toContain("is -10 in 2025E and falls to -25 in 2026E");
  });

  it("accepts cash that stays positive", () => {
    const cash: [string, number][] = [
      ["=B2-10", 40],
      ["=C2-15", 25],
      ["=D2+40", 65],
    ];
    expect(findWith(negativeBalance, balanceSheet(cash))).toEqual([]);
  });

  it("leaves alone movements of the cash flow that carry a balance's name", () => {
    const cashFlow = sheet(
      rows(
        years,
        ["Net income", 10, ["=B2+1", 11], ["=C2+1", 12], ["=D2+1", 13]],
        ["Changes in working capital:"],
        ["Trade receivables", 2, ["=B2-14", -3], ["=C2-15", -3], ["=D2-9", 4]],
        ["Cash flow from operations", ["=B2+B4", 12], ["=C2+C4", 8], ["=D2+D4", 9], ["=E2+E4", 17]],
      ),
    );
    expect(findWith(negativeBalance, cashFlow)).toEqual([]);
  });

  it("does not say that no facility is drawn where one rises", () => {
    const cash = ["Cash and cash equivalents", 50, ["=B2-60", -10], ["=C2-15", -25], ["=D2+40", 15]] as const;
    const total = ["Total assets", ["=SUM(B2:B3)", 70], ["=SUM(C2:C3)", 12], ["=D2+D3", 1], ["=E2+E3", 40]] as const;
    const drawn = (...amounts: readonly number[]) =>
      wordsOf(findWith(negativeBalance, sheet(rows(years, cash, receivables, total, ["Revolver", ...amounts])))[0]);
    expect(drawn(0, 10, 25, 0)).toContain("although a facility is drawn");
    expect(drawn(0, 0, 0, 0)).toContain("no facility is drawn");
  });

  it("reports a plan whose dates have passed, since its cash is carried on by formula", () => {
    const dated = sheet(
      rows(
        ["USD m", "2020A", "2021A", "2022A", "2023A"],
        ["Cash and cash equivalents", 50, ["=B2-60", -10], ["=C2+75", 65], ["=D2+40", 105]],
        receivables,
        ["Total assets", ["=B2+B3", 70], ["=C2+C3", 12], ["=D2+D3", 89], ["=E2+E3", 131]],
      ),
    );
    expect(placesOf(findWith(negativeBalance, dated))).toEqual(["Sheet1!C2"]);
  });

  it("accepts an overdraft that was reported", () => {
    const reported = sheet(
      rows(
        ["USD m", "2020A", "2021A", "2022A", "2023A"],
        ["Cash and cash equivalents", 50, -10, 65, 105],
        receivables,
        ["Total assets", ["=B2+B3", 70], ["=C2+C3", 12], ["=D2+D3", 89], ["=E2+E3", 131]],
      ),
    );
    expect(findWith(negativeBalance, reported)).toEqual([]);
  });

  it("reports a loan whose schedule repays more than was lent", () => {
    const loan = sheet(
      rows(
        years,
        ["Long-term debt"],
        ["Opening balance", 100, ["=B5", 70], ["=C5", 40], ["=D5", 10]],
        ["Repayment", -30, -30, -30, -30],
        ["Closing balance", ["=B3+B4", 70], ["=C3+C4", 40], ["=D3+D4", 10], ["=E3+E4", -20]],
      ),
    );
    expect(placesOf(findWith(negativeBalance, loan))).toEqual(["Sheet1!E5"]);
  });
});
