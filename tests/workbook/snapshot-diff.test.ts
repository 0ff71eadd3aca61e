import { diffSnapshots } from "../../src/workbook/snapshot-diff";
import { workbook } from "../support/sheet";

describe("what changed between two readings", () => {
  const before = workbook({ Model: { A1: "Revenue", B1: 100, C1: ["=B1*2", 200], D1: 1 }, Old: { A1: 1 } });

  it("tells new values, new formulas, added and removed cells and sheets", () => {
    const after = workbook({ Model: { A1: "Revenue", B1: 110, C1: ["=B1*3", 330], A2: "new" }, New: { A1: 1 } });
    const diff = diffSnapshots(before, after);
    expect(diff.addedSheets).toEqual(["New"]);
    expect(diff.removedSheets).toEqual(["Old"]);
    expect(diff.changes.map(({ cell, kind }) => [cell.rowIndex0, cell.columnIndex0, kind])).toEqual([
      [0, 1, "value"],
      [0, 2, "formula"],
      [0, 3, "removed"],
      [1, 0, "added"],
    ]);
  });

  it("finds nothing between equal workbooks", () => {
    expect(diffSnapshots(before, before)).toEqual({ addedSheets: [], removedSheets: [], changes: [] });
  });
});
