import { unfedValuation } from "../../../../src/audit/rules/valuation/unfed-valuation";
import { workbook, type WrittenCell, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E", "2027E"];

function statements(revenue: WrittenCell[] = [100, ["=B2*1.1", 110], ["=C2*1.1", 121], ["=D2*1.1", 133.1]]) {
  return rows(
    years,
    ["Revenue", ...revenue],
    ["Operating expenses", 80, ["=C2*0.8", 88], ["=D2*0.8", 96.8], ["=E2*0.8", 106.5]],
    ["EBIT", ["=B2-B3", 20], ["=C2-C3", 22], ["=D2-D3", 24.2], ["=E2-E3", 26.6]],
    ["Income tax expense", ["=B4*0.25", 5], ["=C4*0.25", 5.5], ["=D4*0.25", 6.05], ["=E4*0.25", 6.65]],
    ["Net income", ["=B4-B5", 15], ["=C4-C5", 16.5], ["=D4-D5", 18.15], ["=E4-E5", 19.95]],
  );
}

function valuation(ebit: WrittenCell[], tax: WrittenCell = 0.25): WrittenSheet {
  return rows(
    ["USD m", "2025E", "2026E", "2027E"],
    ["EBIT", ...ebit],
    ["Tax on EBIT", ["=B2*$B$10", 7.5], ["=C2*$B$10", 8.25], ["=D2*$B$10", 9]],
    ["Unlevered free cash flow", ["=B2-B3", 22.5], ["=C2-C3", 24.75], ["=D2-D3", 27]],
    ["Discount period", 1, 2, 3],
    ["Present value", ["=B4/(1+$B$9)^B5", 20], ["=C4/(1+$B$9)^C5", 21], ["=D4/(1+$B$9)^D5", 20]],
    ["Enterprise value", ["=SUM(B6:D6)", 61]],
    [],
    ["WACC", [0.1, 0.1, "0.0%"]],
    ["Tax rate", tax],
  );
}

const linked: WrittenCell[] = [
  ["=Income!C4", 22],
  ["=Income!D4", 24.2],
  ["=Income!E4", 26.6],
];

describe("a valuation beside projected statements", () => {
  it("reports operating figures typed beside a forecast that shows others", () => {
    const findings = findWith(unfedValuation, workbook({ Income: statements(), DCF: valuation([30, 33, 36]) }));
    expect(placesOf(findings)).toEqual(["DCF!B2:D2"]);
    expect(findings[0]?.severity).toBe("high");
    expect(wordsOf(findings[0])).toContain(
      "In 2025E “EBIT” on DCF is 30, where the statements forecast “EBIT” of 22. A change of the forecast leaves the value where it is. Link them to “EBIT” on Income.",
    );
  });

  it("reports a forecast of the valuation's own that starts from the last actual year", () => {
    const grown: WrittenCell[] = [
      ["=Income!B4*1.5", 30],
      ["=B2*1.1", 33],
      ["=C2*1.1", 36.3],
    ];
    const findings = findWith(unfedValuation, workbook({ Income: statements(), DCF: valuation(grown) }));
    expect(placesOf(findings)).toEqual(["DCF!B2:D2"]);
  });

  it("says of figures that agree today only that they will part", () => {
    const findings = findWith(unfedValuation, workbook({ Income: statements(), DCF: valuation([22, 24.2, 26.6]) }));
    expect(findings.map(({ severity }) => severity)).toEqual(["medium"]);
    expect(wordsOf(findings[0])).toContain("The figures agree today");
  });

  it("accepts figures that read the statements, directly or through another sheet", () => {
    expect(findWith(unfedValuation, workbook({ Income: statements(), DCF: valuation(linked) }))).toEqual([]);
    const between = rows(years, ["EBIT", ["=Income!B4", 20], ["=Income!C4", 22], ["=Income!D4", 24.2]]);
    const through: WrittenCell[] = [
      ["=Inputs!C2", 22],
      ["=Inputs!D2", 24.2],
      ["=Inputs!D2*1.1", 26.6],
    ];
    const snapshot = workbook({ Income: statements(), Inputs: between, DCF: valuation(through) });
    expect(findWith(unfedValuation, snapshot)).toEqual([]);
  });

  it("accepts statements that read the valuation, for then it is the model", () => {
    const readsBack: WrittenCell[] = [100, ["=DCF!B2*5", 150], ["=DCF!C2*5", 165], ["=DCF!D2*5", 180]];
    const snapshot = workbook({ Income: statements(readsBack), DCF: valuation([30, 33, 36]) });
    expect(findWith(unfedValuation, snapshot)).toEqual([]);
  });

  it("says nothing beside statements of the past, or of another company", () => {
    const past = rows(
      ["USD m", "2022A", "2023A", "2024A"],
      ["Revenue", 90, 95, 100],
      ["EBIT", ["=B2*0.2", 18], ["=C2*0.2", 19], ["=D2*0.2", 20]],
    );
    expect(findWith(unfedValuation, workbook({ Income: past, DCF: valuation([30, 33, 36]) }))).toEqual([]);
    const target = workbook({ Target: statements(), DCF: valuation([30, 33, 36]) });
    expect(findWith(unfedValuation, target)).toEqual([]);
  });

  it("says nothing where two sheets project a profit and either may be meant", () => {
    const two = workbook({ Income: statements(), Division: statements(), DCF: valuation([30, 33, 36]) });
    expect(findWith(unfedValuation, two)).toEqual([]);
  });

  it("says nothing of a flow that nobody discounts", () => {
    const { B6: _b, C6: _c, D6: _d, B7: _total, ...undiscounted } = valuation([30, 33, 36]);
    expect(findWith(unfedValuation, workbook({ Income: statements(), DCF: undiscounted }))).toEqual([]);
  });
});
