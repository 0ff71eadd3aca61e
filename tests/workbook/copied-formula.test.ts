import { type CellAddress } from "../../src/contracts/model-map";
import { formatFullReference, parseAddress } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { workbook } from "../support/sheet";

function at(written: string, sheet = "Plan"): CellAddress {
  return { sheet, ...parseAddress(written)! };
}

describe("copies of one formula", () => {
  const index = indexWorkbook(
    workbook({
      Plan: { C5: "=B5*(1+C$2)-SUM(B3:$B$4)", D6: "=C6*(1+D$2)-SUM(C4:$B$4)", D5: "=C5*(1+D$3)" },
      Other: { C5: "=B5*(1+C$2)-SUM(B3:$B$4)", D7: "=ROW(D3)+Plan!D7", E7: "=ROW(E3)+Plan!E7" },
    }),
  );
  const precedents = (cell: CellAddress) => index.precedentsOf(cell).map(formatFullReference);

  it("share one reading, whatever their sheet", () => {
    expect(index.formulaAt(at("D6"))).toBe(index.formulaAt(at("C5")));
    expect(index.formulaAt(at("C5", "Other"))).toBe(index.formulaAt(at("C5")));
    expect(index.formulaAt(at("D5"))).not.toBe(index.formulaAt(at("C5")));
    expect(index.r1c1At(at("D6"))).toBe("=RC[-1]*(1+R2C)-SUM(R[-2]C[-1]:R4C2)");
  });

  it("read each its own cells", () => {
    expect(precedents(at("C5"))).toEqual(["Plan!B5", "Plan!C2", "Plan!B3:B4"]);
    expect(precedents(at("D6"))).toEqual(["Plan!C6", "Plan!D2", "Plan!B4:C4"]);
    expect(precedents(at("C5", "Other"))).toEqual(["Other!B5", "Other!C2", "Other!B3:B4"]);
    expect(precedents(at("E7", "Other"))).toEqual(["Plan!E7"]);
  });

  it("say what they refer to as it is written in each", () => {
    const written = (cell: CellAddress) => index.referencesAt(cell).map((reference) => reference.written);
    expect(written(at("D6"))).toEqual(["C6", "D$2", "C4:$B$4"]);
    expect(written(at("E7", "Other"))).toEqual(["E3", "Plan!E7"]);
  });
});
