import { selectRange } from "../../src/workbook/select-range";
import { workbook } from "../support/sheet";

const book = workbook({ Model: { A1: "Revenue", B1: 100, C1: 110 }, "Cash Flow": { B2: 5 } });

describe("selecting a range", () => {
  it("gives the cells of the range that hold something", () => {
    const read = selectRange(book, "Model!A1:B9");
    expect(read.range).toBe("A1:B9");
    expect(read.cells.map((cell) => cell.value)).toEqual(["Revenue", 100]);
    expect(read.truncated).toBe(false);
  });

  it("finds a quoted sheet whatever its case", () => {
    expect(selectRange(book, "'cash flow'!B2").sheet).toBe("Cash Flow");
  });

  it("names the sheets there are where the range is none", () => {
    expect(() => selectRange(book, "Nowhere!A1")).toThrow(
      'There is no range "Nowhere!A1" in this workbook. Write it as "Sheet!A1:C9"; its sheets are Model, Cash Flow.',
    );
  });
});
