import { unusedSchedule } from "../../../../src/audit/rules/unused/unused-schedule";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2025E", "2026E", "2027E"];

function model(interest: WrittenCell[]) {
  const debt = rows(
    years,
    ["Opening debt", 200, 180, 160],
    ["Interest expense", ["=B2*5%", 10], ["=C2*5%", 9], ["=D2*5%", 8]],
  );
  const income = rows(
    years,
    ["Revenue", 1000, 1100, 1200],
    ["Operating income", ["=B2*0.2", 200], ["=C2*0.2", 220], ["=D2*0.2", 240]],
    ["Interest expense", ...interest],
    ["Income before tax", ["=B3-B4", 186], ["=C3-C4", 206], ["=D3-D4", 226]],
    ["Income tax expense", 40, 45, 50],
    ["Net income", ["=B5-B6", 146], ["=C5-C6", 161], ["=D5-D6", 176]],
  );
  return workbook({ Debt: debt, "Income statement": income });
}

describe("schedules and the income statement", () => {
  it("reports interest that a schedule works out and the income statement does not read", () => {
    const findings = findWith(unusedSchedule, model([14, 14, 14]));
    expect(placesOf(findings)).toEqual(["Income statement!B4:D4"]);
    expect(wordsOf(findings[0])).toContain("the income statement shows “Interest expense” of 14");
  });

  it("accepts interest that is linked, whatever its sign", () => {
    const linked: WrittenCell[] = [
      ["=Debt!B3", 10],
      ["=Debt!C3", 9],
      ["=Debt!D3", 8],
    ];
    expect(findWith(unusedSchedule, model(linked))).toEqual([]);
  });

  it("accepts interest that holds more than the schedule's", () => {
    const withFees: WrittenCell[] = [
      ["=Debt!B3+4", 14],
      ["=Debt!C3+4", 13],
      ["=Debt!D3+4", 12],
    ];
    expect(findWith(unusedSchedule, model(withFees))).toEqual([]);
  });

  it("says nothing where formulas read by places that are worked out", () => {
    const snapshot = model([14, 14, 14]);
    const unseen = workbook({ Reader: { A1: "Shown", B1: '=INDIRECT("Debt!"&ADDRESS(A2+1,A3))' } });
    expect(findWith(unusedSchedule, { ...snapshot, sheets: [...snapshot.sheets, ...unseen.sheets] })).toEqual([]);
  });
});
