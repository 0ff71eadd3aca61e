import { typedSum } from "../../../../src/audit/rules/typed/typed-sum";
import { sheet, workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const owing = (debt: WrittenCell) => sheet(rows(["Total debt", debt], ["Interest", ["=B1*0.05", 40]]));

describe("a formula made of typed numbers", () => {
  it("is reported with what stands in it", () => {
    const findings = findWith(typedSum, owing(["=318+525.5", 843.5]));
    expect(placesOf(findings)).toEqual(["Sheet1!B1"]);
    expect(findings[0]).toMatchObject({ severity: "low" });
    expect(wordsOf(findings[0])).toContain("from 318+525.5");
    expect(placesOf(findWith(typedSum, owing(["=(1+0.079)/(1+0.075)-1", 0.0037])))).toEqual(["Sheet1!B1"]);
  });

  it("is no scale, no fraction, no sign and nothing that reads a cell", () => {
    for (const formula of ["=8.5*1000", "=3/4", "=-318", "=318%", "=B2+318+525.5"])
      expect(findWith(typedSum, owing([formula, 100]))).toEqual([]);
  });

  it("is the way back to the filing on a sheet of peers' figures", () => {
    const cells = rows(["Total debt", ["=318+525.5", 843.5]], ["Interest", ["=B1*0.05", 40]]);
    expect(findWith(typedSum, workbook({ "Comps Data": cells }))).toEqual([]);
    expect(findWith(typedSum, workbook({ Model: cells }))).toHaveLength(1);
  });
});
