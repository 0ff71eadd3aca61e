import { taxRate } from "../../../../src/audit/rules/statements/tax-rate";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024E", "2025E", "2026E"];
const inputs = (rate: number) => ({
  A1: "Assumptions",
  A3: "Tax rate",
  B3: [rate, rate, "0%"] as const,
  A4: "WACC",
  B4: [0.09, 0.09, "0%"] as const,
});
const income = (rate: number) =>
  rows(
    years,
    ["Pre-tax income", 100, 110, 120, 130],
    ["Income tax expense", 25, [`=C2*${rate}`, 110 * rate], [`=D2*${rate}`, 120 * rate], [`=E2*${rate}`, 130 * rate]],
    ["Net income", 75, 80, 90, 95],
  );

describe("tax rates", () => {
  it("reports a charge that does not follow the stated rate", () => {
    const findings = findWith(taxRate, workbook({ Inputs: inputs(0.25), Income: income(0.15) }));
    expect(placesOf(findings)).toEqual(["Income!C3:E3"]);
    expect(wordsOf(findings[0])).toContain("takes 15%, typed in its formula");
  });

  it("reports a charge of the stated rate on another base", () => {
    const onRevenue = rows(
      years,
      ["Revenue", 180, 200, 220, 240],
      ["Pre-tax income", 100, 110, 120, 130],
      ["Income tax expense", 25, ["=C2*Inputs!$B$3", 50], ["=D2*Inputs!$B$3", 55], ["=E2*Inputs!$B$3", 60]],
    );
    const findings = findWith(taxRate, workbook({ Inputs: inputs(0.25), Income: onRevenue }));
    expect(placesOf(findings)).toEqual(["Income!C4:E4"]);
    expect(wordsOf(findings[0])).toContain("comes to 45.5% of");
  });

  it("reports a loss that earns a refund, unless losses are kept account of", () => {
    const loss = [
      years,
      ["Pre-tax income", 100, -110, 120, 130],
      ["Income tax expense", 25, ["=C2*Inputs!$B$3", -27.5], ["=D2*Inputs!$B$3", 30], ["=E2*Inputs!$B$3", 32.5]],
    ] as const;
    const findings = findWith(taxRate, workbook({ Inputs: inputs(0.25), Income: rows(...loss) }));
    expect(placesOf(findings)).toEqual(["Income!C3"]);
    expect(findings[0]?.title).toBe("A loss is taxed as if it earned a refund");
    const kept = rows(...loss, ["Losses carried forward", 0, 110, 0, 0]);
    expect(findWith(taxRate, workbook({ Inputs: inputs(0.25), Income: kept }))).toEqual([]);
  });

  it("accepts a charge at the stated rate", () => {
    expect(findWith(taxRate, workbook({ Inputs: inputs(0.25), Income: income(0.25) }))).toEqual([]);
  });

  it("measures a charge by the row of rates it reads, not by a rate elsewhere", () => {
    const byYear = rows(
      years,
      ["Pre-tax income", 100, 110, 120, 130],
      ["Tax rate", 0.3, 0.3, 0.3, 0.3],
      ["Income tax expense", 30, ["=C2*C3", 33], ["=D2*D3", 36], ["=E2*E3", 39]],
      ["Net income", 70, 77, 84, 91],
    );
    expect(findWith(taxRate, workbook({ Inputs: inputs(0.25), Income: byYear }))).toEqual([]);
  });
});
