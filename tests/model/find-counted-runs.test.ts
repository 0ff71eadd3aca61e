import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenCell, type WrittenSheet } from "../support/sheet";

function row(row1: number, name: string, cells: readonly WrittenCell[]): WrittenSheet {
  return Object.fromEntries([
    [`A${row1}`, name],
    ...cells.map((cell, i) => [`${"BCDEFGHIJ"[i]!}${row1}`, cell]),
  ]) as WrittenSheet;
}

function axes(cells: WrittenSheet) {
  return understandModel(indexWorkbook(sheet(cells))).axes.map(({ headerIndex0, periods }) => [
    headerIndex0,
    periods.map(({ label, kind }) => `${label} (${kind})`).join(", "),
  ]);
}

const loan = {
  ...row(
    3,
    "Opening balance",
    [null, "=B6", "=C6", "=D6"].map((cell) => cell ?? 0),
  ),
  ...row(4, "Repayment", [0, 10, 10, 10]),
  ...row(5, "Interest", [0, "=C3*5%", "=D3*5%", "=E3*5%"]),
  ...row(6, "Closing balance", [100, "=C3-C4", "=D3-D4", "=E3-E4"]),
  ...row(7, "Growth", [0, "=C6/B6-1", "=D6/C6-1", "=E6/D6-1"]),
};

describe("periods that are only counted", () => {
  it.each<[string, readonly string[], string]>([
    ["M1, M2, M3", ["M1", "M2", "M3"], "M1 (month), M2 (month), M3 (month)"],
    ["Y0, Y1, Y2", ["Y0", "Y1", "Y2"], "Y0 (year), Y1 (year), Y2 (year)"],
    ["FY+1, FY+2, FY+3", ["FY+1", "FY+2", "FY+3"], "FY+1 (year), FY+2 (year), FY+3 (year)"],
  ])("reads %s", (_name, header, periods) => {
    expect(axes({ ...row(1, "USD", header), ...row(2, "Revenue", [1, 2, 3]) })).toEqual([[0, periods]]);
  });

  it("does not read three products called M1, M4 and M5 as months", () => {
    expect(axes({ ...row(1, "Machine", ["M1", "M4", "M5"]), ...row(2, "Hours", [1, 2, 3]) })).toEqual([]);
  });

  it("bare numbers over rows that read the column before", () => {
    expect(axes({ ...row(1, "Debt schedule", [0, 1, 2, 3]), ...loan })).toEqual([
      [0, "Period 0 (unknown), Period 1 (unknown), Period 2 (unknown), Period 3 (unknown)"],
    ]);
  });

  it("no bare numbers that count companies", () => {
    const comps = {
      ...row(1, "No.", [1, 2, 3, 4]),
      ...row(2, "Company", ["Alder plc", "Birch plc", "Cedar plc", "Dogwood plc"]),
      ...loan,
    };
    expect(axes(comps)).toEqual([]);
  });

  it("no bare numbers over rows that each stand for themselves", () => {
    const alone = {
      ...row(2, "Price", [1, 2, 3, 4]),
      ...row(3, "Volume", [1, 2, 3, 4]),
      ...row(4, "Revenue", ["=B2*B3", "=C2*C3", "=D2*D3", "=E2*E3"]),
    };
    expect(axes({ ...row(1, "Segment", [1, 2, 3, 4]), ...alone })).toEqual([]);
  });

  it("no bare count inside a dated block: a row of it counts its years", () => {
    const dated = { ...row(1, "USD", [2024, 2025, 2026, 2027]), ...row(2, "Discount period", [0, 1, 2, 3]), ...loan };
    expect(axes(dated)).toEqual([[0, "2024 (year), 2025 (year), 2026 (year), 2027 (year)"]]);
  });

  it("no count of years that stands below the first row of a dated block as its header", () => {
    const map = understandModel(
      indexWorkbook(
        sheet({
          ...row(1, "USD", [2024, 2025, 2026, 2027]),
          ...row(2, "Free cash flow", [5, 6, 7, 8]),
          ...row(4, "Projection year", [1, 2, 3, 4]),
          ...row(5, "Discount factor", [0.9, 0.8, 0.7, 0.6]),
        }),
      ),
    );
    expect(map.lineItems.map(({ label }) => label)).toEqual(["Free cash flow", "Projection year", "Discount factor"]);
  });

  it("no dates down a column of prices of which some would be dates", () => {
    const prices = [40000, 36000, 37000.5, 38000, 35000, 39000, 36500.25].map((price): WrittenCell => [
      price,
      null,
      "d-mmm-yy",
    ]);
    const cells = Object.fromEntries(prices.map((price, i) => [`B${i + 2}`, price])) as WrittenSheet;
    expect(axes({ A1: "Day", B1: "Close", C1: "Volume", C2: 5, C3: 6, C4: 7, C5: 8, ...cells })).toEqual([]);
  });
});
