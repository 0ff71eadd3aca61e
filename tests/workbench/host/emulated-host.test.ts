import { type EmulatedHost } from "../../../src/workbench/host/emulated-host-contract";
import { startRealOffice } from "../../support/real-office";
import { error, workbook } from "../../support/sheet";

const model = workbook(
  {
    Model: {
      A1: "Revenue",
      B1: 100,
      C1: ["=B1*(1+$B$3)", 110, "#,##0"],
      A3: "Growth",
      B3: [0.1, 0.1, "0.0%"],
      C3: ["=1/0", error("#DIV/0!")],
      D3: true,
    },
    "Balance sheet": { B2: ["=Model!C1", 110] },
    Blank: {},
  },
  {
    names: [
      { name: "Growth", formula: "=Model!$B$3", sheet: null },
      { name: "Local", formula: "='Balance sheet'!$B$2", sheet: "Balance sheet" },
    ],
    tables: [{ name: "Sales", sheet: "Model", range: "A1:C3", columns: ["Item", "2024", "2025"] }],
    iterative: true,
    sheets: { Model: { hiddenRows: [1] }, "Balance sheet": { visibility: "very-hidden" } },
  },
);

let host: EmulatedHost;
beforeAll(async () => {
  host = await startRealOffice(model);
});
beforeEach(() => {
  host.setEditing(false);
  host.replaceWorkbook(model);
});

/** Runs a batch and gives the code of the error it ends with. */
async function codeOf(batch: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> {
  return Excel.run(batch).then(
    () => "no error",
    (thrown: { code: string }) => thrown.code,
  );
}

describe("reading through the unmodified office.js", () => {
  it("announces itself as Excel on Windows", async () => {
    expect(await Office.onReady()).toEqual(expect.objectContaining({ host: "Excel", platform: "PC" }));
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.12")).toBe(true);
  });

  it("gives the sheets in order with their visibility", async () => {
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/visibility,items/position,items/id");
      await context.sync();
      expect(sheets.items.map((sheet) => [sheet.name, sheet.visibility, sheet.position])).toEqual([
        ["Model", "Visible", 0],
        ["Balance sheet", "VeryHidden", 1],
        ["Blank", "Visible", 2],
      ]);
    });
  });

  it("gives values, formulas, R1C1 formulas, formats, texts and types of a used range", async () => {
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Model").getUsedRange(true);
      used.load("address,rowIndex,columnCount,values,formulas,formulasR1C1,numberFormat,text,valueTypes");
      await context.sync();
      expect(used.address).toBe("Model!A1:D3");
      expect([used.rowIndex, used.columnCount]).toEqual([0, 4]);
      expect(used.values).toEqual([
        ["Revenue", 100, 110, ""],
        ["", "", "", ""],
        ["Growth", 0.1, "#DIV/0!", true],
      ]);
      expect(used.formulas[0]).toEqual(["Revenue", 100, "=B1*(1+$B$3)", ""]);
      expect(used.formulasR1C1[0]![2]).toBe("=RC[-1]*(1+R3C2)");
      expect((used.numberFormat as string[][])[0]![2]).toBe("#,##0");
      expect(used.text[2]![0]).toBe("Growth");
      expect(used.valueTypes[2]).toEqual(["String", "Double", "Error", "Boolean"]);
    });
  });

  it("gives a null object for the used range of an empty sheet", async () => {
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Blank").getUsedRangeOrNullObject(true);
      await context.sync();
      expect(used.isNullObject).toBe(true);
    });
  });

  it("gives names by scope, tables with their columns, and iterative calculation", async () => {
    await Excel.run(async (context) => {
      const { names, tables, application } = context.workbook;
      names.load("items/name,items/formula,items/scope");
      const local = context.workbook.worksheets.getItem("Balance sheet").names.load("items/name,items/scope");
      tables.load("items/name");
      const columns = tables.getItem("Sales").columns.load("items/name");
      const range = tables.getItem("Sales").getRange().load("address");
      const iterative = application.iterativeCalculation.load("enabled");
      await context.sync();
      expect(names.items.map((name) => [name.name, name.formula as string, name.scope])).toEqual([
        ["Growth", "=Model!$B$3", "Workbook"],
      ]);
      expect(local.items.map((name) => [name.name, name.scope])).toEqual([["Local", "Worksheet"]]);
      expect(columns.items.map((column) => column.name)).toEqual(["Item", "2024", "2025"]);
      expect(range.address).toBe("Model!A1:C3");
      expect(iterative.enabled).toBe(true);
    });
  });

  it("says mixed for rows of which some are hidden", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Model");
      const [all, second, first] = ["A1:A3", "A2", "A1"].map((address) => sheet.getRange(address).load("rowHidden"));
      await context.sync();
      expect([all!.rowHidden, second!.rowHidden, first!.rowHidden]).toEqual([null, true, false]);
    });
  });

  it("finds cells by index, by name and relative to a range", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Model");
      const found = [sheet.getCell(2, 1), sheet.getRange("Growth"), sheet.getRangeByIndexes(0, 1, 3, 1).getCell(2, 0)];
      found.forEach((range) => range.load("address"));
      await context.sync();
      expect(found.map((range) => range.address)).toEqual(["Model!B3", "Model!B3", "Model!B3"]);
    });
  });
});

