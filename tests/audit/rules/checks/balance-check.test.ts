import { balanceCheck } from "../../../../src/audit/rules/checks/balance-check";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const assets = ["Total assets", 100, 110, 120, 130];
const liabilities = ["Total liabilities", 60, 60, 60, 60];
const equity = ["Total equity", 40, 50, 60, 70];

describe("the balance check", () => {
  it("reports a check row that is not nought, with the sides it compares", () => {
    const snapshot = sheet(
      rows(
        years,
        assets,
        ["Total liabilities and equity", 100, 90, 100, 130],
        ["Balance check", ["=B2-B3", 0], ["=C2-C3", 20], ["=D2-D3", 20], ["=E2-E3", 0]],
      ),
    );
    const findings = findWith(balanceCheck, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!C4:D4"]);
    expect(wordsOf(findings[0])).toContain("shows 20 in 2025");
  });

  it("reports a check that is typed", () => {
    const snapshot = sheet(rows(years, assets, liabilities, equity, ["Balance check", "OK", "OK", "OK", "OK"]));
    expect(findWith(balanceCheck, snapshot).map(({ title }) => title)).toEqual(["“Balance check” cannot fail"]);
  });

  it("accepts a balanced sheet, rounding, a verdict of one and a checking account", () => {
    const snapshot = sheet(
      rows(
        years,
        assets,
        liabilities,
        equity,
        ["Balance check", ["=B2-B3-B4", 0], ["=C2-C3-C4", 0.01], ["=D2-D3-D4", 0], ["=E2-E3-E4", -0.01]],
        ["Check", ["=IF(B5=0,1,0)", 1], ["=IF(C5=0,1,0)", 1], ["=IF(D5=0,1,0)", 1], ["=IF(E5=0,1,0)", 1]],
        ["Checking account", 5, 5, 5, 5],
      ),
    );
    expect(findWith(balanceCheck, snapshot)).toEqual([]);
  });
});

describe("checks that are typed", () => {
  it("passes over a period left out in so many words", () => {
    const typed = (...answers: readonly (number | string)[]) =>
      sheet(rows(years, assets, ["Balance check", ...answers]));
    expect(placesOf(findWith(balanceCheck, typed(0, "-", 0, 0)))).toEqual(["Sheet1!B3,D3:E3"]);
    expect(findWith(balanceCheck, typed("-", "-", "n/a", "-"))).toEqual([]);
  });

  it("accepts shares that come to one", () => {
    const shares = rows(["Debt share", 0.4], ["Equity share", 0.6], ["Total weight check", ["=SUM(B1:B2)", 1]]);
    expect(findWith(balanceCheck, sheet(shares))).toEqual([]);
  });

  it("measures shares against the whole, however they are added up", () => {
    const shares = (debt: number, sum: number) =>
      sheet(
        rows(
          ["Debt share", [debt, debt, "0%"]],
          ["Equity share", [0.6, 0.6, "0%"]],
          ["Total weight check", ["=+B1+B2", sum, "0%"]],
        ),
      );
    expect(findWith(balanceCheck, shares(0.4, 1))).toEqual([]);
    expect(wordsOf(findWith(balanceCheck, shares(0.3, 0.9))[0])).toContain("should come to the whole");
  });
});

describe("checks that let something pass", () => {
  it("says of an error taken for balanced only that", () => {
    const formula = (column: string) => [`=IFERROR(IF(ABS(${column}2-${column}3)>1,"ERROR","OK"),"OK")`, "OK"] as const;
    const snapshot = sheet(
      rows(
        years,
        assets,
        ["Total liabilities and equity", 100, 110, 120, 130],
        ["Balance check", formula("B"), formula("C"), formula("D"), formula("E")],
      ),
    );
    const findings = findWith(balanceCheck, snapshot);
    expect(findings.map(({ title }) => title)).toEqual(["“Balance check” passes when it cannot calculate"]);
    expect(wordsOf(findings[0])).toContain("A model that does not calculate would pass it.");
    expect(wordsOf(findings[0])).not.toContain("does not balance");
  });
});

describe("checks laid out and masked in other ways", () => {
  const years = ["USD m", 2024, 2025, 2026];
  const sides = [
    ["Total assets", 1000, 1100, 1200],
    ["Total liabilities and equity", 1000, 1100, 1150],
  ] as const;
  const verdicts = (...formulas: readonly string[]) =>
    sheet(rows(years, ...sides, ["Balance check", ...formulas.map((formula) => [formula, "OK"] as const)]));
  const across = (formula: (column: string) => string) => verdicts(...["B", "C", "D"].map(formula));

  it.each([
    ["a limit the difference is above of", (c: string) => `=IF(ABS(${c}2-${c}3)>100,"ERROR","OK")`],
    ["rounding to thousands", (c: string) => `=IF(ROUND(${c}2-${c}3,-3)=0,"OK","ERROR")`],
    ["a limit in a cell of its own", (c: string) => `=IF(ABS(${c}2-${c}3)<$G$1,"OK","ERROR")`],
  ])("reports %s", (_name, formula) => {
    const snapshot = workbookWithLimit(formula);
    expect(placesOf(findWith(balanceCheck, snapshot))).toEqual(["Sheet1!B4:D4"]);
  });

  function workbookWithLimit(formula: (column: string) => string) {
    const cells = rows(years, ...sides, ["Balance check", ...["B", "C", "D"].map((c) => [formula(c), "OK"] as const)]);
    return sheet({ ...cells, G1: 100 });
  }

  it("accepts a limit of rounding, and rounding to whole units of large figures", () => {
    expect(
      findWith(
        balanceCheck,
        across((c) => `=IF(ABS(${c}2-${c}3)>1,"ERROR","OK")`),
      ),
    ).toEqual([]);
    expect(
      findWith(
        balanceCheck,
        across((c) => `=IF(ROUND(${c}2-${c}3,0)=0,"OK","ERROR")`),
      ),
    ).toEqual([]);
  });

  it("reports a master check that is content with one of its parts", () => {
    const master = sheet(
      rows(
        ["Balance", ["=IF(1=1,0,1)", 0]],
        ["Cash", ["=IF(1=1,0,1)", 0]],
        ["Model check", ['=IF(OR(B1=0,B2=0),"OK","ERROR")', "OK"]],
      ),
    );
    expect(findWith(balanceCheck, master).map(({ title }) => title)).toEqual([
      "“Model check” passes where any part passes",
    ]);
  });

  it("reports the failing row of a column headed as check", () => {
    const table = sheet(
      rows(
        ["Account", "Ledger", "Model", "Check"],
        ["Receivables", 500, 500, ["=B2-C2", 0]],
        ["Inventory", 300, 280, ["=B3-C3", 20]],
        ["Payables", 200, 200, ["=B4-C4", 0]],
      ),
    );
    expect(placesOf(findWith(balanceCheck, table))).toEqual(["Sheet1!D3"]);
  });
});
