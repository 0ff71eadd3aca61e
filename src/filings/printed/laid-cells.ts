import { type LaidBlock } from "../layout/lay-out-text";

/** A cell of a laid table with its place in the document's text. */
export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly start: number;
}

/** The cells of a table that hold text, in reading order, each where the table's lines have it. */
export function layOutCells(block: Pick<LaidBlock, "text" | "start" | "rows">): LaidCell[] {
  const cells: LaidCell[] = [];
  const lines = block.text.split("\n");
  let lineStart = block.start;
  for (const [row, line] of lines.entries()) {
    let from = 0;
    for (const [column, text] of (block.rows?.[row] ?? []).entries()) {
      if (text === "") continue;
      const at = line.indexOf(text, from);
      if (at < 0) break;
      cells.push({ row, column, text, start: lineStart + at });
      from = at + text.length;
    }
    lineStart += line.length + 1;
  }
  return cells;
}
