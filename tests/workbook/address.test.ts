import {
  columnIndexOf,
  columnName,
  formatAddress,
  formatFullReference,
  formatRange,
  parseAddress,
  parseFullReference,
  parseRange,
  quoteSheetName,
} from "../../src/workbook/address";

describe("addresses", () => {
  it("names columns from A to XFD", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    expect(["A", "z", "AA", "XFD", "XFE", "AAAA", ""].map(columnIndexOf)).toEqual([
      0,
      25,
      26,
      16_383,
      null,
      null,
      null,
    ]);
  });

  it("reads a cell, with or without dollars, and nothing else", () => {
    expect(parseAddress("B10")).toEqual({ rowIndex0: 9, columnIndex0: 1 });
    expect(parseAddress("$B$10")).toEqual({ rowIndex0: 9, columnIndex0: 1 });
    expect(["B0", "B1048577", "XFE1", "10B", "", "A1:B2"].map(parseAddress)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(formatAddress(9, 1)).toBe("B10");
  });

  it("reads ranges in any order of corners, whole columns and whole rows", () => {
    expect(parseRange("C5:B2")).toEqual({ startRow0: 1, endRow0: 4, startColumn0: 1, endColumn0: 2 });
    expect(parseRange("B:D")).toEqual({ startRow0: 0, endRow0: 1_048_575, startColumn0: 1, endColumn0: 3 });
    expect(parseRange("3:7")).toEqual({ startRow0: 2, endRow0: 6, startColumn0: 0, endColumn0: 16_383 });
    expect(["A1:B", "A:3", "x y", "0:3"].map(parseRange)).toEqual([null, null, null, null]);
    expect(["B2", "B2:C5", "B:D", "3:7"].map((text) => formatRange(parseRange(text)!))).toEqual([
      "B2",
      "B2:C5",
      "B:D",
      "3:7",
    ]);
  });

  it("quotes only sheet names a formula could not read bare", () => {
    expect(
      ["Model", "My Sheet", "FY24", "P&L", "Bob's", "2024", "R1C1", "TRUE", "Выручка"].map(quoteSheetName),
    ).toEqual(["Model", "'My Sheet'", "'FY24'", "'P&L'", "'Bob''s'", "'2024'", "'R1C1'", "'TRUE'", "Выручка"]);
  });

  it("reads a full reference back to what it printed", () => {
    const range = { sheet: "Bob's P&L", startRow0: 0, endRow0: 1, startColumn0: 0, endColumn0: 1 };
    expect(formatFullReference(range)).toBe("'Bob''s P&L'!A1:B2");
    expect(parseFullReference("'Bob''s P&L'!A1:B2", "x")).toEqual(range);
    expect(parseFullReference("A1", "Model")?.sheet).toBe("Model");
    expect(parseFullReference("Bad'Name!A1", "x")).toBeNull();
  });
});
