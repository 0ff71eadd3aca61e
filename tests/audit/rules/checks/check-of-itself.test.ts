import { checkOfItself } from "../../../../src/audit/rules/checks/check-of-itself";
import { sheet, workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2025, 2026, 2027];

describe("checks that compare a figure with itself", () => {
  it("reports a cash check whose closing cash is worked out from the flow it is checked against", () => {
    const balance = rows(years, [
      "Cash",
      ["='Cash flow'!B2", 10],
      ["=B2+'Cash flow'!C2", 30],
      ["=C2+'Cash flow'!D2", 60],
    ]);
    const flow = rows(
      years,
      ["Net change in cash", 10, 20, 30],
      ["Opening cash", 0, ["=B4", 10], ["=C4", 30]],
      ["Closing cash", ["=Balance!B2", 10], ["=Balance!C2", 30], ["=Balance!D2", 60]],
      ["Cash check", ["=B3+B2-B4", 0], ["=C3+C2-C4", 0], ["=D3+D2-D4", 0]],
    );
    const findings = findWith(checkOfItself, workbook({ Balance: balance, "Cash flow": flow }));
    expect(placesOf(findings)).toEqual(["Cash flow!C5:D5"]);
    expect(wordsOf(findings[0])).toContain("“Closing cash” is read from");
  });

  it("accepts a check of two figures that come about apart", () => {
    const balance = rows(years, ["Cash", 10, 30, 60]);
    const flow = rows(
      years,
      ["Net change in cash", 10, 20, 30],
      ["Closing cash", ["=B2", 10], ["=B3+C2", 30], ["=C3+D2", 60]],
      ["Cash check", ["=B3-Balance!B2", 0], ["=C3-Balance!C2", 0], ["=D3-Balance!D2", 0]],
    );
    expect(findWith(checkOfItself, workbook({ Balance: balance, "Cash flow": flow }))).toEqual([]);
  });
});

describe("balance sheets made to fit", () => {
  const model = (equity: WrittenCell[]) =>
    sheet(
      rows(
        years,
        ["Cash", 10, 30, 60],
        ["Total assets", ["=B2", 10], ["=C2", 30], ["=D2", 60]],
        ["Accounts payable", 4, 5, 6],
        ["Retained earnings", ...equity],
        ["Total liabilities and equity", ["=B4+B5", 10], ["=C4+C5", 30], ["=D4+D5", 60]],
      ),
    );

  it("reports equity worked out from total assets", () => {
    const findings = findWith(
      checkOfItself,
      model([
        ["=B3-B4", 6],
        ["=C3-C4", 25],
        ["=D3-D4", 54],
      ]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D5"]);
    expect(findings[0]?.title).toBe("“Retained earnings” is made to fit");
  });

  it("accepts equity that rolls forward", () => {
    expect(findWith(checkOfItself, model([6, ["=B5+19", 25], ["=C5+29", 54]]))).toEqual([]);
  });
});

describe("verdicts on one figure", () => {
  it("reports a comparison of a figure with a link to itself", () => {
    const findings = findWith(
      checkOfItself,
      sheet(
        rows(
          ["USD m", 2024, 2025],
          ["Total assets", 1000, 1100],
          ["Assets in the summary", ["=B2", 1000], ["=C2", 1100]],
          ["Balance check", ['=IF(B2=B3,"OK","ERROR")', "OK"], ['=IF(C2=C3,"OK","ERROR")', "OK"]],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B4:C4"]);
  });
});
