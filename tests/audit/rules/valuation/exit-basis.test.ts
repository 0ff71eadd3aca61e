import { exitBasis } from "../../../../src/audit/rules/valuation/exit-basis";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

const deal = (...below: readonly Line[]) =>
  sheet(
    rows(
      ["Entry multiple", 8],
      ["Exit multiple", 9],
      [],
      ["Year", "2025E", "2026E", "2027E"],
      ["EBITDA", 100, 110, 120],
      ["Repayment", 50, 50, 50],
      ["Total debt", ["=500-B6", 450], ["=B7-C6", 400], ["=C7-D6", 350]],
      [],
      ...below,
    ),
  );

describe("the basis of an exit", () => {
  it("is reported where the value at exit reads the entry multiple", () => {
    const findings = findWith(
      exitBasis,
      deal(["Exit enterprise value", ["=D5*B1", 960]], ["Exit equity value", ["=B9-D7", 610]]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B9,B2"]);
    expect(wordsOf(findings[0])).toContain("“Exit multiple” of 9.0x in B2 is stated for that and never reaches it");
  });

  it("is reported where a second exit multiple is a link to the entry multiple", () => {
    const findings = findWith(
      exitBasis,
      deal(["Exit multiple used", ["=B1", 8]], ["Exit enterprise value", ["=D5*B9", 960]]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B9,B2"]);
  });

  it("is accepted where the exit reads its own multiple", () => {
    expect(
      findWith(exitBasis, deal(["Exit enterprise value", ["=D5*B2", 1080]], ["Exit equity value", ["=B9-D7", 730]])),
    ).toEqual([]);
  });

  it("is accepted where the exit multiple is assumed to be the entry multiple", () => {
    const findings = findWith(
      exitBasis,
      sheet(
        rows(
          ["Entry multiple", 8],
          ["Exit multiple", ["=B1", 8]],
          ["EBITDA at exit", 120],
          ["Exit enterprise value", ["=B3*B2", 960]],
          ["Exit equity value", ["=B4-100", 860]],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });

  it("is reported where the debt at exit is typed and no year of the schedule has it", () => {
    const findings = findWith(exitBasis, deal(["Net debt at exit", 120], ["Exit equity value", ["=D5*B2-B9", 960]]));
    expect(placesOf(findings)).toEqual(["Sheet1!B9"]);
    expect(wordsOf(findings[0])).toContain("ends at 350 in 2027E");
  });

  it("accepts a typed debt that the schedule has too, and a ratio of debt", () => {
    expect(
      findWith(
        exitBasis,
        deal(["Net debt at exit", 350], ["Debt / EBITDA at exit", 2.9], ["Exit equity value", ["=D5*B2-B9", 730]]),
      ),
    ).toEqual([]);
  });
});
