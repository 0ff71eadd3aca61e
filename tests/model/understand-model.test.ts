import { formatAddress, formatRange } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { type ModelMap } from "../../src/contracts/model-map";
import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { understandModel } from "../../src/model/understand-model";
import { sheet, workbook, type WrittenSheet } from "../support/sheet";

function understand(snapshot: WorkbookSnapshot): ModelMap {
  return understandModel(indexWorkbook(snapshot));
}

function item(map: ModelMap, label: string) {
  const found = map.lineItems.find((each) => each.label === label);
  if (found === undefined)
    throw new Error(`no line item "${label}" among ${map.lineItems.map((each) => each.label).join(", ")}`);
  return found;
}

const statement: WrittenSheet = {
  A1: "Harbour Lights Ltd",
  A2: "($ in millions)",
  B3: "Historical",
  D3: "Forecast",
  A4: "Income Statement",
  B4: 2022,
  C4: ["=B4+1", 2023],
  D4: ["=C4+1", 2024],
  E4: ["=D4+1", 2025],
  A5: "Revenue",
  B5: 100,
  C5: 110,
  D5: ["=C5*(1+D12)", 121],
  E5: ["=D5*(1+E12)", 133],
  A6: "Operating Expenses",
  A7: "Salaries and wages",
  B7: -40,
  C7: -44,
  D7: ["=C7*1.1", -48],
  E7: ["=D7*1.1", -53],
  A8: "Total Operating Expenses",
  B8: ["=SUM(B7:B7)", -40],
  C8: ["=SUM(C7:C7)", -44],
  D8: ["=SUM(D7:D7)", -48],
  E8: ["=SUM(E7:E7)", -53],
  A9: "Net income",
  B9: ["=B5+B8", 60],
  C9: ["=C5+C8", 66],
  D9: ["=D5+D8", 73],
  E9: ["=E5+E8", 80],
  A12: "Revenue growth",
  D12: [0.1, null, "0.0%"],
  E12: [0.1, null, "0.0%"],
};

describe("understanding a model", () => {
  it("reads a statement: axis, phases, rows, totals, units and what drives the result", () => {
    const map = understand(workbook({ IS: statement }));
    expect(map.axes).toHaveLength(1);
    expect(map.axes[0]).toMatchObject({ orientation: "columns", headerIndex0: 3, span: { first0: 4, last0: 11 } });
    expect(map.axes[0]!.periods.map(({ label, kind, year, phase }) => [label, kind, year, phase])).toEqual([
      ["2022", "year", 2022, "actual"],
      ["2023", "year", 2023, "actual"],
      ["2024", "year", 2024, "forecast"],
      ["2025", "year", 2025, "forecast"],
    ]);
    expect(item(map, "Revenue")).toMatchObject({
      concept: { id: "revenue" },
      statement: "income-statement",
      unit: { kind: "currency", currency: "$", scale: 1e6 },
      role: "mixed",
      isTotal: false,
      path: [],
    });
    expect(formatRange(item(map, "Revenue").range)).toBe("B5:E5");
    expect(item(map, "Salaries and wages").path).toEqual(["Operating Expenses"]);
    expect(item(map, "Total Operating Expenses")).toMatchObject({ isTotal: true, role: "formula" });
    expect(item(map, "Net income")).toMatchObject({ isTotal: true, path: [] });
    expect(item(map, "Revenue growth")).toMatchObject({ unit: { kind: "percent", scale: 1 }, role: "input" });
    expect(map.company?.name).toBe("Harbour Lights Ltd");
    const output = map.outputs.find(({ concept }) => concept?.id === "net-income")!;
    expect(formatAddress(output.cell.rowIndex0, output.cell.columnIndex0)).toBe("E9");
    expect(output.drivers.map((cell) => formatAddress(cell.rowIndex0, cell.columnIndex0))).toEqual(["E12"]);
  });

  it("keeps the ids of all line items when rows are inserted above and between", () => {
    const shifted: Record<string, WrittenSheet[string]> = { A1: "Harbour Lights Ltd", A2: "($ in millions)" };
    for (const [address, written] of Object.entries(statement)) {
      const row = Number(address.slice(1));
      const moved = row <= 2 ? row : row <= 6 ? row + 1 : row + 3;
      shifted[`${address[0]}${moved}`] = written;
    }
    const ids = (cells: WrittenSheet) => understand(workbook({ IS: cells })).lineItems.map(({ id }) => id);
    expect(ids(shifted)).toEqual(ids(statement));
  });

  it("tells repeated labels apart by heading, and where headings agree by order", () => {
    const map = understand(
      sheet({
        B1: 2023,
        C1: 2024,
        D1: 2025,
        A2: "North",
        A3: "Units",
        B3: 1,
        C3: 2,
        D3: 3,
        A4: "South",
        A5: "Units",
        B5: 4,
        C5: 5,
        D5: 6,
        A6: "Units",
        B6: 7,
        C6: 8,
        D6: 9,
      }),
    );
    expect(map.lineItems.map(({ id }) => id)).toEqual([
      "Sheet1 › North › Units #1",
      "Sheet1 › South › Units #1",
      "Sheet1 › South › Units #2",
    ]);
  });

  it("finds parameters off the axis with their headings, units and roles", () => {
    const map = understand(
      sheet({
        A1: "Valuation",
        A2: "WACC",
        B2: [0.09, null, "0.0%"],
        A3: "Terminal growth rate",
        B3: [0.02, null, "0.0%"],
        A4: "Exit multiple",
        B4: [8.5, null, '0.0"x"'],
        A5: "Enterprise value",
        C5: ["=100/(B2-B3)", 1428, "$#,##0"],
      }),
    );
    expect(map.lineItems).toEqual([]);
    expect(
      map.parameters.map(({ label, path, concept, unit, role }) => [label, path[0], concept?.id, unit.kind, role]),
    ).toEqual([
      ["WACC", "Valuation", "wacc", "percent", "input"],
      ["Terminal growth rate", "Valuation", "terminal-growth-rate", "percent", "input"],
      ["Exit multiple", "Valuation", "exit-multiple", "multiple", "input"],
      ["Enterprise value", "Valuation", "enterprise-value", "currency", "formula"],
    ]);
    expect(map.outputs.map(({ label, drivers }) => [label, drivers.length])).toEqual([["Enterprise value", 2]]);
  });

  it("says nothing where the workbook says nothing", () => {
    const map = understand(sheet({ A1: "Notes", D2: 17, B5: "hello", C9: 2024 }));
    expect(map).toEqual({
      company: null,
      fiscalYearEndMonth: null,
      axes: [],
      lineItems: [],
      parameters: [],
      outputs: [],
      tables: [],
      checks: [],
      switches: [],
      alikeSheets: [],
      circularGroups: [],
    });
    expect(understand(workbook({ Empty: {} })).axes).toEqual([]);
  });
});
