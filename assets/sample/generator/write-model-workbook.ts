import { readFileSync } from "node:fs";
import * as xlsx from "@e965/xlsx";
import { modelSheets } from "./model-cells";

/** The part of the calculation engine that the generator uses. */
interface Engine {
  newSheet(): void;
  renameSheet(sheet: number, name: string): void;
  setUserInput(sheet: number, row: number, column: number, input: string): void;
  evaluate(): void;
  getFormattedCellValue(sheet: number, row: number, column: number): string;
  updateRangeStyle(
    range: { sheet: number; row: number; column: number; width: number; height: number },
    path: string,
    value: string,
  ): void;
}

async function newEngine(): Promise<Engine> {
  const ironcalc = await import("@ironcalc/wasm");
  ironcalc.initSync({ module: readFileSync(require.resolve("@ironcalc/wasm/wasm_bg.wasm")) });
  return new ironcalc.Model("sample", "en", "UTC", "en");
}

/** The sample model as .xlsx bytes, every formula with the value that a calculation engine gives it. */
export async function writeModelWorkbook(): Promise<Uint8Array> {
  const sheets = modelSheets();
  const engine = await newEngine();
  sheets.forEach((sheet, index) => {
    if (index > 0) engine.newSheet();
    engine.renameSheet(index, sheet.name);
  });
  const position = (address: string) => {
    const { r, c } = xlsx.utils.decode_cell(address);
    return { row: r + 1, column: c + 1 };
  };
  sheets.forEach((sheet, index) => {
    for (const [address, cell] of sheet.cells) {
      const { row, column } = position(address);
      const isText = typeof cell.content === "string" && !cell.content.startsWith("=");
      engine.setUserInput(index, row, column, isText ? `'${cell.content}` : String(cell.content));
      if (!isText)
        engine.updateRangeStyle({ sheet: index, row, column, width: 1, height: 1 }, "num_fmt", "0.0000000000000E+00");
    }
  });
  engine.evaluate();

  const book = xlsx.utils.book_new();
  sheets.forEach((sheet, index) => {
    const page: xlsx.WorkSheet = {};
    const corners = { lastRow: 0, lastColumn: 0 };
    for (const [address, cell] of sheet.cells) {
      const { row, column } = position(address);
      corners.lastRow = Math.max(corners.lastRow, row);
      corners.lastColumn = Math.max(corners.lastColumn, column);
      const format = cell.format === null ? {} : { z: cell.format };
      if (typeof cell.content === "number") page[address] = { t: "n", v: cell.content, ...format };
      else if (!cell.content.startsWith("=")) page[address] = { t: "s", v: cell.content };
      else
        page[address] = {
          f: cell.content.slice(1),
          ...cachedValue(engine.getFormattedCellValue(index, row, column)),
          ...format,
        };
    }
    page["!ref"] = `A1:${xlsx.utils.encode_cell({ r: corners.lastRow - 1, c: corners.lastColumn - 1 })}`;
    page["!cols"] = [{ wch: 44 }, ...Array.from({ length: corners.lastColumn - 1 }, () => ({ wch: 11 }))];
    xlsx.utils.book_append_sheet(book, page, sheet.name);
  });
  return new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer);
}

function cachedValue(shown: string): { t: "n"; v: number } | { t: "e"; v: number; w: string } | { t: "s"; v: string } {
  if (shown.startsWith("#")) return { t: "e", v: shown === "#DIV/0!" ? 7 : 42, w: shown };
  const value = Number(shown);
  return Number.isNaN(value) ? { t: "s", v: shown } : { t: "n", v: value };
}
