import { utils, write } from "@e965/xlsx";

/** A small budget with one cell in error and one typed over: enough for a review to have something to say. */
export function writeSecondWorkbook(): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ["Budget", 2022, 2023, 2024, 2025, 2026],
    ["Revenue", 100, 110, 121, 133, 146],
    ["Costs", 60, 66, 73, 80, 88],
  ]);
  utils.sheet_add_aoa(sheet, [["Profit"], ["Margin"]], { origin: "A4" });
  ["B", "C", "D", "E", "F"].forEach((column, i) => {
    const profit = [40, 44, 48, 53, 58][i] ?? 0;
    sheet[`${column}4`] = column === "D" ? { t: "n", v: 50 } : { t: "n", v: profit, f: `${column}2-${column}3` };
    sheet[`${column}5`] = { t: "n", v: profit / 100, f: `${column}4/${column}2`, z: "0.0%" };
  });
  sheet["F5"] = { t: "e", v: 0x17, w: "#REF!", f: "F4/#REF!" };
  sheet["!ref"] = "A1:F5";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Budget");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}
