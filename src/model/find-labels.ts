import { type CellAddress, type TimeAxis } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { type SheetIndex } from "../workbook/sheet-index";
import { positionOf, type Line, type Orientation } from "./sheet-lines";

/** A row with its label: `level` counts how deep it stands, `isHeading` that it heads rows instead of holding numbers. */
export interface LabelledLine {
  readonly line: Line;
  readonly label: string;
  readonly labelCell: CellAddress;
  readonly level: number;
}

const unitWords =
  /^(?:[$€£¥₹]|us\$|usd|eur|gbp|inr|%|x|#|m|mm|mn|bn|k|'?000s?|units?|days?|years?|months?|usd ?['’]?(?:000|m|mm|mn)|[$€£] ?(?:m|mm|mn|bn|k|000s?)|\(.{1,14}\))$/i;

/** A text cell that can name a row: words, not a unit, a tick, a dash or a formula's remark. */
export function labelText(cell: Cell): string | null {
  if (typeof cell.value !== "string") return null;
  const text = cell.value.replace(/\s+/g, " ").trim();
  if (text.length < 2 || text.length > 200 || !/\p{L}{2}|\p{L}&\p{L}/u.test(text)) return null;
  return text;
}

export function isUnitWord(text: string): boolean {
  return unitWords.test(text.trim());
}

/** The labels of an axis' lines: the texts between the block before it and its first period. */
export function findLabels(
  sheet: SheetIndex,
  axis: TimeAxis,
  lines: readonly Line[],
  axesBeside: readonly TimeAxis[],
): LabelledLine[] {
  const first0 = axis.periods[0]!.index0;
  const from0 = Math.max(
    -1,
    ...axesBeside.filter((other) => blocks(other, axis)).map((other) => other.periods.at(-1)!.index0),
  );
  const inSpan = lines.filter((line) => line.index0 >= axis.span.first0 && line.index0 <= axis.span.last0);
  const own = labelled(sheet, axis, inSpan, from0, first0);
  // A second block of columns often shares the labels of the first, far to its left.
  return own.length > 0 || from0 === -1 ? own : labelled(sheet, axis, inSpan, -1, first0);
}

/** Another axis on the same lines, before this one. */
function blocks(other: TimeAxis, axis: TimeAxis): boolean {
  return (
    other !== axis &&
    other.orientation === axis.orientation &&
    other.periods.at(-1)!.index0 < axis.periods[0]!.index0 &&
    other.span.first0 <= axis.span.last0 &&
    other.span.last0 >= axis.span.first0
  );
}

function labelled(
  sheet: SheetIndex,
  axis: TimeAxis,
  lines: readonly Line[],
  after0: number,
  before0: number,
): LabelledLine[] {
  const from0 = afterListBeside(lines, axis.orientation, after0, before0);
  const main0 = mainLabelPosition(lines, axis.orientation, from0, before0);
  if (main0 === null) return [];
  return lines.flatMap((line) => {
    const texts = line.cells.filter((cell) => {
      const position0 = positionOf(cell, axis.orientation);
      return position0 > from0 && position0 < before0 && labelText(cell) !== null;
    });
    const chosen =
      texts.find((cell) => positionOf(cell, axis.orientation) === main0) ??
      texts.find((cell) => !isUnitWord(cell.value as string)) ??
      null;
    if (chosen === null) return [];
    const { rowIndex0, columnIndex0 } = chosen;
    const labelCell = { sheet: sheet.name, rowIndex0, columnIndex0 };
    return [
      { line, label: labelText(chosen)!, labelCell, level: levelOf(chosen, positionOf(chosen, axis.orientation)) },
    ];
  });
}

const fewestNamesOfABlock = 4;
const fewestValuesOfAList = 3;

/**
 * A list of assumptions often stands left of a block on its rows: names, values, and then the names of the block. Those
 * are the names after the last column of values, if there are as many of them.
 */
function afterListBeside(lines: readonly Line[], orientation: Orientation, after0: number, before0: number): number {
  const values = new Map<number, number>();
  const named: { readonly position0: number; readonly text: string }[] = [];
  for (const line of lines) {
    for (const cell of line.cells) {
      const position0 = positionOf(cell, orientation);
      if (position0 <= after0 || position0 >= before0) continue;
      const text = labelText(cell);
      if (typeof cell.value === "number") values.set(position0, (values.get(position0) ?? 0) + 1);
      else if (text !== null && !isUnitWord(text)) named.push({ position0, text });
    }
  }
  const columns = [...values].filter(([, count]) => count >= fewestValuesOfAList).map(([position0]) => position0);
  if (columns.length === 0) return after0;
  const last0 = Math.max(...columns);
  const namesOf = (isOn: (position0: number) => boolean) =>
    new Set(named.filter(({ position0 }) => isOn(position0)).map(({ text }) => text)).size;
  const own = namesOf((position0) => position0 > last0);
  return own >= fewestNamesOfABlock && own >= namesOf((position0) => position0 < last0) ? last0 : after0;
}

/** Where most different names stand; units and tick marks repeat, names do not. */
function mainLabelPosition(
  lines: readonly Line[],
  orientation: Orientation,
  after0: number,
  before0: number,
): number | null {
  const names = new Map<number, Set<string>>();
  for (const line of lines) {
    for (const cell of line.cells) {
      const position0 = positionOf(cell, orientation);
      if (position0 <= after0 || position0 >= before0) continue;
      const text = labelText(cell);
      if (text === null || isUnitWord(text)) continue;
      const known = names.get(position0);
      if (known === undefined) names.set(position0, new Set([text]));
      else known.add(text);
    }
  }
  let best: number | null = null;
  for (const [position0, texts] of names) if (best === null || texts.size > names.get(best)!.size) best = position0;
  return best;
}

/** Columns to the right, indent steps and leading blanks stand deeper; capitals and bold stand higher. */
function levelOf(cell: Cell, position0: number): number {
  const text = cell.value as string;
  const blanks = Math.floor(/^\s*/.exec(text)![0].length / 2);
  const letters = text.replace(/[^\p{L}]/gu, "");
  const weight = letters.length > 2 && letters === letters.toUpperCase() ? 0 : cell.bold === true ? 1 : 2;
  return (position0 + (cell.indent ?? 0) + blanks) * 3 + weight;
}
