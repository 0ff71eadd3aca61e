import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, workbook, type WrittenCell, type WrittenSheet } from "../support/sheet";

function understand(cells: WrittenSheet) {
  return understandModel(indexWorkbook(sheet(cells)));
}

function row(row1: number, name: string, cells: readonly WrittenCell[]): WrittenSheet {
  return Object.fromEntries([
    [`A${row1}`, name],
    ...cells.map((cell, i) => [`${"BCDEFGHIJ"[i]!}${row1}`, cell]),
  ]) as WrittenSheet;
}

describe("layouts of time", () => {
  it("one axis where adjustments part the closing year from the one the forecast opens with", () => {
    const map = understand({
      A1: "Balance sheet",
      B1: 2023,
      C1: 2024,
      D1: "Debit",
      E1: "Credit",
      F1: 2024,
      G1: 2025,
      H1: 2026,
      ...row(2, "Cash", [1, 2, 5, 3, 4, 5, 6]),
    });
    expect(map.axes.map(({ periods }) => periods.map(({ index0, year }) => [index0, year]))).toEqual([
      [
        [1, 2023],
        [2, 2024],
        [5, 2024],
        [6, 2025],
        [7, 2026],
      ],
    ]);
  });

  it("years that somebody dragged as days", () => {
    const dates = [44562, 44563, 44564].map((serial) => [serial, null, 'yyyy"E"'] as const);
    const map = understand({ ...row(1, "In dollars", dates), ...row(2, "Net income", [1, 2, 3]) });
    expect(map.axes[0]!.periods.map(({ label, kind, endDate, phase }) => [label, kind, endDate, phase])).toEqual([
      ["2022", "year", null, "forecast"],
      ["2022", "year", null, "forecast"],
      ["2022", "year", null, "forecast"],
    ]);
    expect(map.lineItems.map(({ label }) => label)).toEqual(["Net income"]);
  });

  it("two bare years beside two others", () => {
    const map = understand({ B1: 2023, C1: 2024, E1: 2023, F1: 2024, A2: "Revenue", B2: 1, C2: 2, E2: 3, F2: 4 });
    expect(map.axes.map(({ periods }) => periods.map(({ year }) => year))).toEqual([
      [2023, 2024],
      [2023, 2024],
    ]);
  });

  it("periods of a loan counted down a column", () => {
    const map = understand({
      A1: "Period",
      B1: "Interest",
      C1: "Closing balance",
      ...Object.fromEntries(
        [1, 2, 3, 4].flatMap((n): [string, WrittenCell][] => [
          [`A${n + 1}`, n],
          [`B${n + 1}`, 10 - n],
          [`C${n + 1}`, 100 - n],
        ]),
      ),
    });
    expect(map.axes).toMatchObject([{ orientation: "rows", headerIndex0: 0 }]);
    expect(map.axes[0]!.periods.map(({ label }) => label)).toEqual(["Period 1", "Period 2", "Period 3", "Period 4"]);
    expect(map.lineItems.map(({ label }) => label)).toEqual(["Interest", "Closing balance"]);
  });

  it("a header that begins over the names of the rows", () => {
    const map = understand({
      B1: "FY2020",
      C1: "FY2021",
      D1: "FY2022",
      E1: "FY2023",
      F1: "FY2024",
      ...Object.fromEntries(
        ["Revenue", "Costs", "Tax", "Net income"].flatMap((name, i): [string, WrittenCell][] => [
          [`B${i + 2}`, name],
          ...["C", "D", "E", "F"].map((column): [string, WrittenCell] => [`${column}${i + 2}`, i]),
        ]),
      ),
    });
    expect(map.axes[0]!.periods.map(({ index0 }) => index0)).toEqual([2, 3, 4, 5]);
    expect(map.lineItems.map(({ label }) => label)).toEqual(["Revenue", "Costs", "Tax", "Net income"]);
  });

  it("two years over a small table, which ends where their columns stay empty", () => {
    const map = understand({
      B1: "FY2024",
      C1: "FY2025",
      ...row(2, "EPS", [1, 2]),
      ...row(30, "WACC", [0.09]),
    });
    expect(map.axes[0]!.span).toEqual({ first0: 1, last0: 1 });
    expect(map.parameters.map(({ label }) => label)).toEqual(["WACC"]);
  });

  it("past and forecast as the workbook's other axes say", () => {
    const years = row(1, "Year", ["2023A", "2024A", "2025E"]);
    const map = understandModel(
      indexWorkbook(
        workbook({
          IS: { ...years, ...row(2, "Revenue", [1, 2, 3]) },
          BS: { ...row(1, "Year", [2023, 2024, 2025]), ...row(2, "Cash", [1, 2, 3]) },
          Months: { ...row(1, "", ["Jan 2024", "Feb 2024", "Mar 2024"]), ...row(2, "Rent", [1, 1, 1]) },
        }),
      ),
    );
    expect(
      Object.fromEntries(map.axes.map(({ sheet, periods }) => [sheet, periods.map(({ phase }) => phase)])),
    ).toEqual({
      IS: ["actual", "actual", "forecast"],
      BS: ["actual", "actual", "forecast"],
      Months: ["unknown", "unknown", "unknown"],
    });
  });

  it("keeps a data table out of the rows of the axis above it", () => {
    const grid = { ...row(5, "", [0.01, 0.03, 0.04]), ...row(6, "WACC", []), ...row(7, "EV", [1, 2, 3]) };
    const snapshot = sheet({
      ...row(1, "Year", ["2024E", "2025E", "2026E"]),
      ...row(2, "Cash flow", [1, 2, 3]),
      ...grid,
      ...Object.fromEntries(
        [6, 7, 8].flatMap((n): [string, WrittenCell][] => [
          [`A${n}`, n / 100],
          ...["B", "C", "D"].map((c): [string, WrittenCell] => [`${c}${n}`, n]),
        ]),
      ),
    });
    const [only] = snapshot.sheets;
    const cells = only!.cells.map((cell) =>
      cell.rowIndex0 >= 5 && cell.columnIndex0 >= 1 ? { ...cell, resultOf: "data-table" as const } : cell,
    );
    const map = understandModel(indexWorkbook({ ...snapshot, sheets: [{ ...only!, cells }] }));
    expect(map.lineItems.map(({ label }) => label)).toEqual(["Cash flow"]);
    expect(map.tables).toMatchObject([{ rowsAre: "steps", columnsAre: "steps" }]);
  });

  it("sheets that repeat a template", () => {
    const labels = ["Revenue", "Costs", "Gross profit", "Rent", "Wages", "EBIT", "Tax", "Net income"];
    const store = Object.fromEntries(labels.map((label, i) => [`A${i + 1}`, label]));
    const map = understandModel(
      indexWorkbook(workbook({ North: store, South: { ...store, B1: 4 }, Notes: { A1: "Remarks" } })),
    );
    expect(map.alikeSheets).toEqual([["North", "South"]]);
  });

  it("months where a line over the month-ends counts quarters", () => {
    const map = understand({
      ...row(1, "Quarter", [1, 1, 1, 2, 2, 2]),
      ...row(
        2,
        "Month end",
        [45322, 45351, 45382, 45412, 45443, 45473].map((day) => [day, day, "mmm-yy"] as const),
      ),
      ...row(3, "Revenue", [10, 11, 12, 13, 14, 15]),
    });
    const kinds = map.axes.flatMap(({ periods }) => periods.map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(["month"]));
  });
});
