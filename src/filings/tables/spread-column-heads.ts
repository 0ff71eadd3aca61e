import { type PlacedCell } from "./placed-cell";
import { type HeadBand } from "./tell-head-rows";

const footnoteMarks = /(?:\s*(?:\((?:\d{1,2}|[a-z]|\*+)\)|[*†‡]))+$/i;

/** Of words that heads repeat: no real head comes near. */
const mostCharacters = 50_000;

/** Per column the words of the heads over it; a head that spans several raw columns stands over each. */
export function spreadColumnHeads(
  rows: readonly (readonly PlacedCell[])[],
  band: HeadBand,
  columns: readonly { readonly from: number; readonly to: number }[],
  columnOf: (cell: PlacedCell) => number,
): string[][] {
  const heads: string[][] = columns.map(() => []);
  let characters = 0;
  for (let index = band.from; index < band.to; index++) {
    for (const cell of rows[index]!) {
      if (characters > mostCharacters) return heads;
      const words = cell.text.replace(/\s+/g, " ").replace(footnoteMarks, "");
      const first = columnOf(cell);
      heads[first]?.push(words);
      for (let column = first + 1; column < columns.length && columns[column]!.from < cell.to; column++) {
        heads[column]!.push(words);
        characters += words.length;
      }
    }
  }
  return heads;
}
