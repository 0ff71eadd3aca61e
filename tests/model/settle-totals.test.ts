import { type LineItem } from "../../src/contracts/model-map";
import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenSheet } from "../support/sheet";

type Row = readonly [label: string | null, ...cells: (string | number | readonly [string, number])[]];

/** Rows under the years 2024 and 2025, the first of them in row 2. */
function rowsOf(...rows: readonly Row[]): LineItem[] {
  const cells: Record<string, WrittenSheet[string]> = { B1: 2024, C1: 2025 };
  rows.forEach(([label, ...values], i) => {
    if (label !== null) cells[`A${i + 2}`] = label;
    values.forEach((value, column) => (cells[`${"BC"[column]!}${i + 2}`] = value));
  });
  return [...understandModel(indexWorkbook(sheet(cells))).lineItems];
}

function conceptAt(items: readonly LineItem[], row: number): string | null {
  return items.find((item) => item.index0 === row - 1)?.concept?.id ?? null;
}

const balanceSheet: readonly Row[] = [
  ["Balance sheet"],
  ["Cash", 10, 12],
  ["Receivables", 20, 22],
  ["Inventory", 5, 6],
  [null, ["=SUM(B3:B5)", 35], ["=SUM(C3:C5)", 40]],
  ["Property, plant and equipment", 65, 70],
  [null, ["=SUM(B6:B7)", 100], ["=SUM(C6:C7)", 110]],
  ["Payables", 15, 18],
  ["Term loan", 45, 42],
  [null, ["=SUM(B9:B10)", 60], ["=SUM(C9:C10)", 60]],
  ["Share capital", 10, 10],
  ["Retained earnings", 30, 40],
  [null, ["=SUM(B12:B13)", 40], ["=SUM(C12:C13)", 50]],
  [null, ["=B11+B14", 100], ["=C11+C14", 110]],
];

describe("totals known by what they add up", () => {
  it("are found on a balance sheet whose totals carry no label", () => {
    const items = rowsOf(...balanceSheet);
    expect([6, 8, 11, 14, 15].map((row) => conceptAt(items, row))).toEqual([
      "total-current-assets",
      "total-assets",
      "total-liabilities",
      "total-equity",
      "total-liabilities-and-equity",
    ]);
    expect(items.find((item) => item.index0 === 7)).toMatchObject({
      label: "Total assets (unlabelled)",
      isTotal: true,
      concept: { confidence: 0.86, reason: "it adds up what makes total assets" },
    });
  });

  it("keep their identity where a row is put in above them", () => {
    const idOf = (items: readonly LineItem[]) => items.find((item) => item.concept?.id === "total-assets")?.id;
    const later = rowsOf(["Heading of the sheet"], ...balanceSheet.map(moveDown));
    expect(idOf(later)).toBe(idOf(rowsOf(...balanceSheet)));
  });

  it("are told apart by the other half where two rows are called “Total”", () => {
    const items = rowsOf(
      ["Balance sheet"],
      ["Share capital", 10, 10],
      ["Reserves", 30, 40],
      ["Borrowings", 45, 42],
      ["Total", 85, 92],
      ["Fixed assets", 50, 55],
      ["Investments", 35, 37],
      ["Total", 85, 92],
    );
    expect(conceptAt(items, 6)).toBe("total-liabilities-and-equity");
    expect(conceptAt(items, 9)).toBe("total-assets");
  });

  it("are the other half of a balance sheet under a name of their own", () => {
    const items = rowsOf(
      ["Balance sheet"],
      ["Cash", 10, 12],
      ["PP&E", 20, 22],
      ["Total assets", ["=B3+B4", 30], ["=C3+C4", 34]],
      ["Payables", 15, 18],
      ["Retained earnings", 15, 19],
      ["Liabilities plus earnings", ["=B6+B7", 30], ["=C6+C7", 37]],
    );
    expect(conceptAt(items, 8)).toBe("total-liabilities-and-equity");
  });

  it("stay unknown under words that name something narrower", () => {
    const items = rowsOf(
      ["Balance sheet"],
      ["Cash", 10, 12],
      ["Receivables", 20, 22],
      ["Quick funds at hand", ["=B3+B4", 30], ["=C3+C4", 34]],
      ["Retained earnings", 15, 19],
    );
    expect(conceptAt(items, 5)).toBeNull();
  });

  it("are not seen in a working capital schedule, which adds up some current assets only", () => {
    const items = rowsOf(
      ["Working capital schedule"],
      ["Receivables", 20, 22],
      ["Inventory", 5, 6],
      [null, ["=B3+B4", 25], ["=C3+C4", 28]],
    );
    expect(conceptAt(items, 5)).toBeNull();
  });

  it("are not seen where figures happen to add up in one period", () => {
    const items = rowsOf(["Balance sheet"], ["Share capital", 10, 10], ["Borrowings", 20, 25], ["Total", 30, 36]);
    expect(conceptAt(items, 5)).toBeNull();
  });
});

/** The same row with its formulas one row further down. */
function moveDown([label, ...cells]: Row): Row {
  const moved = cells.map((cell) =>
    typeof cell === "object" ? ([cell[0].replace(/\d+/gu, (row) => String(Number(row) + 1)), cell[1]] as const) : cell,
  );
  return [label, ...moved];
}
