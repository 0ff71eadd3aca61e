import { doubledMinus } from "../../../../src/audit/rules/formulas/doubled-minus";
import { shiftedRange } from "../../../../src/audit/rules/formulas/shifted-range";
import { sidewaysTotal } from "../../../../src/audit/rules/formulas/sideways-total";
import { unequalWeights } from "../../../../src/audit/rules/formulas/unequal-weights";
import { unevenTotals } from "../../../../src/audit/rules/formulas/uneven-totals";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("uneven totals", () => {
  const body = [
    ["", "North", "South", "West"],
    ["Apples", 4, 5, 6],
    ["Pears", 1, 2, 3],
    ["Plums", 7, 8, 9],
  ] as const;

  it("reports the one total of a row that begins too late", () => {
    const totals = ["Total", ["=SUM(B2:B4)", 12], ["=SUM(C3:C4)", 10], ["=SUM(D2:D4)", 18]] as const;
    const findings = findWith(unevenTotals, sheet(rows(...body, totals)));
    expect(placesOf(findings)).toEqual(["Sheet1!C5"]);
    expect(wordsOf(findings[0])).toContain("leaves out C2, which holds 5");
  });

  it("accepts shares that come to the whole without the one left out", () => {
    const share = (value: number) => [value, value, "0%"] as const;
    const total = (formula: string, value: number) => [formula, value, "0%"] as const;
    const shares = (last: number) =>
      sheet(
        rows(
          ["", "Before", "After", "Later"],
          ["Options", share(0), share(0.1), share(0.2)],
          ["Founders", share(0.6), share(0.5), share(0.4)],
          ["Fund", share(last), share(0.4), share(0.4)],
          ["Total", total("=SUM(B3:B4)", 0.6 + last), total("=SUM(C2:C4)", 1), total("=SUM(D2:D4)", 1)],
        ),
      );
    expect(findWith(unevenTotals, shares(0.4))).toEqual([]);
    expect(placesOf(findWith(unevenTotals, shares(0.3)))).toEqual(["Sheet1!B5"]);
  });

  it("reports the many where the one beside them is whole", () => {
    const totals = ["Total", ["=SUM(B3:B4)", 8], ["=SUM(C3:C4)", 10], ["=SUM(D2:D4)", 18]] as const;
    expect(placesOf(findWith(unevenTotals, sheet(rows(...body, totals))))).toEqual(["Sheet1!B5:C5"]);
  });

  it("reports a total down a column of them that stops a column short", () => {
    const cells = rows(
      ["", "Q1", "Q2", "Q3", "Q4", "Year"],
      ["Apples", 1, 2, 3, 4, ["=SUM(B2:E2)", 10]],
      ["Pears", 1, 2, 3, 4, ["=SUM(B3:D3)", 6]],
      ["Plums", 1, 2, 3, 4, ["=SUM(B4:E4)", 10]],
    );
    expect(placesOf(findWith(unevenTotals, sheet(cells)))).toEqual(["Sheet1!F3"]);
  });

  it("reports a sum across that leaves out a column blank in its row, where those around it take the column in", () => {
    const cells = rows(
      ["", "Grant", "Fund", "Other", "All"],
      ["Rent", 4, 1, 2, ["=SUM(B2:D2)", 7]],
      ["Travel", null, 3, 1, ["=SUM(C3:D3)", 4]],
      ["Paper", 2, 2, 2, ["=SUM(B4:D4)", 6]],
      ["Post", 1, 1, 1, ["=SUM(B5:D5)", 3]],
    );
    const findings = findWith(unevenTotals, sheet(cells));
    expect(placesOf(findings)).toEqual(["Sheet1!E3"]);
    expect(wordsOf(findings[0])).toContain("leaves out B3, which is blank");
    expect(findings[0]?.severity).toBe("low");
  });

  it("reports a sum of one cell among sums of a range", () => {
    const totals = ["Total", ["=SUM(B2:B4)", 12], ["=SUM(C4)", 8], ["=SUM(D2:D4)", 18]] as const;
    expect(placesOf(findWith(unevenTotals, sheet(rows(...body, totals))))).toEqual(["Sheet1!C5"]);
  });

  it("accepts averages that begin after a first period without a figure, and sums that leave out a blank row", () => {
    const averages = rows(
      ["", 2021, 2022, 2023, "Mean"],
      ["Sales", 4, 5, 6, ["=AVERAGE(B2:D2)", 5]],
      ["Growth", null, 0.25, 0.2, ["=AVERAGE(C3:D3)", 0.225]],
      ["Costs", 1, 2, 3, ["=AVERAGE(B4:D4)", 2]],
    );
    const cushioned = rows(
      ["", "North", "South", "West", "East"],
      ["Apples", 4, 5, 6, 1],
      ["Pears", 1, 2, 3, 1],
      [],
      ["Total", ["=SUM(B2:B4)", 5], ["=SUM(C2:C4)", 7], ["=SUM(D2:D3)", 9], ["=SUM(E2:E4)", 2]],
    );
    expect(findWith(unevenTotals, sheet(averages))).toEqual([]);
    expect(findWith(unevenTotals, sheet(cushioned))).toEqual([]);
  });

  it("accepts a range that takes in a heading of words or a year, and sums that grow by design", () => {
    const headed = rows(
      ["", 2021, 2022, 2023],
      ["Apples", 4, 5, 6],
      ["Pears", 1, 2, 3],
      ["Total", ["=SUM(B2:B3)", 5], ["=SUM(C1:C3)", 2029], ["=SUM(D2:D3)", 9]],
    );
    const growing = rows(
      ["", "Jan", "Feb", "Mar", "To date"],
      ["Apples", 4, 5, 6, ["=SUM($B2:C2)", 9]],
      ["Pears", 1, 2, 3, ["=SUM($B3:C3)", 3]],
      ["Plums", 1, 2, 3, ["=SUM($B4:D4)", 6]],
    );
    expect(findWith(unevenTotals, sheet(headed))).toEqual([]);
    expect(findWith(unevenTotals, sheet(growing))).toEqual([]);
  });
});

