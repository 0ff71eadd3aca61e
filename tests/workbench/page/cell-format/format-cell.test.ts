import { type CellValue } from "../../../../src/contracts/workbook-snapshot";
import { formatCell } from "../../../../src/workbench/page/cell-format/format-cell";

const textOf = (value: CellValue, numberFormat: string | null): string =>
  formatCell({ value, numberFormat }).text.replaceAll("\u2005", "~").replaceAll("\u2007", "·");

describe("a number by its format", () => {
  it.each<[number, string, string]>([
    [1234567.891, "#,##0", "1,234,568"],
    [1234.5, "#,##0.00", "1,234.50"],
    [0, "#,##0", "0"],
    [0, "#,###", ""],
    [0.1234, "0.0%", "12.3%"],
    [0.05, "0%", "5%"],
    [-0.021, "0.0%", "-2.1%"],
    [12.34, '0.0"x"', "12.3x"],
    [12.34, "0.0x", "12.3x"],
    [125, '0" bps"', "125 bps"],
    [1234.5, "$#,##0.00", "$1,234.50"],
    [1234.5, "[$€-407]#,##0.00", "€1,234.50"],
    [1234567, "#,##0,", "1,235"],
    [1234567890, '0.0,,"m"', "1234.6m"],
    [5, "000", "005"],
    [1.005, "0.00", "1.01"],
    [2.5, "0", "3"],
    [0.5, "#.##", ".5"],
    [123456789, "000-00-0000", "123-45-6789"],
    [12345.678, "0.00E+00", "1.23E+04"],
    [0.00012, "0.0E-00", "1.2E-04"],
    [7, "??0", "··7"],
    [1.5, "0.0??", "1.5··"],
    [2024, "0\\E", "2024E"],
    [2024, '"FY"0', "FY2024"],
  ])("shows %d in %s as %s", (value, code, shown) => {
    expect(textOf(value, code)).toBe(shown);
  });
});

describe("sections", () => {
  const accounting = '_($* #,##0.0_);_($* (#,##0.0);_($* "-"??_);_(@_)';

  it("shows a negative in parentheses without its sign", () => {
    expect(textOf(-1234, "#,##0_);(#,##0)")).toBe("(1,234)");
    expect(textOf(1234, "#,##0_);(#,##0)")).toBe("1,234~");
  });

  it("shows zero by the third section", () => {
    expect(textOf(0, '0.0;(0.0);"–"')).toBe("–");
  });

  it("sets the currency of an accounting format at the left edge", () => {
    expect(formatCell({ value: -1234.56, numberFormat: accounting })).toMatchObject({
      leftEdge: "\u2005$",
      text: "(1,234.6)",
    });
    expect(textOf(0, accounting)).toBe("-··~");
  });

  it("shows text by the fourth section", () => {
    expect(textOf("n.m.", accounting)).toBe("~n.m.~");
  });

  it("hides a number whose section is empty", () => {
    expect(textOf(-5, "0;;")).toBe("");
  });

  it("gives the colour a section names", () => {
    expect(formatCell({ value: -5, numberFormat: "0;[Red](0)" })).toMatchObject({ text: "(5)", colour: "red" });
  });

  it("chooses by a condition", () => {
    expect(textOf(1500, '[>=1000]0.0,"k";0')).toBe("1.5k");
    expect(textOf(15, '[>=1000]0.0,"k";0')).toBe("15");
    expect(textOf(-15, "[<0](0);0")).toBe("(15)");
  });
});

describe("dates", () => {
  it.each<[number, string, string]>([
    [45657, "yyyy-mm-dd", "2024-12-31"],
    [45657, "mmm-yy", "Dec-24"],
    [45657, "d mmmm yyyy", "31 December 2024"],
    [45657, "ddd m/d/yy", "Tue 12/31/24"],
    [45657.75, "h:mm AM/PM", "6:00 PM"],
    [45657.75, "hh:mm:ss", "18:00:00"],
    [1.5, "[h]:mm", "36:00"],
    [1, "yyyy-mm-dd", "1900-01-01"],
    [61, "yyyy-mm-dd", "1900-03-01"],
    [45657, "[$-409]mmm d, yyyy", "Dec 31, 2024"],
    [45657, '"FY"yyyy"E"', "FY2024E"],
  ])("shows day %d in %s as %s", (value, code, shown) => {
    expect(textOf(value, code)).toBe(shown);
  });

  it("shows a number that is no date as it is", () => {
    expect(textOf(-3, "yyyy-mm-dd")).toBe("-3");
  });
});

describe("without a format", () => {
  it.each<[CellValue, string]>([
    [1234.5, "1234.5"],
    [0.1 + 0.2, "0.3"],
    [1 / 3, "0.333333333"],
    [-2, "-2"],
    [123456789012, "1.23457E+11"],
    [1000000000, "1000000000"],
    [0.00001234, "0.00001234"],
    [true, "TRUE"],
    ["Revenue", "Revenue"],
    [{ error: "#DIV/0!" }, "#DIV/0!"],
    [null, ""],
  ])("shows %p as %s", (value, shown) => {
    expect(textOf(value, null)).toBe(shown);
  });
});
