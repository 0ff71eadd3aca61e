import { externalLink } from "../../../../src/audit/rules/references/external-link";
import { hiddenInTotal } from "../../../../src/audit/rules/formulas/hidden-in-total";
import { maskedError } from "../../../../src/audit/rules/checks/masked-error";
import { undiscountedPart } from "../../../../src/audit/rules/valuation/undiscounted-part";
import { unsortedLookup } from "../../../../src/audit/rules/references/unsorted-lookup";
import { error, sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("undiscounted part", () => {
  const flows = (last: string) =>
    rows(
      ["Rate", 0.1],
      ["Year", "Flow", "Present value"],
      [1, 100, ["=B3/(1+$B$1)^A3", 90.9]],
      [2, 110, ["=B4/(1+$B$1)^A4", 90.9]],
      [3, 120, [last, 200]],
    );

  it("reports a sum that is divided by the discount factor without brackets", () => {
    const findings = findWith(undiscountedPart, sheet(flows("=B5+B4/(1+$B$1)^A5")));
    expect(placesOf(findings)).toEqual(["Sheet1!C5"]);
    expect(wordsOf(findings[0])).toContain("only the last one is discounted");
  });

  it("accepts the bracketed sum, and a sum of present values", () => {
    expect(findWith(undiscountedPart, sheet(flows("=(B5+B4)/(1+$B$1)^A5")))).toEqual([]);
    expect(findWith(undiscountedPart, sheet(flows("=B5/(1+$B$1)^A5+B4/(1+$B$1)^A4")))).toEqual([]);
  });
});

describe("unsorted look-up", () => {
  const bands = (keys: readonly number[], formula: string) =>
    rows(["From", "Rate"], ...keys.map((key, i) => [key, i / 10] as const), ["Rate", [formula, 0.1]]);

  it("reports the nearest match among keys that do not ascend", () => {
    expect(placesOf(findWith(unsortedLookup, sheet(bands([0, 50, 20, 80], "=VLOOKUP(30,A2:B5,2)"))))).toEqual([
      "Sheet1!B6",
    ]);
    expect(placesOf(findWith(unsortedLookup, sheet(bands([0, 50, 20, 80], "=MATCH(30,A2:A5,1)"))))).toEqual([
      "Sheet1!B6",
    ]);
  });

  it("accepts sorted keys and exact matches", () => {
    expect(findWith(unsortedLookup, sheet(bands([0, 20, 50, 80], "=VLOOKUP(30,A2:B5,2,TRUE)")))).toEqual([]);
    expect(findWith(unsortedLookup, sheet(bands([0, 50, 20, 80], "=VLOOKUP(20,A2:B5,2,FALSE)")))).toEqual([]);
    expect(findWith(unsortedLookup, sheet(bands([0, 50, 20, 80], "=MATCH(20,A2:A5,0)")))).toEqual([]);
  });
});

describe("external link", () => {
  it("reports the formulas of a sheet that read another workbook, the empty-handed first", () => {
    const cells = rows(["Price", ["=[1]Market!B2", 40]], ["Tax", ["=[1]Market!B3", 0]], ["Sum", ["=B1+B2", 40]]);
    const findings = findWith(externalLink, sheet(cells));
    expect(placesOf(findings)).toEqual(["Sheet1!B1:B2"]);
    expect(wordsOf(findings[0])).toContain("“Tax” in B2");
  });
});

describe("masked error", () => {
  it("reports a value shown in place of an error that stands in the model", () => {
    const cells = rows(
      ["Margin", [`=B3/B4`, error("#DIV/0!")]],
      ["Value", ["=IFERROR(B1*10,5)", 5]],
      ["Profit", 3],
      ["Sales", 0],
    );
    expect(placesOf(findWith(maskedError, sheet(cells)))).toEqual(["Sheet1!B2"]);
  });

  it("accepts an IFERROR that guards against a division of its own, and one for a look-up without a match", () => {
    const guard = rows(["Profit", 3], ["Sales", 0], ["Margin", ["=IFERROR(B1/B2,0)", 0]]);
    const missing = rows(["Key", ["=VLOOKUP(1,D1:E2,2,0)", error("#N/A")]], ["Value", ["=IFERROR(B1,0)", 0]]);
    expect(findWith(maskedError, sheet(guard))).toEqual([]);
    expect(findWith(maskedError, sheet(missing))).toEqual([]);
  });
});

describe("hidden in a total", () => {
  const cells = rows(["a", 1], ["b", 2], ["c", 3], ["d", 4], ["Total", ["=SUM(B1:B4)", 10]]);

  it("reports a hidden figure among shown ones", () => {
    const findings = findWith(hiddenInTotal, sheet(cells, { hiddenRows: [1] }));
    expect(placesOf(findings)).toEqual(["Sheet1!B5"]);
    expect(wordsOf(findings[0])).toContain("B2");
  });

  it("accepts detail folded away as a whole", () => {
    expect(findWith(hiddenInTotal, sheet(cells, { hiddenRows: [0, 1, 2, 3] }))).toEqual([]);
    expect(findWith(hiddenInTotal, sheet(cells))).toEqual([]);
  });
});
