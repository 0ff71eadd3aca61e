import { type SheetIndex } from "../workbook/sheet-index";
import { statedScale, type StatedScale } from "./read-unit";

const titleRows = 12;

/** What the top of a sheet says of its money; null where it says nothing. */
export function findSheetScale(sheet: SheetIndex): StatedScale | null {
  let found: StatedScale | null = null;
  for (const row0 of sheet.usedRows.slice(0, titleRows)) {
    for (const cell of sheet.cellsOfRow(row0)) {
      const stated = typeof cell.value === "string" ? statedScale(cell.value) : null;
      if (stated === null) continue;
      if (stated.scale !== null) return { scale: stated.scale, currency: stated.currency ?? found?.currency ?? null };
      found ??= stated;
    }
  }
  return found;
}

/** For sheets that say nothing: what all sheets that do say agree on. */
export function agreedScale(scales: readonly (StatedScale | null)[]): StatedScale | null {
  const stated = scales.filter((scale) => scale !== null);
  const first = stated[0];
  if (first === undefined) return null;
  const same = stated.every((scale) => scale.scale === first.scale);
  return same
    ? {
        scale: first.scale,
        currency: stated.every((scale) => scale.currency === first.currency) ? first.currency : null,
      }
    : null;
}
