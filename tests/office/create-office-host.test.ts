import { type WorkbookHost } from "../../src/contracts/workbook-host";
import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { createOfficeHost } from "../../src/office/create-office-host";
import { pageRealm } from "../../src/office/office-realm";
import { readWorkbook } from "../../src/office/read-workbook";
import { createRunBatch } from "../../src/office/run-batch";
import { type EmulatedHost } from "../../src/workbench/host/emulated-host-contract";
import { startRealOffice } from "../support/real-office";
import { error, type WrittenSheet, workbook } from "../support/sheet";

const model = workbook(
  {
    Model: {
      A1: "Revenue",
      B1: 100,
      C1: ["=B1*1.1", 110, "#,##0"],
      B2: ["=1/0", error("#DIV/0!")],
      C2: "#N/A",
      D2: error("#N/A"),
      A4: true,
      D9: "=never calculated",
    },
    Secret: { B2: ["=Model!C1", 110] },
    Blank: {},
  },
  {
    name: "Plan.xlsx",
    names: [
      { name: "Growth", formula: "=Model!$B$1", sheet: null },
      { name: "Local", formula: "=Secret!$B$2", sheet: "Secret" },
    ],
    tables: [{ name: "Sales", sheet: "Model", range: "A1:C2", columns: ["Item", "2024", "2025"] }],
    iterative: true,
    sheets: { Model: { hiddenRows: [1, 2, 6], hiddenColumns: [2] }, Secret: { visibility: "very-hidden" } },
  },
);

let emulated: EmulatedHost;
let pane: WorkbookHost;
let theme: "light" | "dark" = "light";
const pauses: number[] = [];
let onPause: () => void = () => undefined;
beforeAll(async () => {
  emulated = await startRealOffice(model, { theme: () => theme });
  const wait = (milliseconds: number) => {
    pauses.push(milliseconds);
    onPause();
    return Promise.resolve();
  };
  pane = await createOfficeHost({ wait });
});
beforeEach(() => {
  emulated.setEditing(false);
  emulated.replaceWorkbook(model);
  pauses.length = 0;
  onPause = () => undefined;
});

const signal = new AbortController().signal;
const readAll = () => pane.readWorkbook({ onProgress: () => undefined, signal });

/** Rows of numbers from row 1 on. */
function rowsOf(rows: number, columns: readonly string[]): WrittenSheet {
  const cells: Record<string, number> = {};
  for (let row = 1; row <= rows; row++) for (const column of columns) cells[`${column}${row}`] = row;
  return cells;
}

describe("reading the whole workbook", () => {
  it("gives back exactly the workbook beside it, fingerprint included", async () => {
    const expected: WorkbookSnapshot = model;
    expect(await readAll()).toEqual(expected);
  });

  it("tells an error value from the same text typed by someone", async () => {
    const { sheets } = await readAll();
    const second = sheets[0]!.cells.filter((cell) => cell.rowIndex0 === 1).map((cell) => cell.value);
    expect(second).toEqual([{ error: "#DIV/0!" }, "#N/A", { error: "#N/A" }]);
  });

  it("reports progress up to the last cell", async () => {
    emulated.replaceWorkbook(workbook({ Long: rowsOf(8_000, ["A", "B"]) }));
    const seen: number[] = [];
    await pane.readWorkbook({
      signal,
      onProgress: ({ cellsRead, cellsTotal }) => {
        expect(cellsTotal).toBe(16_000);
        seen.push(cellsRead);
      },
    });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(16_000);
    expect(seen.length).toBeGreaterThan(2);
  });

  it("asks for at most 15,000 cells at once", async () => {
    emulated.replaceWorkbook(workbook({ Long: rowsOf(8_000, ["A", "B"]) }));
    const before = emulated.batches.length;
    const read = await readAll();
    expect(read.sheets[0]!.cells).toHaveLength(16_000);
    const largest = Math.max(...emulated.batches.slice(before).map((batch) => batch.responseBytes));
    expect(largest).toBeLessThan(1_000_000);
  });

  it("reads a sheet used down to its last row in a few requests, blank stretches skipped", async () => {
    const cells: WrittenSheet = { A1: "first", C500000: 5, XFD1048576: "last" };
    emulated.replaceWorkbook(workbook({ Huge: cells }));
    const before = emulated.batches.length;
    const read = await readAll();
    expect(read.sheets[0]!.cells.map((cell) => cell.value)).toEqual(["first", 5, "last"]);
    expect(emulated.batches.length - before).toBeLessThan(60);
  });

  it("halves what it asks for where long formulas make the answer too large", async () => {
    const formula = `=${"1+".repeat(4000)}1`;
    const cells = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`A${i + 1}`, [formula, 3001] as const]));
    emulated.replaceWorkbook(workbook({ Long: cells }));
    const read = await readAll();
    expect(read.sheets[0]!.cells).toHaveLength(700);
    expect(read.sheets[0]!.cells[699]!.formula).toBe(formula);
  }, 30_000);

  it("refuses a workbook beyond the limit by name instead of reading a part of it", async () => {
    emulated.replaceWorkbook(workbook({ Small: { A1: 1 }, Long: rowsOf(40, ["A", "B"]) }));
    const run = createRunBatch(pageRealm(), { status: () => pane.guard(), assertStanding: () => undefined });
    const limits = { batchCells: 10, mostCells: 50, batchAreas: 4 };
    const reading = readWorkbook(run, { onProgress: () => undefined, signal, limits });
    await expect(reading).rejects.toMatchObject({
      code: "office/workbook-too-large",
      details: { sheet: "Long", mostCells: 50 },
    });
  });

  it("stops between batches where it is cancelled", async () => {
    emulated.replaceWorkbook(workbook({ Long: rowsOf(8_000, ["A", "B"]) }));
    const controller = new AbortController();
    const reading = pane.readWorkbook({
      signal: controller.signal,
      onProgress: ({ cellsRead }) => cellsRead > 0 && controller.abort(),
    });
    await expect(reading).rejects.toMatchObject({ code: "office/read-cancelled" });
  });

  it("leaves out a sheet that is deleted meanwhile", async () => {
    emulated.replaceWorkbook(workbook({ Kept: { A1: 1 }, Gone: rowsOf(16_000, ["A"]) }));
    const read = await pane.readWorkbook({
      signal,
      onProgress: ({ cellsRead }) => {
        if (cellsRead === 0) deleteSheet("Gone");
      },
    });
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(["Kept"]);
  });

  it("waits quietly, longer each time, while a cell is edited", async () => {
    emulated.setEditing(true);
    onPause = () => {
      if (pauses.length === 3) emulated.setEditing(false);
    };
    expect((await readAll()).fingerprint).toBe(model.fingerprint);
    expect(pauses).toEqual([200, 300, 450]);
  });

  it("can be cancelled while a cell is edited", async () => {
    emulated.setEditing(true);
    const controller = new AbortController();
    onPause = () => controller.abort();
    const reading = pane.readWorkbook({ onProgress: () => undefined, signal: controller.signal });
    await expect(reading).rejects.toMatchObject({ code: "office/read-cancelled" });
  });
});

