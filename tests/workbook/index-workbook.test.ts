import { formatAddress, formatFullReference, parseAddress } from "../../src/workbook/address";
import { indexWorkbook, type WorkbookIndex } from "../../src/workbook/index-workbook";
import { type CellAddress } from "../../src/contracts/model-map";
import { sheet, workbook } from "../support/sheet";

function at(written: string, sheetName = "Sheet1"): CellAddress {
  return { sheet: sheetName, ...parseAddress(written)! };
}

function shown(cells: readonly CellAddress[]): string[] {
  return cells.map(
    (cell) => `${cell.sheet === "Sheet1" ? "" : `${cell.sheet}!`}${formatAddress(cell.rowIndex0, cell.columnIndex0)}`,
  );
}

function precedents(index: WorkbookIndex, cell: CellAddress): string[] {
  return index.precedentsOf(cell).map(formatFullReference);
}

describe("workbook index", () => {
  it("finds cells by place and sheets without regard to case", () => {
    const index = indexWorkbook(workbook({ Model: { A1: "Revenue", C3: 5 }, Empty: {} }));
    expect(index.cellAt("MODEL", 2, 2)?.value).toBe(5);
    expect(index.cellAt("Model", 1, 1)).toBeNull();
    expect(index.cellAt("Nowhere", 0, 0)).toBeNull();
    expect(index.sheetNamed("empty")?.usedRange).toBeNull();
    expect([
      ...index.cellsIn({ sheet: "Model", startRow0: 0, endRow0: 1_048_575, startColumn0: 2, endColumn0: 2 }),
    ]).toHaveLength(1);
  });

  it("resolves sheets, names, tables and three-dimensional references to rectangles", () => {
    const index = indexWorkbook(
      workbook(
        {
          Jan: { A1: 1 },
          Feb: { A1: 2 },
          Sum: {
            A1: "=SUM(Jan:Feb!A1)",
            A2: "=Rate*2",
            A3: "=SUM(Sales[Amount])",
            A4: "=[1]Other!A1+#REF!",
            A5: "=Local",
            A6: "=missing+Nowhere!A1",
            A7: "=ROW(B9)+SUM(Jan!A1:Jan!B2)",
          },
          Data: { A1: "Item", B1: "Amount", A2: "x", B2: 5, B3: 6, C2: "=[@Amount]*2" },
        },
        {
          names: [
            { name: "Rate", formula: "=Jan!$A$1", sheet: null },
            { name: "Local", formula: "=Jan!$A$1", sheet: null },
            { name: "Local", formula: "=Feb!$A$1", sheet: "Sum" },
            { name: "Loop", formula: "=Loop", sheet: null },
          ],
          tables: [{ name: "Sales", sheet: "Data", range: "A1:C3", columns: ["Item", "Amount", "Twice"] }],
        },
      ),
    );
    expect(precedents(index, at("A1", "Sum"))).toEqual(["Jan!A1", "Feb!A1"]);
    expect(precedents(index, at("A2", "Sum"))).toEqual(["Jan!A1"]);
    expect(precedents(index, at("A3", "Sum"))).toEqual(["Data!B2:B3"]);
    expect(precedents(index, at("A4", "Sum"))).toEqual([]);
    expect(index.referencesAt(at("A4", "Sum")).map(({ kind }) => kind)).toEqual(["external", "broken"]);
    expect(precedents(index, at("A5", "Sum"))).toEqual(["Feb!A1"]);
    expect(precedents(index, at("A6", "Sum"))).toEqual([]);
    expect(precedents(index, at("A7", "Sum"))).toEqual(["Jan!A1:B2"]);
    expect(precedents(index, at("C2", "Data"))).toEqual(["Data!B2"]);
  });

  it("leaves names bound by LET and LAMBDA out of what a formula reads", () => {
    const index = indexWorkbook(sheet({ A1: 1, B1: "=LET(x,A1,y,2,x+y+z)" }));
    expect(index.referencesAt(at("B1")).map(({ written }) => written)).toEqual(["A1", "z"]);
  });

  it("follows OFFSET and INDIRECT as far as constants lead", () => {
    const index = indexWorkbook(
      workbook({
        Sum: {
          A1: 2,
          A2: "Data",
          B1: "=OFFSET(Data!$A$1,2,1)",
          B2: "=SUM(OFFSET(Data!$A$1,$A$1,0,1,3))",
          B3: '=INDIRECT("Data!B"&2+1)',
          B4: '=INDIRECT("\'"&$A$2&"\'!C5")',
          B5: "=OFFSET(Data!$A$1,MATCH(A1,Data!A1:A9,0),1)",
          B6: "=CHOOSE(A1,Data!A1,Data!B1)+INDEX(Data!A1:C9,A1,2)",
          B7: "=SUM(Data!A1:OFFSET(Data!A1,4,0))",
          B8: "=OFFSET(B8,-1,-1)+ROWS(Data!A1:A3)",
        },
        Data: { A1: 1, B3: 2, C5: 3 },
      }),
    );
    const read = (address: string) => precedents(index, at(address, "Sum"));
    expect(read("B1")).toEqual(["Data!B3"]);
    expect(read("B2")).toEqual(["Sum!A1", "Data!A3:C3"]);
    expect(read("B3")).toEqual(["Data!B3"]);
    expect(read("B4")).toEqual(["Sum!A2", "Data!C5"]);
    expect(read("B5")).toEqual(["Data!A1", "Sum!A1", "Data!A1:A9"]);
    expect(read("B6")).toEqual(["Sum!A1", "Data!A1", "Data!B1", "Data!A1:C9", "Sum!A1"]);
    expect(read("B7")).toEqual(["Data!A1", "Data!A1:A5", "Data!A5"]);
    expect(read("B8")).toEqual(["Sum!A7"]);
  });

  it("says which cells a computed reference may read without our knowing", () => {
    const offset = indexWorkbook(
      workbook({ Sum: { A1: "=OFFSET(Data!$B$2,0,A2)" }, Data: { B2: 1, D2: 2, B3: 3 }, Other: { B2: 1 } }),
    );
    expect(offset.mayBeReadUnseen(at("D2", "Data"))).toBe(true);
    expect(offset.mayBeReadUnseen(at("B3", "Data"))).toBe(false);
    expect(offset.mayBeReadUnseen(at("B2", "Other"))).toBe(false);
    const fixed = indexWorkbook(sheet({ A1: "=OFFSET(B2,1,1)", A2: '=INDIRECT("B9")' }));
    expect(fixed.mayBeReadUnseen(at("C4"))).toBe(false);
    const anywhere = indexWorkbook(sheet({ A1: "=INDIRECT(B1&C1)", B1: "D", C1: "=ROW()" }));
    expect(anywhere.mayBeReadUnseen(at("Z99"))).toBe(true);
  });

  it("reads a name's relative references from the cell that uses it, and what its OFFSET leads to", () => {
    const index = indexWorkbook(
      workbook(
        { Model: { A1: 1, B5: "=LastYear*2", C6: "=LastYear*2", D1: "=SUM(History)", D2: "=SUM(Growing)" } },
        {
          names: [
            { name: "LastYear", formula: "=Model!XFD1", sheet: null },
            { name: "History", formula: "=OFFSET(Model!$A$1,0,0,3,1)", sheet: null },
            { name: "Growing", formula: "=OFFSET(Model!$A$1,0,0,COUNTA(Model!$A:$A),1)", sheet: null },
          ],
        },
      ),
    );
    expect(precedents(index, at("B5", "Model"))).toEqual(["Model!A5"]);
    expect(precedents(index, at("C6", "Model"))).toEqual(["Model!B6"]);
    expect(precedents(index, at("D1", "Model"))).toContain("Model!A1:A3");
    expect(index.mayBeReadUnseen(at("A9", "Model"))).toBe(true);
    expect(index.mayBeReadUnseen(at("B9", "Model"))).toBe(false);
  });

  it("finds who reads a cell, directly and through others", () => {
    const index = indexWorkbook(
      sheet({ A1: 1, A2: 2, A9: "=SUM(A1:A8)", B1: "=A1*2", B2: "=$A$1+B1", C1: "=A9+B2", D1: "=SUM(A:A)", E1: "=D9" }),
    );
    expect(shown(index.dependentsOf(at("A1")))).toEqual(["B1", "D1", "B2", "A9"]);
    expect(shown(index.dependentsOf(at("A5")))).toEqual(["D1", "A9"]);
    expect(shown(index.allDependents([at("A2")]))).toEqual(["C1", "D1", "A9"]);
    expect(shown(index.allDependents([at("E1")]))).toEqual([]);
  });

  it("finds circles through ranges, and only circles", () => {
    const index = indexWorkbook(
      sheet({
        A1: "=B1",
        B1: "=SUM(A1:A3)",
        C1: "=C1+1",
        D1: "=SUM(D2:D9)",
        D2: "=E1",
        E1: 5,
        F1: "=OFFSET(F1,1,0)",
        G1: "=ROW(G1)",
        H2: "=H1",
        H3: "=H2+H1",
      }),
    );
    expect(index.circularGroups().map(shown)).toEqual([["A1", "B1"], ["C1"]]);
  });

  it("walks a chain of twelve thousand cells without recursion", () => {
    const cells: Record<string, string | number> = { A1: 1 };
    for (let row = 2; row <= 12_000; row++) cells[`A${row}`] = `=A${row - 1}+1`;
    const index = indexWorkbook(sheet(cells));
    expect(index.allDependents([at("A1")])).toHaveLength(11_999);
    expect(index.circularGroups()).toEqual([]);
  });

  it("takes running sums over four thousand rows in its stride", () => {
    const cells: Record<string, string | number> = {};
    for (let row = 1; row <= 4_000; row++) Object.assign(cells, { [`A${row}`]: row, [`B${row}`]: `=SUM(A$1:A${row})` });
    const index = indexWorkbook(sheet(cells));
    expect(index.allDependents([at("A3999")])).toHaveLength(2);
    expect(index.circularGroups()).toEqual([]);
  });

  it("gives copies of a formula one R1C1 form and says what it could not read", () => {
    const index = indexWorkbook(sheet({ A1: 1, B1: "=A1*2", C1: "=B1*2", D1: "=SUM(" }));
    expect(index.r1c1At(at("B1"))).toBe("=RC[-1]*2");
    expect(index.r1c1At(at("C1"))).toBe("=RC[-1]*2");
    expect(index.r1c1At(at("A1"))).toBeNull();
    expect(index.unreadFormulas()).toEqual([{ address: at("D1"), why: "it ends too early" }]);
  });
});
