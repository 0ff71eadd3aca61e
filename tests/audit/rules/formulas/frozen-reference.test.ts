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
});
