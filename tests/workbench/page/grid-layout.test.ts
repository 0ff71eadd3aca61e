import { layOutGrid } from "../../../src/workbench/page/grid-layout";
import { indexSheet } from "../../../src/workbench/page/sheet-index";
import { sheet, type SheetTraits, type WrittenSheet } from "../../support/sheet";

const layoutOf = (cells: WrittenSheet, traits: SheetTraits = {}) =>
  layOutGrid(indexSheet(sheet(cells, traits).sheets[0]!), null);

describe("the layout of a sheet", () => {
  it("shows blank space after the last cell", () => {
    const layout = layoutOf({ A1: 1, AD200: 2 });
    expect(layout.rowCount).toBe(240);
    expect(layout.columnCount).toBe(38);
  });

  it("shows a screen of an empty sheet", () => {
    const layout = layoutOf({});
    expect([layout.rowCount, layout.columnCount]).toEqual([80, 26]);
  });

  it("never shows more than a sheet has", () => {
    expect(layoutOf({ A1048576: 1 }).rowCount).toBe(1_048_576);
  });

  it("gives hidden rows and columns no room", () => {
    const layout = layoutOf({ A1: 1, C4: 2 }, { hiddenRows: [1, 2], hiddenColumns: [1] });
    expect(layout.rowTop(3)).toBe(20);
    expect(layout.columnWidths[1]).toBe(0);
  });

  it("finds the row and the column under a pixel, passing over hidden ones", () => {
    const layout = layoutOf({ A1: 1, C4: 2 }, { hiddenRows: [1, 2], hiddenColumns: [1] });
    expect(layout.rowAt(19)).toBe(0);
    expect(layout.rowAt(20)).toBe(3);
    expect(layout.columnAt(63)).toBe(0);
    expect(layout.columnAt(64)).toBe(2);
    expect(layout.rowAt(-5)).toBe(0);
  });

  it("widens a column for what is fenced in by its neighbour, not for a title", () => {
    const label = "Stock-based compensation expense";
    const fenced = layoutOf({ A1: label, B1: 1 });
    const title = layoutOf({ A1: label });
    expect(fenced.columnWidths[0]).toBeGreaterThan(200);
    expect(title.columnWidths[0]).toBe(64);
  });
});
