import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { formatAddress } from "../../src/workbook/address";
import { insertColumns, insertRows, moveBlock, renameSheet } from "../support/edit-workbook";
import { workbook } from "../support/sheet";

const model = workbook(
  {
    Data: { A1: 1, A2: 2, B3: "=SUM(A1:A2)+$A:$A" },
    Sum: { A1: "=Data!A2*'Data'!$A$1+Growth", A2: "=SUM(Data:Sum!A2)" },
  },
  { names: [{ name: "Growth", formula: "=Data!$A$2", sheet: null }] },
);

function formulas({ sheets, names }: WorkbookSnapshot): string[] {
  const inCells = sheets.flatMap(({ name, cells }) =>
    cells.flatMap((cell) =>
      cell.formula === null ? [] : [`${name}!${formatAddress(cell.rowIndex0, cell.columnIndex0)}${cell.formula}`],
    ),
  );
  return [...inCells, ...names.map(({ name, formula }) => name + formula)];
}

describe("editing a workbook as Excel would", () => {
  it("grows ranges around an inserted row, and moves what is below", () => {
    expect(formulas(insertRows(model, "Data", 1, 2))).toEqual([
      "Data!B5=SUM(A1:A4)+$A:$A",
      "Sum!A1=Data!A4*'Data'!$A$1+Growth",
      "Sum!A2=SUM(Data:Sum!A2)",
      "Growth=Data!$A$4",
    ]);
  });

  it("moves columns with what reads them", () => {
    expect(formulas(insertColumns(model, "Data", 0, 1)).slice(0, 2)).toEqual([
      "Data!C3=SUM(B1:B2)+$B:$B",
      "Sum!A1=Data!B2*'Data'!$B$1+Growth",
    ]);
  });

  it("carries a block and what lies wholly inside it", () => {
    const block = { sheet: "Data", startRow0: 0, startColumn0: 0, endRow0: 1, endColumn0: 0 };
    expect(formulas(moveBlock(model, block, 4, 3)).slice(0, 2)).toEqual([
      "Data!B3=SUM(D5:D6)+$A:$A",
      "Sum!A1=Data!D6*'Data'!$D$5+Growth",
    ]);
  });

  it("renames a sheet in every formula and name", () => {
    expect(formulas(renameSheet(model, "Data", "It's data"))).toEqual([
      "It's data!B3=SUM(A1:A2)+$A:$A",
      "Sum!A1='It''s data'!A2*'It''s data'!$A$1+Growth",
      "Sum!A2=SUM('It''s data:Sum'!A2)",
      "Growth='It''s data'!$A$2",
    ]);
  });
});