/** The person deletes a sheet, in Excel and not through the pane. */
function deleteSheet(name: string): void {
  const body = {
    Actions: [{ Id: 9, ActionType: 3, Name: "Delete", ObjectPathId: 3, ArgumentInfo: { Arguments: [] } }],
    ObjectPaths: {
      1: { Id: 1, ObjectPathType: 1, Name: "" },
      2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      3: { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: [name] } },
    },
  };
  emulated.process(JSON.stringify(body), 1);
}

describe("the selection", () => {
  it("gives the selected block with its filled cells", async () => {
    emulated.select({ sheet: "Model", range: "B1:D2" });
    expect(await pane.readSelection()).toEqual({
      workbook: "Plan.xlsx",
      sheet: "Model",
      range: "B1:D2",
      cells: [
        { rowIndex0: 0, columnIndex0: 1, value: 100, formula: null, numberFormat: null },
        { rowIndex0: 0, columnIndex0: 2, value: 110, formula: "=B1*1.1", numberFormat: "#,##0" },
        { rowIndex0: 1, columnIndex0: 1, value: { error: "#DIV/0!" }, formula: "=1/0", numberFormat: null },
        { rowIndex0: 1, columnIndex0: 2, value: "#N/A", formula: null, numberFormat: null },
        { rowIndex0: 1, columnIndex0: 3, value: { error: "#N/A" }, formula: null, numberFormat: null },
      ],
      truncated: false,
    });
  });

  it("gives no cells for a blank block", async () => {
    emulated.select({ sheet: "Blank", range: "C3:D4" });
    expect(await pane.readSelection()).toMatchObject({ sheet: "Blank", range: "C3:D4", cells: [], truncated: false });
  });

  it("keeps 400 cells of whole columns and says that there were more", async () => {
    emulated.replaceWorkbook(workbook({ Long: rowsOf(8_000, ["A", "B"]) }));
    emulated.select({ sheet: "Long", range: "A:B" });
    const read = await pane.readSelection();
    expect([read.range, read.cells.length, read.truncated]).toEqual(["A:B", 400, true]);
  });

  it("gives up after some seconds of a cell being edited, and says what to do", async () => {
    emulated.setEditing(true);
    await expect(pane.readSelection()).rejects.toMatchObject({
      code: "office/cell-being-edited",
      message: expect.stringContaining("Press Enter or Escape") as string,
    });
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(12_000);
  });
});

describe("going to a place", () => {
  it("shows and selects it", async () => {
    await pane.goTo({ sheet: "Blank", range: "C3:D4" });
    expect(emulated.selection()).toEqual({ sheet: "Blank", range: "C3:D4" });
  });

  it.each([
    ["a sheet that is gone", { sheet: "Nowhere", range: "A1" }, "office/no-such-place"],
    ["a range that is none", { sheet: "Model", range: "not a range" }, "office/no-such-place"],
    ["a hidden sheet", { sheet: "Secret", range: "B2" }, "office/place-hidden"],
  ])("refuses %s", async (_, place, code) => {
    await expect(pane.goTo(place)).rejects.toMatchObject({ code });
  });
});

describe("listening", () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

  it("hears of selections until it stops", async () => {
    const heard = jest.fn();
    const stop = await pane.onSelectionChanged(heard);
    emulated.select({ sheet: "Model", range: "B1" });
    await settle();
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    await settle();
    emulated.select({ sheet: "Model", range: "B2" });
    await settle();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("hears of changed cells and of deleted sheets", async () => {
    const heard = jest.fn();
    const stop = await pane.onContentChanged(heard);
    deleteSheet("Blank");
    emulated.replaceWorkbook(model);
    await settle();
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await settle();
  });
});

it("follows the theme of the host", async () => {
  jest.useFakeTimers({ doNotFake: ["setTimeout"] });
  theme = "dark";
  jest.advanceTimersByTime(6_000);
  expect(pane.theme()).toBe("dark");
  theme = "light";
  jest.advanceTimersByTime(6_000);
  expect(pane.theme()).toBe("light");
  jest.useRealTimers();
});

it("was refused nothing by its own guard in all of the above", () => {
  const status = pane.guard();
  expect(status.state === "standing" && status.refused).toEqual([]);
});
