import { identityBreaks } from "../../../../src/audit/rules/statements/identity-breaks";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2021A", "2022A", "2023A", "2024A"];
const statement = (profit: readonly WrittenCell[], ...more: (readonly WrittenCell[])[]) =>
  sheet(
    rows(years, ["Revenue", 1000, 1100, 1200, 1300], ["Cost of goods sold", -600, -650, -700, -760], ...more, [
      "Gross profit",
      ...profit,
    ]),
  );

describe("subtotals against their parts", () => {
  it("reports the year in which a gross profit is not revenue less cost", () => {
    const findings = findWith(identityBreaks, statement([400, 450, 590, 540]));
    expect(placesOf(findings)).toEqual(["Sheet1!D4"]);
    expect(wordsOf(findings[0])).toContain("come to 500");
  });

  it("reports cash that does not close where opening and change say", () => {
    const cash = sheet(
      rows(
        years,
        ["Beginning cash", 100, 150, 210, 280],
        ["Net change in cash", 50, 60, 70, 80],
        ["Ending cash", 150, 210, 310, 360],
      ),
    );
    expect(placesOf(findWith(identityBreaks, cash))).toEqual(["Sheet1!D4"]);
  });

  it("accepts subtotals that agree, whichever sign costs are shown with", () => {
    expect(findWith(identityBreaks, statement([400, 450, 500, 540]))).toEqual([]);
  });

  it("accepts a gap that is another line of the statement", () => {
    const findings = findWith(identityBreaks, statement([400, 450, 590, 540], ["One-off credit", 0, 0, 90, 0]));
    expect(findings).toEqual([]);
  });

  it("accepts statements that are made in another way throughout", () => {
    expect(findWith(identityBreaks, statement([380, 430, 470, 510]))).toEqual([]);
  });
});
