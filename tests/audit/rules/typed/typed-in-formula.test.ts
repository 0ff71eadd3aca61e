import { typedInFormula } from "../../../../src/audit/rules/typed/typed-in-formula";
import { sheet, workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", 2024, 2025, 2026, 2027];

describe("a number typed in a formula", () => {
  it("reports a rate hidden in a row as one finding", () => {
    const snapshot = sheet(rows(years, ["Revenue", 100, ["=B2*1.07", 107], ["=C2*1.07", 114], ["=D2*1.07", 122]]));
    const findings = findWith(typedInFormula, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!C2:E2"]);
    expect(wordsOf(findings[0])).toContain("calculates with 1.07, typed in the formula");
  });

  it("accepts numbers of the calendar, of scale and of averaging, exponents and function settings", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Revenue", 100, 110, 120, 130],
        [
          "Odd sums",
          ["=B2/12", 8],
          ["=ROUND(C2*365/1000,3)", 40],
          ["=(C2+D2)/2*(1-0.5)", 1],
          ["=E2^1.5+INDEX(B2:E2,4)+DATE(2024,7,9)", 1],
        ],
      ),
    );
    expect(findWith(typedInFormula, snapshot)).toEqual([]);
  });

  it("sets a typed rate against the assumption that the workbook states for the row", () => {
    const snapshot = workbook({
      Assumptions: rows(["R&D as % of revenue", 0.08], ["Tax rate", 0.24]),
      Income: rows(
        years,
        ["Revenue", 100, 110, 120, 130],
        ["Research and development", ["=B2*0.15", 15], ["=C2*0.15", 16], ["=D2*0.15", 18], ["=E2*0.15", 19]],
        ["Pretax income", ["=B2-B3", 85], ["=C2-C3", 94], ["=D2-D3", 102], ["=E2-E3", 111]],
        ["Income tax expense", ["=B4*0.24", 20], ["=C4*0.24", 22], ["=D4*0.24", 24], ["=E4*0.24", 26]],
      ),
    });
    const findings = findWith(typedInFormula, snapshot);
    expect(placesOf(findings)).toEqual(["Income!B3:E3", "Income!B5:E5"]);
    expect(findings[0]).toMatchObject({ severity: "high" });
    expect(wordsOf(findings[0])).toContain("while “R&D as % of revenue” on Assumptions says 8.0%");
    expect(wordsOf(findings[1])).toContain("although “Tax rate” on Assumptions states it: 24.0%");
  });

  it("knows a quarter of a yearly figure, the rate of a present value and a life in years as assumptions", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Pretax income", 100, 110, 120, 130],
        ["Income tax expense", ["=B2*0.25", 25], ["=C2*0.25", 28], ["=D2*0.25", 30], ["=E2*0.25", 33]],
        [""],
        [""],
        ["Gross fixed assets", 500, 500, 500, 500],
        ["Depreciation", ["=B6/5", 100], ["=C6/5", 100], ["=D6/5", 100], ["=E6/5", 100]],
        [""],
        [""],
        ["Net present value", ["=NPV(9%,B2:E2)", 368]],
      ),
    );
    expect(placesOf(findWith(typedInFormula, snapshot))).toEqual(["Sheet1!B3:E3,B7:E7,B10"]);
  });

  it("calls a typed amount in a balance an amount, however round", () => {
    const snapshot = sheet(
      rows(years, ["Long-term debt", 1000000, ["=B2-100000", 900000], ["=C2-100000", 8e5], ["=D2-100000", 7e5]]),
    );
    const findings = findWith(typedInFormula, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!C2:E2"]);
    expect(findings[0]!.title).toBe("An amount is typed inside the formulas of “Long-term debt”");
  });

  it("keeps rows apart that only share a number", () => {
    const grown = (row: number) => ["B", "C", "D"].map((before) => [`=${before}${row}*1.03`, 1] as const);
    const snapshot = sheet(
      rows(
        years,
        ["Rent", 10, ...grown(2)],
        ["Head office", 3],
        ["Warehouse", 4],
        ["Shops", 3],
        ["Staff", 5],
        ["Salaries", 50, ...grown(7)],
      ),
    );
    expect(placesOf(findWith(typedInFormula, snapshot))).toEqual(["Sheet1!C2:E2", "Sheet1!C7:E7"]);
  });

  it("calls growth typed beside one and the step of a rate assumptions, within the model's rows and beside them", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Inflation", 0.06, ["=B2-0.004", 0.056], ["=C2-0.004", 0.052], ["=D2-0.004", 0.048]],
        ["Rent", 10, ["=B3*(1+3.5%)", 10.35], ["=C3*(1+3.5%)", 10.71], ["=D3*(1+3.5%)", 11.09]],
      ),
    );
    const findings = findWith(typedInFormula, snapshot);
    expect(placesOf(findings).sort()).toEqual(["Sheet1!C2:E2", "Sheet1!C3:E3"]);
    for (const finding of findings) expect(finding.title).toMatch(/^An assumption is typed inside the formula/u);
    expect(wordsOf(findings.find(({ title }) => title.includes("Rent")))).toContain("calculates with 3.5%, typed");
    const beside = sheet(rows([0.03, "", ["=(1+0.081)/(1+A1)-1", 0.05]], [0.02, "", ["=(1+0.081)/(1+A2)-1", 0.06]]));
    expect(placesOf(findWith(typedInFormula, beside))).toEqual(["Sheet1!C1:C2"]);
  });

  it("gives a number of a table beside a named row to the cell it stands in", () => {
    const snapshot = sheet(
      rows(
        [...years, "", "", ""],
        ["Inflation", 0.06, ["=B2-0.004", 0.056], ["=C2-0.004", 0.052], ["=D2-0.004", 0.048], "", "", ["=A9*1.3", 0]],
      ),
    );
    const findings = findWith(typedInFormula, snapshot);
    expect(placesOf(findings).sort()).toEqual(["Sheet1!C2:E2", "Sheet1!H2"]);
    expect(wordsOf(findings.find(({ title }) => title.includes("Inflation")))).not.toContain("1.3");
  });
});
