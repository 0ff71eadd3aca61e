import { type Block, type Look, type Mark } from "../blocks";
import { dataTable } from "../tables/data-table";
import { listMarker } from "../tables/list-marker";
import { mergeCellParts } from "../tables/merge-cell-parts";
import { type PlacedCell } from "../tables/placed-cell";
import { type TextRun } from "./text-run";

/** A cell as the markup has it. */
export interface RawCell {
  readonly run: TextRun;
  readonly colspan: number;
  readonly rowspan: number;
}

/** Longer cells are prose that a table only positions. */
const proseCellCharacters = 700;
/** No table a person made is wider; what lies beyond stands in the last column. */
const mostColumns = 1000;

/**
 * One table of the markup as blocks: a data table whole, with spacer columns gone and signs joined to their numbers;
 * a table that only positions text (bullets, headings, columns of prose) as paragraphs.
 */
export function layOutTable(rawRows: readonly (readonly RawCell[])[], exhibit: string | null): Block[] {
  const rows = placeCells(rawRows)
    .map(mergeCellParts)
    .filter((row) => row.length > 0);
  if (rows.length === 0) return [];
  if (positionsTextOnly(rows)) return rows.flatMap((row) => paragraphs(row, exhibit));
  return [dataTable(rows, exhibit)];
}

/** Puts cells on columns, leaving room below cells that span rows. */
function placeCells(rawRows: readonly (readonly RawCell[])[]): PlacedCell[][] {
  const takenUntilRow: number[] = [];
  return rawRows.map((rawRow, rowIndex0) => {
    const row: PlacedCell[] = [];
    let column = 0;
    for (const cell of rawRow) {
      while (column < mostColumns && (takenUntilRow[column] ?? 0) > rowIndex0) column++;
      const to = Math.min(column + cell.colspan, Math.max(column, mostColumns) + 1);
      if (cell.rowspan > 1) {
        for (let taken = column; taken < Math.min(to, mostColumns); taken++)
          takenUntilRow[taken] = rowIndex0 + cell.rowspan;
      }
      if (!cell.run.isEmpty) {
        row.push({
          text: cell.run.text,
          marks: cell.run.marks,
          from: column,
          to,
          look: cell.run.look(),
          indent: cell.run.indentHalfPoints,
        });
      }
      column = Math.min(to, mostColumns);
    }
    return row;
  });
}

function positionsTextOnly(rows: readonly (readonly PlacedCell[])[]): boolean {
  if (rows.every((row) => row.length === 1)) return true;
  const isListRow = (row: readonly PlacedCell[]): boolean =>
    row.length === 1 || (row.length === 2 && listMarker.test(row[0]!.text) && /\p{L}{2}/u.test(row[1]!.text));
  if (rows.every(isListRow)) return true;
  const prose = rows.some((row) => row.some((cell) => cell.text.length > proseCellCharacters));
  return prose && rows.every((row) => row.length <= 2) && rows.length <= 3;
}

function paragraphs(row: readonly PlacedCell[], exhibit: string | null): Block[] {
  const { text, marks } = joinCells(row, " ");
  const look = commonLook(row.map((cell) => cell.look));
  return [{ kind: "text", text, marks, look, pageBreakBefore: false, rows: null, exhibit }];
}

function joinCells(cells: readonly PlacedCell[], separator: string): { text: string; marks: Mark[] } {
  let text = "";
  const marks: Mark[] = [];
  for (const cell of cells) {
    if (text !== "") text += separator;
    for (const mark of cell.marks) marks.push({ key: mark.key, offset: text.length + mark.offset });
    text += cell.text;
  }
  return { text, marks };
}

function commonLook(looks: readonly Look[]): Look {
  const last = looks[looks.length - 1]!;
  return {
    bold: looks.every((look) => look.bold) || (last.bold && looks.length > 1),
    italic: looks.every((look) => look.italic),
    underline: looks.every((look) => look.underline),
    centred: looks.every((look) => look.centred),
    sizeHalfPoints: Math.max(...looks.map((look) => look.sizeHalfPoints)),
  };
}
