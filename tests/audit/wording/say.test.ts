import { coverCells } from "../../../src/audit/lines/cover-cells";
import { listed, place, say } from "../../../src/audit/wording/say";
import { showNumber } from "../../../src/audit/wording/show-number";
import { plainText } from "../../../src/contracts/rich-text";
import { formatRange } from "../../../src/workbook/address";

describe("say", () => {
  it("joins words around places", () => {
    const text = say`See ${place({ sheet: "P&L", rowIndex0: 1, columnIndex0: 2 })} ${"and"} stop.`;
    expect(text).toEqual([
      { kind: "text", text: "See " },
      { kind: "place", sheet: "P&L", range: "C2", shown: "'P&L'!C2" },
      { kind: "text", text: " and stop." },
    ]);
  });

  it("lists parts as one would say them", () => {
    expect(plainText(listed(["a"]))).toBe("a");
    expect(plainText(listed(["a", "b", "c"]))).toBe("a, b and c");
    expect(plainText(listed(["a", "b", "c", "d", "e"]))).toBe("a, b, c, d and others");
  });
});

describe("showNumber", () => {
  it.each([
    [0.24, "percent", null, "24.0%"],
    [0.05022, "unknown", "0.0%", "5.0%"],
    [-1234567.4, "currency", null, "-1,234,567"],
    [8, "multiple", null, "8.0x"],
    [12.345, "unknown", null, "12.3"],
    [0.0213, "unknown", null, "0.0213"],
    [-0.00001, "currency", null, "0.0000"],
    [250, "days", null, "250"],
  ] as const)("shows %d (%s, %s) as %s", (value, unit, format, shown) => {
    expect(showNumber(value, unit, format)).toBe(shown);
  });
});

describe("coverCells", () => {
  const cell = (rowIndex0: number, columnIndex0: number) => ({ sheet: "S", rowIndex0, columnIndex0 });

  it("covers a run, a block and a lone cell with one range each", () => {
    const ranges = coverCells([cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1), cell(5, 3)]);
    expect(ranges.map(formatRange)).toEqual(["A1:B2", "D6"]);
  });
});
