import { textDate } from "../../../../src/audit/rules/references/text-date";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const returns = (first: string | number | readonly [string, string | number], formula = "=XIRR(B2:B4,A2:A4)") =>
  workbook({
    Inputs: rows(["Loan"], ["Close date", "2026-01-01"]),
    Returns: rows(["Date", "Cash flow"], [first, -100], [46387, 10], [46752, 110], ["IRR", [formula, 0.1]]),
  });

describe("dates kept as text", () => {
  it("reports the place where a date of a return was written as text", () => {
    const findings = findWith(textDate, returns(["=Inputs!B2", "2026-01-01"]));
    expect(placesOf(findings)).toEqual(["Inputs!B2"]);
    expect(findings[0]!.title).toBe("“Close date” is a date kept as text");
    expect(wordsOf(findings[0])).toContain("XIRR counts days");
  });

  it("reports a text typed in the series itself", () => {
    expect(placesOf(findWith(textDate, returns("1 Jan 2026")))).toEqual(["Returns!A2"]);
  });

  it("accepts real dates, headings in the range and texts that only other functions read", () => {
    expect(findWith(textDate, returns(46023))).toEqual([]);
    expect(findWith(textDate, returns(46023, "=XIRR(B1:B4,A1:A4)"))).toEqual([]);
    expect(findWith(textDate, returns("1 Jan 2026", "=IRR(B2:B4)"))).toEqual([]);
  });
});
