import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { formatAddress } from "../../src/workbook/address";
import { containerOf, relations } from "../workbook/xlsx-package";

const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A snapshot's values and formulas as the bytes of an .xlsx; formats are left out. */
export function writeXlsx(workbook: WorkbookSnapshot): Uint8Array {
  const sheets = workbook.sheets.map((sheet, i) => ({
    sheet,
    id: `rId${i + 1}`,
    path: `worksheets/sheet${i + 1}.xml`,
  }));
  const overrides = sheets.map(({ path }) => `<Override PartName="/xl/${path}" ContentType="${types}.worksheet+xml"/>`);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${overrides.join("")}</Types>`,
    "_rels/.rels": relations([["rId1", `${office}/officeDocument`, "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets>${sheets
      .map(({ sheet, id }, i) => `<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}" r:id="${id}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(sheets.map(({ id, path }) => [id, `${office}/worksheet`, path] as const)),
  };
  for (const { sheet, path } of sheets) parts[`xl/${path}`] = sheetXml(sheet.cells);
  const encoder = new TextEncoder();
  return containerOf(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, encoder.encode(xml)])),
    "zip",
  );
}

function sheetXml(cells: WorkbookSnapshot["sheets"][number]["cells"]): string {
  const rows: string[] = [];
  let row = -1;
  for (const { rowIndex0, columnIndex0, value, formula } of cells) {
    if (rowIndex0 !== row) rows.push(`${row === -1 ? "" : "</row>"}<row r="${(row = rowIndex0) + 1}">`);
    const place = formatAddress(rowIndex0, columnIndex0);
    const calculated = formula === null ? "" : `<f>${escaped(formula.slice(1))}</f>`;
    if (typeof value === "number") rows.push(`<c r="${place}">${calculated}<v>${value}</v></c>`);
    else if (typeof value === "boolean") rows.push(`<c r="${place}" t="b">${calculated}<v>${Number(value)}</v></c>`);
    else if (typeof value === "string" && formula === null)
      rows.push(`<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`);
    else if (typeof value === "string") rows.push(`<c r="${place}" t="str">${calculated}<v>${escaped(value)}</v></c>`);
    else if (value !== null) rows.push(`<c r="${place}" t="e">${calculated}<v>${value.error}</v></c>`);
    else rows.push(`<c r="${place}">${calculated}</c>`);
  }
  return `<worksheet ${main}><sheetData>${rows.join("")}${row === -1 ? "" : "</row>"}</sheetData></worksheet>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
