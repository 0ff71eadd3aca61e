import { type TableSnapshot } from "../contracts/workbook-snapshot";
import { attributeOf, type PackageParts } from "./package-parts";

/** The tables of a sheet, which the library does not give. */
export function readTables(parts: PackageParts, sheetPath: string, sheet: string): TableSnapshot[] {
  return [...parts.relationsOf(sheetPath).values()].flatMap((path) => {
    const xml = /\/tables?\//i.test(path) || /table[^/]*\.xml$/i.test(path) ? parts.text(path) : null;
    const table = xml === null ? null : readTable(xml, sheet);
    return table === null ? [] : [table];
  });
}

function readTable(xml: string, sheet: string): TableSnapshot | null {
  const tag = /<(?:\w+:)?table\s([^>]*)>/.exec(xml)?.[1];
  if (tag === undefined) return null;
  const name = attributeOf(tag, "displayName") ?? attributeOf(tag, "name");
  const range = attributeOf(tag, "ref");
  if (name === null || range === null) return null;
  const columns = [...xml.matchAll(/<(?:\w+:)?tableColumn\s([^>]*)>/g)].map(
    ([, column]) => attributeOf(column!, "name") ?? "",
  );
  return { name, sheet, range, columns };
}
