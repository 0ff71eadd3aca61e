import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenSheet } from "../support/sheet";

function down(cells: WrittenSheet) {
  return understandModel(indexWorkbook(sheet(cells)))
    .axes.filter(({ orientation }) => orientation === "rows")
    .map(({ headerIndex0, periods }) => [headerIndex0, ...periods.map(({ label }) => label)]);
}

const years: WrittenSheet = {
  ...{ B1: "Revenue", C1: "EBITDA" },
  ...{ A2: "2024A", B2: 10, C2: 1, A3: "2025E", B3: 11, C3: 2, A5: "2026E", B5: 12, C5: 3 },
};

describe("time that goes down", () => {
  it("in a list that a blank row parts, though other columns go on", () => {
    expect(down({ ...years, D4: "Forecast" })).toEqual([[0, "2024A", "2025E", "2026E"]]);
  });

  it("in no list that another word parts", () => {
    expect(down({ ...years, A4: "Forecast" })).toEqual([]);
  });

  it("in no few years of a long column of numbers", () => {
    const ledger = Object.fromEntries([7, 9, 4, 8, 3, 2024, 2025, 2026, 5, 1].map((n, i) => [`A${i + 2}`, n]));
    expect(down({ A1: "Entry", B1: "Amount", B2: 5, ...ledger })).toEqual([]);
  });

  it("on a sheet whose far block goes across", () => {
    const across: WrittenSheet = { ...{ P1: 2024, Q1: 2025, R1: 2026, O2: "Volume", P2: 1, Q2: 2, R2: 3 } };
    expect(down({ ...years, ...across })).toEqual([[0, "2024A", "2025E", "2026E"]]);
  });

  it("not in the years that name the rows of a waterfall", () => {
    const waterfall: WrittenSheet = {
      ...{ C1: 2024, D1: 2025, E1: 2026, B2: 2024, C2: 1, D2: 1, E2: 1, B3: 2025, D3: 2, E3: 2, B4: 2026, E4: 3 },
    };
    expect(down({ A1: "Depreciation by vintage", ...waterfall })).toEqual([]);
  });
});
