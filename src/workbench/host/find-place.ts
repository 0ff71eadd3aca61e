import {
  columnsOfASheet,
  formatRange,
  parseFullReference,
  quoteSheetName,
  type RangePosition,
  rowsOfASheet,
} from "../../workbook/address";
import { type EmulatedWorkbook } from "./emulated-workbook";
import { HostError } from "./host-error";
import { hostObject, type HostObjectOf } from "./host-object";

export const wholeSheet: RangePosition = {
  startRow0: 0,
  startColumn0: 0,
  endRow0: rowsOfASheet - 1,
  endColumn0: columnsOfASheet - 1,
};

export function rangeObject(sheetId: string, position: RangePosition): HostObjectOf<"Range"> {
  return hostObject({ type: "Range", sheetId, position });
}

/** A range by address, with or without its sheet, or by the name that stands for one. */
export function findRange(workbook: EmulatedWorkbook, sheetId: string | null, text: string): HostObjectOf<"Range"> {
  const home = sheetId === null ? (workbook.sheets[0]?.name ?? "") : workbook.sheet(sheetId).name;
  const reference = parseFullReference(text, home);
  if (reference !== null) {
    const { sheet, ...position } = reference;
    return rangeObject(workbook.sheet(sheet).id, position);
  }
  const named = workbook.names.find(
    (name) => name.name.toLowerCase() === text.toLowerCase() && (name.sheetId === null || name.sheetId === sheetId),
  );
  if (named === undefined) throw new HostError("InvalidArgument", `address ${text}`);
  return rangeOfFormula(workbook, named.sheetId, named.formula);
}

/** The range a name's formula stands for; refuses one that is a constant or a calculation. */
export function rangeOfFormula(
  workbook: EmulatedWorkbook,
  sheetId: string | null,
  formula: string,
): HostObjectOf<"Range"> {
  const reference = parseFullReference(formula.replace(/^=/, ""), "");
  if (reference === null || reference.sheet === "") throw new HostError("ItemNotFound", `a range behind ${formula}`);
  const { sheet, ...position } = reference;
  return rangeObject(workbook.sheet(sheet || (sheetId ?? "")).id, position);
}

/** Refuses a rectangle that leaves the sheet. */
export function rectangle(startRow0: number, startColumn0: number, rows: number, columns: number): RangePosition {
  const position = { startRow0, startColumn0, endRow0: startRow0 + rows - 1, endColumn0: startColumn0 + columns - 1 };
  const inside =
    [startRow0, startColumn0, rows, columns].every(Number.isInteger) &&
    startRow0 >= 0 &&
    startColumn0 >= 0 &&
    rows > 0 &&
    columns > 0 &&
    position.endRow0 < rowsOfASheet &&
    position.endColumn0 < columnsOfASheet;
  if (!inside) throw new HostError("InvalidArgument", `rows ${startRow0}+${rows}, columns ${startColumn0}+${columns}`);
  return position;
}

/** "'My Sheet'!A1:B2", as Range.address gives it. */
export function addressOf(workbook: EmulatedWorkbook, range: HostObjectOf<"Range">): string {
  return `${quoteSheetName(workbook.sheet(range.sheetId).name)}!${formatRange(range.position)}`;
}
