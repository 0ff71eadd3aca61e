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

  const profits = (profit: string, ...more: (readonly WrittenCell[])[]) =>
    sheet(
      rows(
        years,
        ["Gross profit", 400, 450, 500, 540],
        ["SG&A expense", 150, 160, 170, 180],
        ["Depreciation & amortization", 40, 45, 50, 55],
        ["Operating income", 210, 245, 280, [profit, 230]],
        ["EBITDA", 250, 290, 330, ["=E2-E3", 360]],
        ...more,
      ),
    );

  it("accepts an EBITDA before further charges of its kind that profit bears in rows of their own", () => {
    const writeUps = [
      ["Depreciation of the write-up", 0, 0, 0, 25],
      ["Amortization of new intangibles", 0, 0, 0, 50],
    ];
    expect(findWith(identityBreaks, profits("=E2-E3-E4-E7-E8", ...writeUps))).toEqual([]);
  });

  it("reports an EBITDA that leaves out costs of another kind", () => {
    const costs = [
      ["Marketing expense", 0, 0, 0, 25],
      ["Rent expense", 0, 0, 0, 50],
    ];
    expect(placesOf(findWith(identityBreaks, profits("=E2-E3-E4-E7-E8", ...costs)))).toEqual(["Sheet1!E6"]);
  });

  it("accepts statements that are made in another way throughout", () => {
    expect(findWith(identityBreaks, statement([380, 430, 470, 510]))).toEqual([]);
  });
});
