import { type LineItem, type ScenarioSwitch } from "../contracts/model-map";
import { type CellRange } from "../contracts/workbook-snapshot";

const ofACase = 0.8;

/** Rows named after a case ("Base", "Bull") are what the row is that chooses between them: growth by case is growth. */
export function settleCases(items: readonly LineItem[], switches: readonly ScenarioSwitch[]): LineItem[] {
  const byRow = new Map(items.map((item) => [keyOf(item.sheet, item.index0), item]));
  const settled = new Map<LineItem, LineItem>();
  for (const { choices } of switches) {
    for (const { cell, alternatives } of choices) {
      const chooser = byRow.get(keyOf(cell.sheet, cell.rowIndex0));
      if (chooser === undefined || chooser.concept === null || chooser.concept.confidence < ofACase) continue;
      for (const row of alternatives.flatMap(rowsOf)) {
        const item = byRow.get(row);
        if (item === undefined || item.concept !== null || item === chooser || settled.has(item)) continue;
        const concept = { ...chooser.concept, confidence: ofACase, reason: `“${chooser.label}” chooses it by case` };
        const unit = item.unit.kind === "unknown" ? chooser.unit : item.unit;
        settled.set(item, { ...item, concept, unit });
      }
    }
  }
  return items.map((item) => settled.get(item) ?? item);
}

/** Cases stand side by side in few rows; a longer list is a lookup. */
const mostRows = 12;

function rowsOf({ sheet, startRow0, endRow0 }: CellRange): string[] {
  if (endRow0 - startRow0 >= mostRows) return [];
  return Array.from({ length: endRow0 - startRow0 + 1 }, (_, i) => keyOf(sheet, startRow0 + i));
}

function keyOf(sheet: string, row0: number): string {
  return `${sheet}!${row0}`;
}
