import { isAppError } from "../../src/contracts/app-error";
import { formatAddress } from "../../src/workbook/address";
import { readXlsx } from "../../src/workbook/read-xlsx";
import { containerOf, relations, xlsxOf } from "./xlsx-package";

function cellsOf(bytes: Uint8Array) {
  const cells = readXlsx(bytes, "Model.xlsx").sheets[0]!.cells;
  return Object.fromEntries(cells.map((cell) => [formatAddress(cell.rowIndex0, cell.columnIndex0), cell]));
}

function codeOf(bytes: Uint8Array): string {
  try {
    readXlsx(bytes, "Model.xlsx");
    return "read";
  } catch (error) {
    return isAppError(error) ? String((error as { code?: unknown }).code) : `not ours: ${String(error)}`;
  }
}

describe("reading .xlsx", () => {
  it("keeps formulas without a cached value, and unfolds shared ones", () => {
    const cells = cellsOf(
      xlsxOf(
        '<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>SUM(A1)</f><v></v></c><c r="C1"><f t="shared" ref="C1:D1" si="0">A1*2</f><v>4</v></c><c r="D1"><f t="shared" si="0"/><v>8</v></c></row></sheetData>',
      ),
    );
    expect(cells["A1"]).toMatchObject({ formula: "=1+1", value: null });
    expect(cells["B1"]).toMatchObject({ formula: "=SUM(A1)", value: null });
    expect(cells["D1"]).toMatchObject({ formula: "=B1*2", value: 8 });
  });

  it("reads errors old and new, texts and truth values", () => {
    const cells = cellsOf(
      xlsxOf(
        '<sheetData><row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>X1</f><v>#SPILL!</v></c><c r="C1" t="inlineStr"><is><t>Revenue</t></is></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="str"><f>"a"</f><v>a</v></c></row></sheetData>',
      ),
    );
    expect(cells["A1"]?.value).toEqual({ error: "#N/A" });
    expect(cells["B1"]?.value).toEqual({ error: "#SPILL!" });
    expect([cells["C1"]?.value, cells["D1"]?.value, cells["E1"]?.value]).toEqual(["Revenue", true, "a"]);
  });

  it("tells results of array formulas and data tables from typed numbers", () => {
    const cells = cellsOf(
      xlsxOf(
        '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>4</v></c><c r="C1"><f t="dataTable" ref="C1:C2" dt2D="0" r1="Z1"/><v>1</v></c></row><row r="2"><c r="A2"><v>6</v></c><c r="B2"><v>7</v></c><c r="C2"><v>2</v></c></row></sheetData>',
      ),
    );
    expect(cells["A1"]).toMatchObject({ formula: "=B1:B2*2" });
    expect(cells["A2"]).toMatchObject({ formula: null, value: 6, resultOf: "array-formula" });
    expect(cells["B2"]?.resultOf).toBeUndefined();
    expect(cells["C2"]).toMatchObject({ resultOf: "data-table" });
  });

  it("reads hidden sheets, rows and columns, names, tables, styles and iteration", () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf fontId="0"><alignment indent="2"/></xf></cellXfs></styleSheet>';
    const snapshot = readXlsx(
      xlsxOf(
        '<cols><col min="3" max="4" hidden="1"/></cols><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Item</t></is></c></row><row r="2" hidden="1"><c r="A2" s="2" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
        {
          sheet: 'state="veryHidden"',
          workbook:
            '<definedNames><definedName name="Rate">Model!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Model!$A$1</definedName></definedNames><calcPr iterate="1"/>',
          parts: {
            "xl/styles.xml": styles,
            "xl/worksheets/_rels/sheet1.xml.rels": relations([["rId1", "table", "../tables/table1.xml"]]),
            "xl/tables/table1.xml":
              '<table name="T" displayName="Sales" ref="A1:A2"><tableColumns><tableColumn id="1" name="Item &amp; price"/></tableColumns></table>',
          },
        },
      ),
      "Model.xlsx",
    );
    expect(snapshot).toMatchObject({
      name: "Model.xlsx",
      iterative: true,
      names: [{ name: "Rate", formula: "=Model!$A$1", sheet: null }],
      tables: [{ name: "Sales", sheet: "Model", range: "A1:A2", columns: ["Item & price"] }],
    });
    expect(snapshot.sheets[0]).toMatchObject({ visibility: "very-hidden", hiddenRows: [1], hiddenColumns: [2, 3] });
    expect(snapshot.sheets[0]!.cells.map(({ bold, indent }) => [bold, indent])).toEqual([
      [true, undefined],
      [undefined, 2],
    ]);
  });

  it("refuses what is no workbook, is cut off, or is locked, each with its own code", () => {
    const text = new TextEncoder();
    expect(codeOf(text.encode("Revenue,100\n"))).toBe("workbook/not-a-workbook");
    expect(codeOf(new Uint8Array())).toBe("workbook/not-a-workbook");
    const whole = xlsxOf('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');
    expect(codeOf(whole)).toBe("read");
    expect(codeOf(whole.slice(0, whole.length - 300))).toBe("workbook/damaged");
    const info = new Uint8Array([4, 0, 4, 0, 64, 0, 0, 0]);
    const locked = containerOf({ EncryptionInfo: info, EncryptedPackage: new Uint8Array(64) }, "cfb");
    expect(codeOf(locked)).toBe("workbook/encrypted");
    expect(codeOf(containerOf({ WordDocument: new Uint8Array(64) }, "cfb"))).toBe("workbook/not-a-workbook");
  });

  it("refuses more than 200 MB before looking inside", () => {
    const bytes = new Uint8Array(200_000_001);
    bytes.set([0x50, 0x4b, 3, 4]);
    expect(codeOf(bytes)).toBe("workbook/too-large");
  });
});
