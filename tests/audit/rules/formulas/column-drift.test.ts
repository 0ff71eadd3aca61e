import { columnDrift } from "../../../../src/audit/rules/formulas/column-drift";
import { typedInCopy } from "../../../../src/audit/rules/typed/typed-in-copy";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

function funds(odd: string) {
  const line = (row: number): WrittenCell => (row === 4 ? [odd, 1] : [`=B${row}-C${row}`, 1]);
  return rows(
    ["Fund", "All", "Once", "Each year"],
    ...[2, 3, 4, 5, 6].map((row) => [`Fund ${row}`, 9, 8, line(row)] as const),
    ["Total", ["=SUM(B2:B6)", 45], ["=SUM(C2:C6)", 40], ["=SUM(D2:D6)", 5]],
  );
}

describe("column drift", () => {
  it("reports a cell that leaves out what the cells above and below it take away", () => {
    const findings = findWith(columnDrift, sheet(funds("=B4")));
    expect(placesOf(findings)).toEqual(["Sheet1!D4"]);
    expect(wordsOf(findings[0])).toContain("It leaves out C4, which the column’s own formula reads.");
  });

  it("reports a cell that reads another row than its own", () => {
    expect(placesOf(findWith(columnDrift, sheet(funds("=B4-C5"))))).toEqual(["Sheet1!D4"]);
  });

  it("accepts another spelling of the same, another calculation, and a row that goes its own way", () => {
    expect(findWith(columnDrift, sheet(funds("=+$B4-C4")))).toEqual([]);
    expect(findWith(columnDrift, sheet(funds("=MAX(B2:B6)*0.5")))).toEqual([]);
    const row = rows(
      ["", "2021", "2022", "2023"],
      ["Rate", 1, 2, 3],
      ["a", ["=B$2", 1], ["=C$2", 1], ["=D$2", 1]],
      ["b", ["=B$2", 1], ["=C$2", 1], ["=D$2", 1]],
      ["c", ["=B3", 1], ["=C3", 1], ["=D3", 1]],
      ["d", ["=B$2", 1], ["=C$2", 1], ["=D$2", 1]],
      ["e", ["=B$2", 1], ["=C$2", 1], ["=D$2", 1]],
    );
    expect(findWith(columnDrift, sheet(row))).toEqual([]);
  });
});

describe("typed in one copy", () => {
  const copies = (typed: number) =>
    rows(
      ...[0, 1, 2, 3].flatMap((copy) => {
        const first = copy * 6 + 1;
        const share = (row: number): WrittenCell =>
          copy === typed && row < first + 4 ? 0.5 : [`=B${row}/C${row}`, 0.5];
        return [
          ["Site", "Seen", "Due", "Share"],
          ...[1, 2, 3, 4].map((step) => [`Year ${step}`, 4, 8, share(first + step)] as const),
          [],
        ];
      }),
    );

  it("reports numbers in one copy of a table that the other copies calculate", () => {
    const findings = findWith(typedInCopy, sheet(copies(2)));
    expect(placesOf(findings)).toEqual(["Sheet1!D14:D16"]);
  });

  it("accepts copies that all calculate", () => {
    expect(findWith(typedInCopy, sheet(copies(-1)))).toEqual([]);
  });
});
