import { type CellChange } from "../accuracy/injected/fault";
import { applyChanges } from "../accuracy/injected/apply-changes";
import { formatAddress, parseAddress } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenSheet } from "../support/sheet";

function change(address: string, formula: string | null, value?: number): CellChange {
  return {
    address: { sheet: "Sheet1", ...parseAddress(address)! },
    formula,
    ...(value === undefined ? {} : { value }),
  };
}

/** The values of a sheet after changes, and how many formulas kept theirs. */
function after(cells: WrittenSheet, ...changes: CellChange[]) {
  const { workbook, leftAsTheyWere } = applyChanges(indexWorkbook(sheet(cells)), changes);
  const values = workbook.sheets[0]!.cells.map((cell) => [
    formatAddress(cell.rowIndex0, cell.columnIndex0),
    cell.value,
  ]);
  return { values: Object.fromEntries(values) as Record<string, unknown>, leftAsTheyWere };
}

describe("changed cells", () => {
  it("move all that follows from them, in order", () => {
    const cells = { A1: 2, A2: ["=A1*3", 6], A3: ["=SUM(A1:A2)", 8], A4: ["=IF(A3>10,A3,-A3)", -8] } as const;
    expect(after(cells, change("A1", null, 5))).toEqual({
      values: { A1: 5, A2: 15, A3: 20, A4: 20 },
      leftAsTheyWere: 0,
    });
  });

  it("take what their new formula reads", () => {
    const cells = { A1: 2, B1: 7, A2: ["=A1+1", 3], A3: ["=A2*2", 6] } as const;
    expect(after(cells, change("A2", "=B1-1")).values).toEqual({ A1: 2, B1: 7, A2: 6, A3: 12 });
  });

  it("give the error a division by nothing gives", () => {
    const cells = { A1: 2, A2: ["=4/A1", 2], A3: ["=IFERROR(A2,9)", 2] } as const;
    expect(after(cells, change("A1", null, 0)).values).toEqual({ A1: 0, A2: { error: "#DIV/0!" }, A3: 9 });
  });

  it("leave alone what the workbook works out in another way than we do", () => {
    const cells = { A1: 2, A2: ["=A1*3", 7], A3: ["=XIRR(A1,A2)", 0.1], A4: ["=A1+1", 3] } as const;
    expect(after(cells, change("A1", null, 4))).toEqual({
      values: { A1: 4, A2: 7, A3: 0.1, A4: 5 },
      leftAsTheyWere: 2,
    });
  });

  it("cut a circle where it is entered", () => {
    const cells = { A1: 1, A2: ["=A1+A3*0", 1], A3: ["=A2", 1] } as const;
    expect(after(cells, change("A1", null, 2)).values["A1"]).toBe(2);
  });
});
