import { type LaidBlock } from "../layout/lay-out-text";
import { layOutCells } from "./laid-cells";
import { findPrintedNumbers, type PrintedNumber } from "./printed-number";
import { stemsOf } from "./stems";

/** A printed number with what stands around it. */
export interface NumberPlace extends PrintedNumber {
  readonly block: number;
  /** -1 in running text. */
  readonly row: number;
  readonly column: number;
  /** What names the row, with the section row above it; in running text, the words around. */
  readonly rowWords: ReadonlySet<string>;
  /** What stands over its column; empty in running text. */
  readonly columnWords: ReadonlySet<string>;
  /** What stands above the table. */
  readonly captionWords: ReadonlySet<string>;
}

const aroundCharacters = 220;
const none: ReadonlySet<string> = new Set();

/** Every number of the document's text and tables. */
export function findNumberPlaces(blocks: readonly LaidBlock[]): NumberPlace[] {
  const places: NumberPlace[] = [];
  let caption: string[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "table") {
      tablePlaces(block, index, stemsOf(caption.join(" ")), places);
      continue;
    }
    caption = [...caption.slice(-1), block.text.slice(-300)];
    for (const number of findPrintedNumbers(block.text, block.start)) {
      const at = number.span.start - block.start;
      const around = block.text.slice(Math.max(0, at - aroundCharacters), at + aroundCharacters);
      places.push({
        ...number,
        block: index,
        row: -1,
        column: -1,
        rowWords: stemsOf(around),
        columnWords: none,
        captionWords: none,
      });
    }
  }
  return places;
}

function tablePlaces(block: LaidBlock, index: number, captionWords: ReadonlySet<string>, places: NumberPlace[]): void {
  const heads = new Map<number, string>();
  let section = "";
  let label = "";
  let row = -1;
  let isInBody = false;
  const cells = layOutCells(block);
  for (const [at, cell] of cells.entries()) {
    const isLabel = /\p{L}{2}/u.test(cell.text);
    if (cell.row !== row) {
      row = cell.row;
      const isAlone = cells[at + 1]?.row !== row;
      if (isLabel && cell.column === 0) {
        label = cell.text;
        if (isAlone) section = cell.text;
      } else label = "";
    }
    const numbers = findPrintedNumbers(cell.text, cell.start);
    if (cell.column > 0 && (isLabel || !isInBody)) {
      if (!isInBody || isLabel) heads.set(cell.column, `${heads.get(cell.column) ?? ""} ${cell.text}`.slice(-200));
    }
    if (cell.column > 0 && numbers.length > 0 && label !== "") isInBody = true;
    for (const number of numbers) {
      places.push({
        ...number,
        block: index,
        row,
        column: cell.column,
        rowWords: stemsOf(cell.column === 0 || isLabel ? cell.text : `${section} ${label}`),
        columnWords: stemsOf(headOver(heads, cell.column)),
        captionWords,
      });
    }
  }
}

/** A head over several columns stands in the first of them. */
function headOver(heads: ReadonlyMap<number, string>, column: number): string {
  const left = heads.get(column) === undefined ? (heads.get(column - 1) ?? "") : "";
  return `${heads.get(column) ?? ""} ${left}`;
}
