import { formatRange, parseRange } from "../../../src/workbook/address";
import {
  type GridKey,
  moveSelection,
  rangeOfSelection,
  selectionOfRange,
} from "../../../src/workbench/page/grid-selection";
import { indexSheet } from "../../../src/workbench/page/sheet-index";
import { sheet } from "../../support/sheet";

const index = indexSheet(
  sheet({ A1: "Revenue", B1: 100, C1: 110, D1: 120, G1: 150, A2: "Cost", B2: 60, A5: "Tax", D8: 1 }).sheets[0]!,
);

function press(from: string, key: string, held: Partial<GridKey> = {}): string | null {
  const selection = selectionOfRange(parseRange(from)!);
  const moved = moveSelection(selection, { key, shift: false, jump: false, ...held }, index, 20);
  return moved === null ? null : formatRange(rangeOfSelection(moved));
}

describe("a key in the grid", () => {
  it.each<[string, string, string]>([
    ["B2", "ArrowRight", "C2"],
    ["B2", "ArrowUp", "B1"],
    ["A1", "ArrowLeft", "A1"],
    ["B2", "PageDown", "B22"],
    ["B9", "PageUp", "B1"],
    ["D4", "Home", "A4"],
    ["B2", "Enter", "B3"],
    ["XFD1", "ArrowRight", "XFD1"],
  ])("takes %s by %s to %s", (from, key, to) => {
    expect(press(from, key)).toBe(to);
  });

  it("extends the range from its corner with Shift", () => {
    expect(press("B2:C3", "ArrowDown", { shift: true })).toBe("B2:C4");
  });

  it.each<[string, string, string]>([
    ["B1", "ArrowRight", "D1"],
    ["D1", "ArrowRight", "G1"],
    ["G1", "ArrowRight", "G1"],
    ["A2", "ArrowDown", "A5"],
    ["A5", "ArrowDown", "A8"],
    ["G1", "ArrowLeft", "D1"],
    ["C9", "Home", "A1"],
    ["A1", "End", "G8"],
  ])("takes %s by Ctrl+%s to %s", (from, key, to) => {
    expect(press(from, key, { jump: true })).toBe(to);
  });

  it("selects every used cell with Ctrl+A", () => {
    expect(press("C3", "a", { jump: true })).toBe("A1:G8");
  });

  it("leaves other keys alone", () => {
    expect(press("C3", "x")).toBeNull();
    expect(press("C3", "F2")).toBeNull();
  });
});
