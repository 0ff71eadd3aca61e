import { AuditContext, cellKey } from "../../../src/audit/audit-context";
import { compositionOf, termsOf } from "../../../src/audit/meaning/composition";
import { understandModel } from "../../../src/model/understand-model";
import { indexWorkbook } from "../../../src/workbook/index-workbook";
import { parseAddress } from "../../../src/workbook/address";
import { workbook } from "../../support/sheet";
import { rows } from "../find-with";

const years = ["USD m", 2025, 2026];
const index = indexWorkbook(
  workbook({
    Income: rows(
      years,
      ["Revenue", 100, 110],
      ["Cost of revenue", 40, 44],
      ["Gross profit", ["=B2-B3", 60], ["=C2-C3", 66]],
      ["Tax", ["=B4*0.2", 12], ["=C4*0.2", 13.2]],
      ["Net income", ["=B4+-1*B5", 48], ["=C4+-1*C5", 52.8]],
      ["Retained earnings", 48, ["=B7+C6", 100.8]],
      ["Counted twice", ["=SUM(B2:B4)", 200], ["=SUM(C2:C4)", 220]],
    ),
    Cash: rows(years, ["Net income", ["=IFERROR(Income!B6,0)", 48], ["=IFERROR(Income!C6,0)", 52.8]]),
  }),
);
const context = new AuditContext(index, understandModel(index));

function at(sheet: string, address: string) {
  return { sheet, ...parseAddress(address)! };
}

function factorIn(total: ReturnType<typeof at>, part: ReturnType<typeof at>): number | undefined {
  return compositionOf(context, total).parts.get(cellKey(part))?.factor;
}

describe("what a total is composed of", () => {
  it("gives each cell the sign with which it ends up in the total, through links and subtotals", () => {
    const total = at("Cash", "B2");
    expect(factorIn(total, at("Income", "B2"))).toBe(1);
    expect(factorIn(total, at("Income", "B3"))).toBe(-1);
    expect(factorIn(total, at("Income", "B5"))).toBe(-1);
  });

  it("says that a total is not exact where a formula does more than add", () => {
    expect(compositionOf(context, at("Cash", "B2")).exact).toBe(false);
    expect(compositionOf(context, at("Income", "B4")).exact).toBe(true);
  });

  it("adds up the ways a cell is counted", () => {
    expect(factorIn(at("Income", "B8"), at("Income", "B2"))).toBe(2);
    expect(factorIn(at("Income", "B8"), at("Income", "B3"))).toBe(0);
  });

  it("names the period before, but does not follow it", () => {
    const total = at("Income", "C7");
    expect(factorIn(total, at("Income", "B7"))).toBe(1);
    expect(factorIn(total, at("Income", "C2"))).toBe(1);
    expect(factorIn(total, at("Income", "B2"))).toBeUndefined();
  });

  it("reads the terms of one formula cell by cell", () => {
    expect(termsOf(context, at("Income", "B6")).terms).toHaveLength(2);
    expect(termsOf(context, at("Income", "B2"))).toEqual({ terms: [], exact: true });
  });
});