describe("sideways total", () => {
  const body = [
    ["", "North", "South", "West"],
    ["Apples", 4, 5, 6],
    ["Pears", 1, 2, 3],
  ] as const;

  it("reports a sum that took the totals at its left", () => {
    const totals = ["Total", ["=SUM(B2:B3)", 5], ["=SUM(C2:C3)", 7], ["=SUM(B4:C4)", 12]] as const;
    const findings = findWith(sidewaysTotal, sheet(rows(...body, totals)));
    expect(placesOf(findings)).toEqual(["Sheet1!D4"]);
    expect(wordsOf(findings[0])).toContain("D2:D3");
  });

  it("accepts the corner of a table whose last column adds up each row", () => {
    const cells = rows(
      ["", "North", "South", "All"],
      ["Apples", 4, 5, ["=SUM(B2:C2)", 9]],
      ["Pears", 1, 2, ["=SUM(B3:C3)", 3]],
      ["Total", ["=SUM(B2:B3)", 5], ["=SUM(C2:C3)", 7], ["=SUM(B4:C4)", 12]],
    );
    expect(findWith(sidewaysTotal, sheet(cells))).toEqual([]);
  });
});

describe("doubled minus", () => {
  it("reports two minus signs in a row, and not a negative in brackets or at the start", () => {
    const cells = rows(
      ["Opening", 5],
      ["Closing", 3],
      ["Change", ["=B1--B2", 8]],
      ["Other", ["=B1-(-B2)", 8]],
      ["Flag", ["=--(B1>B2)", 1]],
    );
    expect(placesOf(findWith(doubledMinus, sheet(cells)))).toEqual(["Sheet1!B3"]);
  });
});

describe("shifted range", () => {
  const table = [
    ["Site", "May", "June", "July"],
    ["Aston", 1, 2, 3],
    ["Bere", 4, 5, 6],
    ["Cobham", 7, 8, 9],
    ["Dale", 1, 2, 3],
    ["Total", ["=SUM(B2:B5)", 13], ["=SUM(C2:C5)", 17], ["=SUM(D2:D5)", 21]],
  ] as const;

  it("reports a count that takes in the heading and misses the last entry", () => {
    const findings = findWith(shiftedRange, sheet(rows(...table, [], ["Sites", ["=COUNTA(A1:A4)", 4]])));
    expect(placesOf(findings)).toEqual(["Sheet1!B8"]);
  });

  it("accepts a count over the table itself", () => {
    expect(findWith(shiftedRange, sheet(rows(...table, [], ["Sites", ["=COUNTA(A2:A5)", 4]])))).toEqual([]);
  });
});

describe("unequal weights", () => {
  const body = (whole: number) =>
    rows(
      ["Site", "Seen", "Share"],
      ["Aston", 9, ["=B2/10", 0.9]],
      ["Bere", 18, ["=B3/20", 0.9]],
      ["Cobham", 9, ["=B4/10", 0.9]],
      ["Dale", 5, ["=B5/10", 0.5]],
      ["All", ["=SUM(B2:B5)", 41], [`=SUM(B2:B5)/${whole}`, 0.82]],
    );

  it("reports a typed whole that the rows’ own do not add up to", () => {
    const findings = findWith(unequalWeights, sheet(body(40)));
    expect(placesOf(findings)).toEqual(["Sheet1!C6"]);
    expect(wordsOf(findings[0])).toContain("add up to 50");
  });

  it("accepts one that they do", () => {
    expect(findWith(unequalWeights, sheet(body(50)))).toEqual([]);
  });
});
