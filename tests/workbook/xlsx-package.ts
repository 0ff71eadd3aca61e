import { CFB } from "@e965/xlsx";

const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The bytes of an .xlsx of one sheet whose rows are given as XML: for what no writer library would write. */
export function xlsxOf(
  sheetXml: string,
  options: { sheet?: string; workbook?: string; parts?: Readonly<Record<string, string>> } = {},
): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    "_rels/.rels": relations([["rId1", `${office}/officeDocument`, "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Model" sheetId="1" r:id="rId1" ${options.sheet ?? ""}/></sheets>${options.workbook ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ["rId1", `${office}/worksheet`, "worksheets/sheet1.xml"],
      ["rId2", `${office}/styles`, "styles.xml"],
    ]),
    "xl/worksheets/sheet1.xml": `<worksheet ${main}>${sheetXml}</worksheet>`,
    "xl/styles.xml": `<styleSheet ${main}><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
    ...options.parts,
  };
  const contents = Object.entries(parts).map(([path, xml]) => [path, new TextEncoder().encode(xml)] as const);
  return containerOf(Object.fromEntries(contents), "zip");
}

/** The library's own writer of containers, which it leaves untyped. */
interface ContainerWriter {
  readonly utils: { cfb_new(): object; cfb_add(container: object, path: string, content: Uint8Array): void };
  write(container: object, options: { fileType: "zip" | "cfb"; type: "array"; compression: boolean }): ArrayBuffer;
}

/** A zip, or the compound file that old and encrypted documents are. */
export function containerOf(parts: Readonly<Record<string, Uint8Array>>, fileType: "zip" | "cfb"): Uint8Array {
  const writer = CFB as ContainerWriter;
  const container = writer.utils.cfb_new();
  for (const [path, content] of Object.entries(parts)) writer.utils.cfb_add(container, `/${path}`, content);
  return new Uint8Array(writer.write(container, { fileType, type: "array", compression: true }));
}

export function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const entries = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`;
}
