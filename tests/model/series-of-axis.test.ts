import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenSheet } from "../support/sheet";

const block: WrittenSheet = {
  ...{ A1: "USD m", B1: 2024, C1: 2025, D1: 2026, E1: 2027, F1: 2028 },
  ...{ A2: "Revenue", B2: 10, C2: 11, D2: 12, E2: 13, F2: 14 },
  ...{ A3: "EBITDA", B3: 1, C3: 2, D3: 3, E3: 4, F3: 5 },
};

function understand(cells: WrittenSheet) {
  const { lineItems, parameters } = understandModel(indexWorkbook(sheet({ ...block, ...cells })));
  return {
    series: lineItems.map(({ label }) => label),
    values: parameters.map(({ label, cell }) => `${label} in ${"ABCDEFGH"[cell.columnIndex0]!}${cell.rowIndex0 + 1}`),
  };
}

describe("where a block ends", () => {
  it("a list of two columns below it is no history of two years", () => {
    const { series } = understand({
      A6: "Shareholders",
      ...{ A7: "Chair", B7: 500, C7: 0.5, A8: "Staff", B8: 300, C8: 0.3, A9: "Fund", B9: 200, C9: 0.2 },
    });
    expect(series).toEqual(["Revenue", "EBITDA"]);
  });

  it("rows of history that go on from the block belong to it", () => {
    const { series } = understand({
      ...{ A4: "Capex", B4: 5, C4: 6, A5: "Stores", B5: 3, C5: 4, A6: "Staff", B6: 2, C6: 3 },
    });
    expect(series).toEqual(["Revenue", "EBITDA", "Capex", "Stores", "Staff"]);
  });

  it("a second list beside its rows has names of its own", () => {
    const { series, values } = understand({ A5: "Tax rate", B5: 0.25, D5: "Beta of peers", E5: 1.1 });
    expect(series).toEqual(["Revenue", "EBITDA", "Tax rate"]);
    expect(values).toEqual(["Beta of peers in E5"]);
  });
});
