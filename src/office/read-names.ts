import { type DefinedName, type TableSnapshot } from "../contracts/workbook-snapshot";
import { type SheetOutline } from "./areas";
import { type BatchOptions, type RunBatch } from "./run-batch";

/** Names of the workbook and of each sheet; those that stand for no formula are left out. */
export async function readNames(
  run: RunBatch,
  sheets: readonly SheetOutline[],
  options: BatchOptions,
): Promise<DefinedName[]> {
  return run(async (context) => {
    const { worksheets, names } = context.workbook;
    names.load("items/name,items/formula");
    const local = sheets.map(({ id }) => {
      const worksheet = worksheets.getItemOrNullObject(id);
      return { worksheet, names: worksheet.names.load("items/name,items/formula") };
    });
    await context.sync();
    return [
      ...definedNames(names, null),
      ...local.flatMap(({ worksheet, names }, i) =>
        worksheet.isNullObject ? [] : definedNames(names, sheets[i]?.name ?? null),
      ),
    ];
  }, options);
}

function definedNames(collection: Excel.NamedItemCollection, sheet: string | null): DefinedName[] {
  return collection.items.flatMap(({ name, formula }) =>
    typeof formula === "string" && formula.startsWith("=") ? [{ name, formula, sheet }] : [],
  );
}

/** Tables with their place and columns. */
export async function readTables(run: RunBatch, options: BatchOptions): Promise<TableSnapshot[]> {
  return run(async (context) => {
    const tables = context.workbook.tables.load("items/name");
    await context.sync();
    const asked = tables.items.map((table) => ({
      name: table.name,
      sheet: table.worksheet.load("name"),
      range: table.getRange().load("address"),
      columns: table.columns.load("items/name"),
    }));
    if (asked.length > 0) await context.sync();
    return asked.map(({ name, sheet, range, columns }) => ({
      name,
      sheet: sheet.name,
      range: withoutSheet(range.address),
      columns: columns.items.map((column) => column.name),
    }));
  }, options);
}

/** "B2:D9" of "'My Sheet'!$B$2:$D$9". */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}
