import { type ScenarioChoice } from "../contracts/model-map";
import { type CellRange } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { labelText } from "./find-labels";
import { namesACase } from "./scenario-words";

const mostCases = 12;
const farthestHeading = 30;

/** The texts of a list, in order. */
export function caseNamesOf(index: WorkbookIndex, list: CellRange): string[] {
  const names: string[] = [];
  for (const cell of index.cellsIn(list)) {
    if (typeof cell.value !== "string") continue;
    names.push(cell.value.trim());
    if (names.length === mostCases) break;
  }
  return names;
}

/** Where formulas choose from rows or columns that are called by their case, those names; else none. */
export function labelsOfAlternatives(index: WorkbookIndex, choices: readonly ScenarioChoice[]): string[] {
  for (const { alternatives } of choices) {
    const [list] = alternatives;
    if (alternatives.length === 1 && list!.endRow0 > list!.startRow0) {
      const names = caseNamesOf(index, list!);
      if (names.length >= 2 && names.every(namesACase)) return names;
    }
    const labels = alternatives
      .slice(0, mostCases)
      .map((range) => labelBeside(index, range) ?? labelOver(index, range) ?? headingOf(index, range));
    const named = labels.filter((label) => label !== null && namesACase(label));
    if (labels.length >= 2 && named.length === labels.length && new Set(labels).size === labels.length)
      return labels.map((label) => label!);
  }
  return [];
}

function labelBeside(index: WorkbookIndex, { sheet, startRow0, startColumn0 }: CellRange): string | null {
  const cell = (index.sheetNamed(sheet)?.cellsOfRow(startRow0) ?? []).findLast(
    (each) => each.columnIndex0 < startColumn0 && labelText(each) !== null,
  );
  const text = cell === undefined ? null : labelText(cell);
  return text !== null && namesACase(text) ? text : null;
}

/** The nearest row above that is called by a case: the block the alternative stands in. */
function headingOf(index: WorkbookIndex, { sheet, startRow0, startColumn0 }: CellRange): string | null {
  for (let row0 = startRow0 - 1; row0 >= Math.max(0, startRow0 - farthestHeading); row0--) {
    for (const cell of index.sheetNamed(sheet)?.cellsOfRow(row0) ?? []) {
      const text = cell.columnIndex0 < startColumn0 ? labelText(cell) : null;
      if (text !== null && namesACase(text)) return text;
    }
  }
  return null;
}

function labelOver(index: WorkbookIndex, { sheet, startRow0, startColumn0 }: CellRange): string | null {
  for (let row0 = startRow0 - 1; row0 >= Math.max(0, startRow0 - farthestHeading); row0--) {
    const cell = index.cellAt(sheet, row0, startColumn0);
    const text = cell === null ? null : labelText(cell);
    if (text !== null) return namesACase(text) ? text : null;
  }
  return null;
}
