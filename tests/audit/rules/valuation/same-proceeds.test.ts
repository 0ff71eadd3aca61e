import { sameProceeds } from "../../../../src/audit/rules/valuation/same-proceeds";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const table = (...rates: readonly WrittenCell[]) =>
  sheet(rows(["IRR by holding period"], ["Years", 3, 4, 5, 6], ["IRR", ...rates]));

describe("returns over several holding periods", () => {
  it("are reported where all of them come from one exit", () => {
    const findings = findWith(
      sameProceeds,
      table(["=2^(1/B2)-1", 0.25992], ["=2^(1/C2)-1", 0.189207], ["=2^(1/D2)-1", 0.148698], ["=2^(1/E2)-1", 0.122462]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B3:E3"]);
    expect(wordsOf(findings[0])).toContain("turns the money into 2.0x");
  });

  it("are accepted where a later exit fetches more", () => {
    expect(findWith(sameProceeds, table(0.25, 0.22, 0.2, 0.19))).toEqual([]);
  });

  it("are accepted where one rate holds for every year", () => {
    expect(findWith(sameProceeds, table(0.2, 0.2, 0.2, 0.2))).toEqual([]);
  });
});
