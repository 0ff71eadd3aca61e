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

describe("the names of a block", () => {
  it("stand after a list of assumptions on its rows, not in it", () => {
    const { lineItems } = understandModel(
      indexWorkbook(
        sheet({
          ...{ A1: "Assumptions", D1: "Income statement", F1: 2024, G1: 2025, H1: 2026 },
          ...{ A2: "Growth", B2: 0.05, D2: "Revenue", F2: 10, G2: 11, H2: 12 },
          ...{ A3: "Cost ratio", B3: 0.4, D3: "Cost of sales", F3: 4, G3: 4, H3: 5 },
          ...{ A4: "Tax rate", B4: 0.25, E4: "Gross profit", F4: 6, G4: 7, H4: 7 },
          ...{ A5: "Days payable", B5: 30, E5: "Taxes", F5: 1, G5: 1, H5: 2 },
          ...{ D6: "Net income", F6: 5, G6: 6, H6: 5 },
        }),
      ),
    );
    expect(lineItems.map(({ label }) => label)).toEqual([
      "Revenue",
      "Cost of sales",
      "Gross profit",
      "Taxes",
      "Net income",
    ]);
  });

  it("stand before a column of notes, which name nothing", () => {
    const { series } = understand({
      ...{ A4: "Capex", B4: 1, C4: 2, D4: 3, E4: 4, F4: 5, G4: "as guided" },
    });
    expect(series).toEqual(["Revenue", "EBITDA", "Capex"]);
  });
});
