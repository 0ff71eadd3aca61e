import { AuditContext } from "../../src/audit/audit-context";
import { type LabelledTable } from "../../src/contracts/model-map";
import { understandModel } from "../../src/model/understand-model";
import { parseAddress } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenSheet } from "../support/sheet";

function contextOf(cells: WrittenSheet): AuditContext {
  const index = indexWorkbook(sheet(cells));
  return new AuditContext(index, understandModel(index));
}

function named(cells: WrittenSheet, address: string): readonly [string, string] | null {
  const cell = contextOf(cells).tableCellAt({ sheet: "Sheet1", ...parseAddress(address)! });
  return cell === null ? null : [cell.row.label, cell.column.label];
}

function tables(cells: WrittenSheet): readonly LabelledTable[] {
  return contextOf(cells).model.tables;
}

const comps: WrittenSheet = {
  A1: "Trading multiples",
  A2: "Company",
  B2: "Country",
  C2: "Enterprise value",
  D2: "EV / EBITDA",
  A3: "Harbour Lights plc",
  B3: "UK",
  C3: 900,
  D3: [9.5, null, '0.0"x"'],
  A4: "Tidewater Group",
  B4: "UK",
  C4: 1200,
  D4: [8.1, null, '0.0"x"'],
  A5: "Northgate Ltd",
  B5: "France",
  C5: 400,
  D5: [7.2, null, '0.0"x"'],
  A7: "Median",
  D7: ["=MEDIAN(D3:D5)", 8.1, '0.0"x"'],
};

const deal: WrittenSheet = {
  A1: "Capitalization",
  B2: "Acquirer",
  C2: "Target",
  D2: "Pro forma",
  A3: "Revenue",
  B3: 500,
  C3: 80,
  D3: ["=B3+C3", 580],
  A4: "EBITDA",
  B4: 90,
  C4: 12,
  D4: ["=B4+C4", 102],
  A5: "Total debt",
  B5: 60,
  C5: 20,
  D5: ["=B5+C5", 80],
};

describe("tables off every time axis", () => {
  it("reads peers down and multiples across, the median with them", () => {
    const [table] = tables(comps);
    expect(table).toMatchObject({ title: "Trading multiples", rowsAre: "companies", columnsAre: "measures" });
    expect(table!.columns.map(({ concept }) => concept?.id)).toEqual(["enterprise-value", "ev-to-ebitda"]);
    expect(named(comps, "D4")).toEqual(["Tidewater Group", "EV / EBITDA"]);
    expect(named(comps, "D7")).toEqual(["Median", "EV / EBITDA"]);
    expect(named(comps, "B3")).toBeNull();
  });

  it("reads the acquirer beside the target, and says of whom a parameter speaks", () => {
    const context = contextOf(deal);
    expect(context.model.tables).toMatchObject([{ rowsAre: "measures", columnsAre: "companies" }]);
    const cell = context.tableCellAt({ sheet: "Sheet1", rowIndex0: 3, columnIndex0: 2 });
    expect([cell?.column.label, cell?.measure?.concept?.id]).toEqual(["Target", "ebitda"]);
    expect(context.model.parameters.map(({ label, column }) => [label, column])).toEqual([
      ["Revenue", "Acquirer"],
      ["EBITDA", "Acquirer"],
      ["Total debt", "Acquirer"],
    ]);
  });

  it("reads cases across", () => {
    const cells = { B1: "Base case", C1: "Upside", D1: "Downside", A2: "Revenue growth", B2: 0.05, C2: 0.08, D2: 0.01 };
    const more = { A3: "EBITDA margin", B3: 0.2, C3: 0.24, D3: 0.15 };
    expect(tables({ ...cells, ...more })).toMatchObject([{ rowsAre: "measures", columnsAre: "cases" }]);
  });

  it("joins a heading of two lines and keeps what spans several columns as their path", () => {
    const cells: WrittenSheet = {
      B1: "Multiples",
      D1: "Size",
      A2: "Peer",
      B2: "EV/Sales",
      C2: "EV/EBITDA",
      D2: "Market cap",
      A3: "Alder",
      B3: 1,
      C3: 8,
      D3: 70,
      A4: "Birch",
      B4: 2,
      C4: 9,
      D4: 80,
    };
    expect(tables(cells)[0]!.columns.map(({ label, path }) => [label, path])).toEqual([
      ["EV/Sales", ["Multiples"]],
      ["EV/EBITDA", ["Multiples"]],
      ["Size Market cap", []],
    ]);
  });

  it("tells two tables beside each other apart", () => {
    const cells: WrittenSheet = {
      A1: "Sources",
      B1: "Amount",
      C1: "Share",
      E1: "Uses",
      F1: "Amount",
      G1: "Share",
      A2: "Term loan",
      B2: 60,
      C2: 0.6,
      E2: "Purchase price",
      F2: 95,
      G2: 0.95,
      A3: "Equity",
      B3: 40,
      C3: 0.4,
      E3: "Fees",
      F3: 5,
      G3: 0.05,
    };
    expect(tables(cells).map(({ rows }) => rows.map(({ label }) => label))).toEqual([
      ["Term loan", "Equity"],
      ["Purchase price", "Fees"],
    ]);
    expect(named(cells, "G3")).toEqual(["Fees", "Share"]);
  });

  it("names the totals and averages beside a time axis", () => {
    const cells: WrittenSheet = {
      B1: "2023A",
      C1: "2024A",
      D1: "2025E",
      E1: "Average",
      A2: "Revenue",
      B2: 1,
      C2: 2,
      D2: 3,
      E2: ["=AVERAGE(B2:D2)", 2],
      A3: "Costs",
      B3: 1,
      C3: 1,
      D3: 1,
      E3: ["=AVERAGE(B3:D3)", 1],
    };
    expect(named(cells, "E2")).toEqual(["Revenue", "Average"]);
    expect(named(cells, "D2")).toBeNull();
  });

  it("reads a sensitivity grid by its steps", () => {
    const formula = (row: number, column: string) => [`=${column}$2*$A${row}`, row] as const;
    const cells: WrittenSheet = {
      B1: "Terminal growth",
      A2: ["=Z9", 100],
      B2: 0.01,
      C2: 0.02,
      D2: 0.03,
      A3: 0.08,
      A4: 0.09,
      A5: 0.1,
      ...Object.fromEntries(
        [3, 4, 5].flatMap((row) => ["B", "C", "D"].map((column) => [`${column}${row}`, formula(row, column)])),
      ),
    };
    const [grid] = tables(cells);
    expect(grid).toMatchObject({ rowsAre: "steps", columnsAre: "steps" });
    expect(grid!.columns.map(({ label, path }) => [label, path])).toEqual([
      ["0.01", ["Terminal growth"]],
      ["0.02", ["Terminal growth"]],
      ["0.03", ["Terminal growth"]],
    ]);
    expect(named(cells, "C4")).toEqual(["0.09", "0.02"]);
  });

  it("takes neither a list of single values nor words about words for a table", () => {
    expect(tables({ A1: "WACC", B1: 0.09, A2: "Growth", B2: 0.02 })).toEqual([]);
    expect(tables({ A1: "Name", B1: "Role", C1: "Note", A2: "Ann", B2: "CEO", C2: "new" })).toEqual([]);
  });
});
