import { indexWorkbook } from "../../src/workbook/index-workbook";
import { type TimeAxis } from "../../src/contracts/model-map";
import { understandModel } from "../../src/model/understand-model";
import { sheet, type WrittenCell, type WrittenSheet } from "../support/sheet";

/** A header line from B1 on, and one labelled row under it. */
function header(cells: readonly WrittenCell[], more: WrittenSheet = {}): WrittenSheet {
  const written: Record<string, WrittenCell> = { A9: "Revenue", ...more };
  cells.forEach((cell, i) => {
    written[`${"BCDEFGHIJKLMN"[i]!}1`] = cell;
    written[`${"BCDEFGHIJKLMN"[i]!}9`] = 1;
  });
  return written;
}

function axesOf(cells: WrittenSheet): readonly TimeAxis[] {
  return understandModel(indexWorkbook(sheet(cells))).axes;
}

function periods(cells: WrittenSheet) {
  const axes = axesOf(cells);
  expect(axes).toHaveLength(1);
  return axes[0]!.periods.map(({ kind, year, ordinal, endDate, phase }) => [kind, year, ordinal, endDate, phase]);
}

describe("time axes", () => {
  it.each<[string, readonly WrittenCell[], readonly unknown[]]>([
    ["FY2023, FY2024E", ["FY2023", "FY2024E"], ["year", 2024, null, null, "forecast"]],
    ["2023A, 2024F", ["2023A", "2024F"], ["year", 2024, null, null, "forecast"]],
    ["2022/23, 2023/24", ["2022/23", "2023/24"], ["year", 2024, null, null, "unknown"]],
    ["Q4'23, Q1'24", ["Q4'23", "Q1'24"], ["quarter", 2024, 1, null, "unknown"]],
    ["4Q23A, 1Q24E", ["4Q23A", "1Q24E"], ["quarter", 2024, 1, null, "forecast"]],
    ["H2 2023, H1 2024", ["H2 2023", "H1 2024"], ["half", 2024, 1, null, "unknown"]],
    ["Dec-23, Dec-24", ["Dec-23", "Dec-24"], ["year", 2024, null, "2024-12-31", "unknown"]],
    ["Jan 2024, Feb 2024", ["Jan 2024", "Feb 2024"], ["month", 2024, 2, "2024-02-29", "unknown"]],
    ["12/31/2023, 12/31/2024", ["12/31/2023", "12/31/2024"], ["year", 2024, null, "2024-12-31", "unknown"]],
    ["31 Mar 2024, 30 Jun 2024", ["31 Mar 2024", "30 Jun 2024"], ["quarter", 2024, null, "2024-06-30", "unknown"]],
    ["Year 1, Year 2", ["Year 1", "Year 2"], ["year", null, null, null, "unknown"]],
    [
      "dates with their phase in the format",
      [
        [45291, null, 'mmm yy"A"'],
        [45657, null, 'mmm yy"F"'],
      ],
      ["year", 2024, null, "2024-12-31", "forecast"],
    ],
    [
      "numbers that say F in the format",
      [
        [2023, null, '0"A"'],
        [2024, null, '0"F"'],
      ],
      ["year", 2024, null, null, "forecast"],
    ],
  ])("reads %s", (_name, cells, last) => {
    expect(periods(header(cells)).at(-1)).toEqual(last);
  });

  it("counts on where the file carries no cached values", () => {
    expect(periods(header([2023, "=B1+1", "=C1+1"])).map((period) => period[1])).toEqual([2023, 2024, 2025]);
    expect(
      periods(
        header([
          [45291, null, "mmm-yy"],
          ["=EDATE(B1,12)", null, "mmm-yy"],
        ]),
      ).map((period) => period[3]),
    ).toEqual(["2023-12-31", "2024-12-31"]);
  });

  it("joins a line of years over a line of quarters", () => {
    const more = { B2: "Q1", C2: "Q2", D2: "Q3", E2: "Q4", F2: "Q1" };
    expect(periods(header([2024, 2024, 2024, 2024, 2025], more)).map((period) => period.slice(0, 3))).toEqual([
      ["quarter", 2024, 1],
      ["quarter", 2024, 2],
      ["quarter", 2024, 3],
      ["quarter", 2024, 4],
      ["quarter", 2025, 1],
    ]);
  });

  it("keeps a terminal column and trailing twelve months as what they are", () => {
    expect(periods(header([2024, 2025, 2026, "Terminal"])).map((period) => period[0])).toEqual([
      "year",
      "year",
      "year",
      "terminal",
    ]);
    expect(periods(header(["FY2023", "FY2024", "LTM"])).map((period) => period[0])).toEqual([
      "year",
      "year",
      "trailing",
    ]);
  });

  it("splits blocks beside each other where time turns back", () => {
    const axes = axesOf(header([2023, 2024, 2025, 2023, 2024, 2025]));
    expect(axes.map((axis) => axis.periods.map((period) => period.index0))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it("ends a block where the next header over the same columns begins", () => {
    const axes = axesOf({
      ...header([2023, 2024, 2025, 2026]),
      B20: 2023,
      C20: 2024,
      D20: 2025,
      E20: 2026,
      A21: "Cash",
      B21: 1,
    });
    expect(axes.map((axis) => axis.span)).toEqual([
      { first0: 1, last0: 18 },
      { first0: 20, last0: 20 },
    ]);
  });

  it("reads time that goes down", () => {
    const axes = axesOf({
      A1: "Year",
      B1: "Revenue",
      A2: 2021,
      B2: 1,
      A3: 2022,
      B3: 2,
      A4: 2023,
      B4: 3,
      A5: 2024,
      B5: 4,
    });
    expect(axes).toMatchObject([{ orientation: "rows", headerIndex0: 0, span: { first0: 1 } }]);
    expect(axes[0]!.periods.map(({ index0, year }) => [index0, year])).toEqual([
      [1, 2021],
      [2, 2022],
      [3, 2023],
      [4, 2024],
    ]);
  });

  it("takes the turn from typed to calculated as the end of history, where rows agree", () => {
    const row = (row1: number, name: string) => ({
      [`A${row1}`]: name,
      [`B${row1}`]: 1,
      [`C${row1}`]: 2,
      [`D${row1}`]: `=C${row1}*2`,
      [`E${row1}`]: `=D${row1}*2`,
    });
    const years = { B1: 2022, C1: 2023, D1: 2024, E1: 2025 };
    const phases = (cells: WrittenSheet) => axesOf(cells)[0]!.periods.map(({ phase }) => phase);
    expect(phases({ ...years, ...row(2, "Revenue"), ...row(3, "Costs") })).toEqual([
      "actual",
      "actual",
      "forecast",
      "forecast",
    ]);
    expect(phases({ ...years, ...row(2, "Revenue") })).toEqual(["unknown", "unknown", "unknown", "unknown"]);
  });

  it("takes no row of ordinary numbers for an axis", () => {
    expect(
      axesOf({ A1: "Stores", B1: [2001, null, "#,##0"], C1: [2002, null, "#,##0"], D1: [2003, null, "#,##0"] }),
    ).toEqual([]);
    expect(axesOf({ A1: "Revenue", B1: 2010, C1: 2040, D1: 1999 })).toEqual([]);
    expect(axesOf({ A1: "Revenue", B1: 2010, C1: 2011, D1: 3500 })).toEqual([]);
  });

  it("dates fiscal years where the workbook says when they end", () => {
    const cells = header(["FY2023", "FY2024"], { A2: "Fiscal year ending June 30" });
    const map = understandModel(indexWorkbook(sheet(cells)));
    expect(map.fiscalYearEndMonth).toBe(6);
    expect(map.axes[0]!.periods.map(({ endDate }) => endDate)).toEqual(["2023-06-30", "2024-06-30"]);
  });

  it("leaves fiscal years undated that end in January: FY2023 may be the year to January 2023 or to January 2024", () => {
    const cells = header(["FY2023", "FY2024"], { A2: "Fiscal year ending January 31" });
    const map = understandModel(indexWorkbook(sheet(cells)));
    expect(map.fiscalYearEndMonth).toBe(1);
    expect(map.axes[0]!.periods.map(({ endDate }) => endDate)).toEqual([null, null]);
  });

  it("counts the dates of a workbook from 1904 where it says so", () => {
    const cells = header([
      [43829, null, "mmm-yy"],
      ["=EOMONTH(B1,12)", null, "mmm-yy"],
    ]);
    const map = understandModel(indexWorkbook({ ...sheet(cells), dateSystem: 1904 }));
    expect(map.axes[0]!.periods.map(({ endDate }) => endDate)).toEqual(["2023-12-31", "2024-12-31"]);
    expect(map.fiscalYearEndMonth).toBe(12);
  });

  it("takes 2024-12 for a month, 2011-12 for a fiscal year and 2023-2027 for no period", () => {
    expect(periods(header(["2024-11", "2024-12"])).map(([kind, , , end]) => [kind, end])).toEqual([
      ["month", "2024-11-30"],
      ["month", "2024-12-31"],
    ]);
    expect(periods(header(["2010-11", "2011-12"])).map(([kind, year]) => [kind, year])).toEqual([
      ["year", 2011],
      ["year", 2012],
    ]);
    expect(axesOf(header(["2023-2027", "2028-2032"]))).toEqual([]);
  });

  it("reads a sheet without cached values once, however its cells read each other", () => {
    const columns = [..."BCDEFGHIJKLMNOPQRSTUVWXYZ"]
      .flatMap((letter) => [letter, `A${letter}`, `B${letter}`])
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const cells: Record<string, WrittenCell> = { A1: "Growth of 2020", B1: 2020, C1: "=B1+B1" };
    columns.slice(2).forEach((column, i) => (cells[`${column}1`] = `=${columns[i + 1]!}1+${columns[i]!}1`));
    expect(axesOf(cells)).toEqual([]);
  });
});