describe("errors as the real application gives them", () => {
  it("refuses a sheet that does not exist with ItemNotFound", async () => {
    expect(
      await codeOf(async (context) => {
        context.workbook.worksheets.getItem("Nowhere").load("name");
        await context.sync();
      }),
    ).toBe("ItemNotFound");
  });

  it("refuses an address that is none with InvalidArgument", async () => {
    const batch = (context: Excel.RequestContext) =>
      context.workbook.worksheets.getItem("Model").getRange("not an address!").load("values").context.sync();
    expect(await codeOf(batch)).toBe("InvalidArgument");
  });

  it("leaves a property that was not asked for unloaded", async () => {
    const batch = async (context: Excel.RequestContext) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.values;
    };
    expect(await codeOf(batch)).toBe("PropertyNotLoaded");
  });

  it("refuses every request while a cell is edited", async () => {
    host.setEditing(true);
    expect(await codeOf((context) => context.workbook.load("name").context.sync())).toBe(
      "InvalidOperationInCellEditMode",
    );
  });

  it("refuses a response of more than 5 MB", async () => {
    const batch = (context: Excel.RequestContext) =>
      context.workbook.worksheets.getItem("Model").getRangeByIndexes(0, 0, 2_000, 1_000).load("values").context.sync();
    expect(await codeOf(batch)).toBe("ResponsePayloadSizeLimitExceeded");
  });

  it("refuses a request of more than 5 MB", async () => {
    const batch = (context: Excel.RequestContext) => {
      context.workbook.worksheets.getItem("Model").getRange("A1").values = [["x".repeat(6_000_000)]];
      return context.sync();
    };
    expect(await codeOf(batch)).toBe("RequestPayloadSizeLimitExceeded");
  });
});

describe("selection and events", () => {
  it("tells the pane what was selected in the grid, and the grid what the pane selected", async () => {
    const heard: string[] = [];
    const moved: unknown[] = [];
    const stop = host.onSelect((place) => moved.push(place));
    const handler = await Excel.run(async (context) => {
      const result = context.workbook.worksheets.onSelectionChanged.add(async (event) => {
        heard.push(event.address);
      });
      await context.sync();
      return result;
    });
    host.select({ sheet: "Model", range: "B1:C3" });
    await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      expect(range.address).toBe("Model!B1:C3");
      context.workbook.worksheets.getItem("Balance sheet").getRange("B2").select();
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["B1:C3", "B2"]);
    expect(moved).toEqual([{ sheet: "Balance sheet", range: "B2" }]);
    expect(host.selection()).toEqual({ sheet: "Balance sheet", range: "B2" });
    stop();
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.select({ sheet: "Model", range: "A1" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["B1:C3", "B2"]);
  });

  it("tells the pane that content changed", async () => {
    const heard: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        heard.push(event.address);
      });
      await context.sync();
      context.workbook.worksheets.getItem("Model").getRange("B1").values = [[200]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["B1"]);
  });
});

describe("writes, carried out and recorded", () => {
  const whatArrived = () => host.writes.slice(arrivedBefore).map((write) => `${write.what} ${write.target}`.trim());
  let arrivedBefore = 0;
  beforeEach(() => {
    arrivedBefore = host.writes.length;
  });

  it("changes cells, and the fingerprint with them", async () => {
    const before = host.workbook().fingerprint;
    expect(before).toBe(model.fingerprint);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Model");
      sheet.getRange("B1").values = [[120]];
      sheet.getRange("D1").formulas = [["=C1*2"]];
      sheet.getRange("A3").clear();
      await context.sync();
    });
    expect(host.workbook().fingerprint).not.toBe(before);
    const cells = host.workbook().sheets[0]!.cells;
    expect(cells.find((cell) => cell.rowIndex0 === 0 && cell.columnIndex0 === 1)?.value).toBe(120);
    expect(cells.find((cell) => cell.rowIndex0 === 0 && cell.columnIndex0 === 3)?.formula).toBe("=C1*2");
    expect(cells.some((cell) => cell.rowIndex0 === 2 && cell.columnIndex0 === 0)).toBe(false);
    expect(whatArrived()).toEqual(["Range.Values Model!B1", "Range.Formulas Model!D1", "Range.Clear Model!A3"]);
  });

  it("adds, renames and deletes sheets, names, tables and comments", async () => {
    await Excel.run(async (context) => {
      const { worksheets, names, tables, comments } = context.workbook;
      worksheets.add("New");
      worksheets.getItem("Blank").name = "Renamed";
      worksheets.getItem("Balance sheet").delete();
      names.add("Total", worksheets.getItem("Model").getRange("C1"));
      names.getItem("Growth").delete();
      tables.add("Model!A1:B3", true);
      comments.add("Model!C1", "Why?");
      await context.sync();
    });
    const now = host.workbook();
    expect(now.sheets.map((sheet) => sheet.name)).toEqual(["Model", "Renamed", "New"]);
    expect(now.names.map((name) => name.name)).toContain("Total");
    expect(now.names.map((name) => name.name)).not.toContain("Growth");
    expect(now.tables.map((table) => table.range)).toEqual(["A1:C3", "A1:B3"]);
    expect(whatArrived()).toEqual(
      expect.arrayContaining(["WorksheetCollection.Add", "NamedItemCollection.Add", "CommentCollection.Add"]),
    );
  });

  it("records what it does not know how to carry out", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Model");
      sheet.charts.add("Line", sheet.getRange("A1:C3"));
      sheet.getRange("A1").format.fill.color = "red";
      await context.sync();
    });
    expect(whatArrived()).toEqual(["Worksheet.Charts.Add", "Range.Format.Fill.Color"]);
  });

  it("records calls of the Common API", async () => {
    await new Promise((resolve) => Office.context.document.setSelectedDataAsync("x", resolve));
    expect(whatArrived()).toEqual(["common api 65"]);
  });
});
