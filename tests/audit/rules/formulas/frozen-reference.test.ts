import { frozenReference } from "../../../../src/audit/rules/formulas/frozen-reference";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

const years = ["USD m", "2024E", "2025E", "2026E", "2027E"];
const revenue = ["Revenue", 100, 110, 125, 140];

describe("frozen references", () => {
  it("reports a row that reads one year of a row that moves", () => {
    const costs = ["Marketing", ["=$B$2*0.1", 10], ["=$B$2*0.1", 10], ["=$B$2*0.1", 10], ["=$B$2*0.1", 10]] as const;
    const findings = findWith(frozenReference, sheet(rows(years, revenue, costs)));
    expect(placesOf(findings)).toEqual(["Sheet1!B3:E3"]);
    expect(findings[0]!.title).toBe("“Marketing” reads one period of “Revenue” in every period");
  });

  it("accepts a row that moves along, an index and a constant rate", () => {
    const moving = ["Marketing", ["=B2*0.1", 10], ["=C2*0.1", 11], ["=D2*0.1", 13], ["=E2*0.1", 14]] as const;
    const index = ["Revenue index", ["=B2/$B$2", 1], ["=C2/$B$2", 1.1], ["=D2/$B$2", 1.25], ["=E2/$B$2", 1.4]] as const;
    const rate = ["Rate", 0.1, 0.1, 0.1, 0.1];
    const constant = ["Fees paid", ["=B2*$B$3", 10], ["=C2*$B$3", 11], ["=D2*$B$3", 13], ["=E2*$B$3", 14]] as const;
    expect(findWith(frozenReference, sheet(rows(years, revenue, moving)))).toEqual([]);
    expect(findWith(frozenReference, sheet(rows(years, revenue, index)))).toEqual([]);
    expect(findWith(frozenReference, sheet(rows(years, revenue, rate, constant)))).toEqual([]);
  });

  it("reports a row of links that all show one year, and accepts one whose name says so", () => {
    const balance = ["Bank loan", 90, 70, 45, 20];
    const links = ["=$B$2", "=$B$2", "=$B$2", "=$B$2"].map((formula) => [formula, 90] as const);
    const model = (label: string) => sheet(rows(years, balance, [label, ...links]));
    expect(placesOf(findWith(frozenReference, model("Debt outstanding")))).toEqual(["Sheet1!B3:E3"]);
    expect(findWith(frozenReference, model("Entry debt"))).toEqual([]);
  });

  it("reports a row whose later cells all go back to its first, written without dollar signs", () => {
    const assets = ["Other assets", 50, ["=B2", 50], ["=B2", 50], ["=B2", 50]] as const;
    const findings = findWith(frozenReference, sheet(rows(years, assets)));
    expect(placesOf(findings)).toEqual(["Sheet1!D2:E2"]);
    expect(findings[0]!.title).toBe("“Other assets” goes back to 2024E in every period");
  });

  it("reports growth that starts from the same year each time, and links to another row that stand still", () => {
    const growth = ["Sales", 100, ["=B2*1.1", 110], ["=B2*1.2", 120], ["=B2*1.3", 130]] as const;
    const shown = ["Shown", ["=B2", 100], ["=B2", 100], ["=B2", 100], ["=B2", 100]] as const;
    expect(findWith(frozenReference, sheet(rows(years, growth)))).toEqual([]);
    const alike = ["Sales", 100, ["=B2*1.1", 110], ["=B2*1.1", 110], ["=B2*1.1", 110]] as const;
    expect(findWith(frozenReference, sheet(rows(years, alike)))[0]?.severity).toBe("high");
    expect(placesOf(findWith(frozenReference, sheet(rows(years, revenue, shown))))).toEqual(["Sheet1!B3:E3"]);
  });

  it("accepts a cell off every row, a fixed one, and an outlay shown again in each case", () => {
    const typed = { ...rows(years, ["Tax", ["=B9", 5], ["=B9", 5], ["=B9", 5], ["=B9", 5]]), A9: "Levy", B9: 5 };
    const fixed = ["Other assets", 50, ["=$B2", 50], ["=$B2", 50], ["=$B2", 50]] as const;
    const outlay = ["Equity invested", 50, ["=B2", 50], ["=B2", 50], ["=B2", 50]] as const;
    for (const cells of [typed, rows(years, fixed), rows(years, outlay)])
      expect(findWith(frozenReference, sheet(cells))).toEqual([]);
  });
});
