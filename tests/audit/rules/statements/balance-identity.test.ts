import { balanceIdentity } from "../../../../src/audit/rules/statements/balance-identity";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const assets = ["Total assets", 100, 110, 120, 130];
const liabilities = ["Total liabilities", 60, 60, 60, 60];

describe("the two sides of a balance sheet", () => {
  it("reports a balance sheet without a check that does not balance", () => {
    const findings = findWith(
      balanceIdentity,
      sheet(rows(years, assets, liabilities, ["Total equity", 40, 50, 60, 90])),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E2:E4"]);
    expect(wordsOf(findings[0])).toContain("a difference of -20");
  });

  it("leaves it to the sheet's own check where that fails already", () => {
    const check = ["Balance check", ["=B2-B3-B4", 0], ["=C2-C3-C4", 0], ["=D2-D3-D4", 0], ["=E2-E3-E4", -20]] as const;
    expect(
      findWith(balanceIdentity, sheet(rows(years, assets, liabilities, ["Total equity", 40, 50, 60, 90], check))),
    ).toEqual([]);
  });

  it("reads totals without words by what they add up", () => {
    const findings = findWith(
      balanceIdentity,
      sheet({
        ...rows(
          ["Balance sheet", 2024, 2025],
          ["Cash", 20, 25],
          ["Receivables", 30, 35],
          ["Property, plant and equipment", 50, 60],
        ),
        B5: ["=SUM(B2:B4)", 100],
        C5: ["=SUM(C2:C4)", 120],
        A6: "Accounts payable",
        B6: 60,
        C6: 60,
        A7: "Retained earnings",
        B7: 40,
        C7: 45,
        B8: ["=B6+B7", 100],
        C8: ["=C6+C7", 105],
      }),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C5,C8"]);
    expect(wordsOf(findings[0])).toContain("a difference of 15");
  });

  it("finds the other side by what it adds up, whatever it is called", () => {
    const findings = findWith(
      balanceIdentity,
      sheet(
        rows(
          years,
          ["Total assets", 100, 110, 120, 130],
          ["Accounts payable", 60, 60, 60, 60],
          ["Retained earnings", 40, 50, 60, 60],
          ["Payables and earnings", ["=B3+B4", 100], ["=C3+C4", 110], ["=D3+D4", 120], ["=E3+E4", 120]],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E2,E5"]);
  });

  it("accepts sides that agree, and parts that are no totals", () => {
    expect(
      findWith(balanceIdentity, sheet(rows(years, assets, liabilities, ["Total equity", 40, 50, 60, 70]))),
    ).toEqual([]);
    expect(
      findWith(balanceIdentity, sheet(rows(years, assets, ["Liabilities", 6, 6, 6, 6], ["Equity", 4, 5, 6, 7]))),
    ).toEqual([]);
  });
});
