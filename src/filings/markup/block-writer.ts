import { type Block, type Mark } from "../blocks";
import { readPreformatted } from "../plain/read-preformatted";
import { stylePreformatted } from "./element-style";
import { layOutTable, type RawCell } from "./lay-out-table";
import { TextRun } from "./text-run";

interface OpenTable {
  rows: RawCell[][];
  row: RawCell[] | null;
  cells: number;
  /** Another table stands inside: its cells are a page's columns, not data, and read as paragraphs. */
  isLayout: boolean;
}

const maxColspan = 500;
/** No table a person made is longer; one that is becomes several, so that raw cells never fill the memory. */
const maxRowsHeld = 5000;
const maxCellsHeld = 100_000;
/** The widest spreadsheet has fewer columns that a page could show. */
const maxCellsInRow = 2000;

/** Turns opening, closing and text into blocks: paragraphs and whole tables, with the marks that fall into them. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  private run = new TextRun();
  private readonly tables: OpenTable[] = [];
  private cell: RawCell | null = null;
  private pageBreak = false;
  private isPreformatted = false;
  private lineBreaks = 0;
  /** Marks seen where there was no text yet: they go to the next text. */
  private waitingMarks: number[] = [];

  constructor(private readonly exhibit: string | null) {}

  mark(key: number): void {
    const run = this.cell?.run ?? this.run;
    if (run.isEmpty) this.waitingMarks.push(key);
    else run.mark(key);
  }

  text(piece: string, style: number): void {
    const run = this.cell?.run ?? this.run;
    if ((style & stylePreformatted) !== 0 && this.cell === null) {
      this.isPreformatted = true;
      run.appendPreformatted(piece);
    } else {
      run.append(piece, style);
    }
    if (run.isEmpty) return;
    this.lineBreaks = 0;
    if (this.waitingMarks.length > 0) this.placeWaitingMarks(run);
  }

  breakLine(): void {
    if (this.cell === null && ++this.lineBreaks >= 2) this.endBlock();
    else (this.cell?.run ?? this.run).breakLine();
  }

  breakPage(): void {
    this.endBlock();
    this.pageBreak = true;
  }

  /** A paragraph ends here; within a cell, a line. */
  endBlock(): void {
    if (this.cell !== null) {
      this.cell.run.breakLine();
      return;
    }
    const run = this.run;
    if (run.isEmpty) return;
    this.run = new TextRun();
    if (this.isPreformatted) {
      this.isPreformatted = false;
      this.emit(readPreformatted(run.text, run.marks, this.exhibit));
      return;
    }
    this.emit([
      {
        kind: "text",
        text: run.text,
        marks: run.marks,
        look: run.look(),
        pageBreakBefore: false,
        rows: null,
        exhibit: this.exhibit,
      },
    ]);
  }

  openTable(): void {
    const outer = this.tables[this.tables.length - 1];
    if (outer !== undefined && !outer.isLayout) {
      this.closeCell();
      this.emitTable(outer);
      outer.isLayout = true;
    }
    this.cell = null;
    this.endBlock();
    this.tables.push({ rows: [], row: null, cells: 0, isLayout: false });
  }

  closeTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    this.closeCell();
    this.endBlock();
    if (!table.isLayout) this.emitTable(table);
  }

  openRow(): void {
    const table = this.tables[this.tables.length - 1];
    if (table === undefined || table.isLayout) {
      this.endBlock();
      return;
    }
    this.closeCell();
    if (table.rows.length >= maxRowsHeld || table.cells >= maxCellsHeld) this.emitTable(table);
    table.row = [];
    table.rows.push(table.row);
  }

  openCell(colspan: number, rowspan: number): void {
    const table = this.tables[this.tables.length - 1];
    if (table === undefined || table.isLayout) {
      this.endBlock();
      return;
    }
    this.closeCell();
    if (table.row === null || table.row.length >= maxCellsInRow) this.openRow();
    table.cells++;
    this.endBlock();
    this.cell = { run: new TextRun(), colspan: clamp(colspan, maxColspan), rowspan: clamp(rowspan, maxColspan) };
    table.row!.push(this.cell);
  }

  closeCell(): void {
    if (this.cell === null) this.endBlock();
    this.cell = null;
  }

  private emitTable(table: OpenTable): void {
    this.emit(layOutTable(table.rows, this.exhibit));
    table.rows = [];
    table.row = null;
    table.cells = 0;
  }

  private emit(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.blocks.push(this.pageBreak ? { ...block, pageBreakBefore: true } : block);
      this.pageBreak = false;
    }
  }

  /** The text that has just come is the first of its run: what waited starts where it starts. */
  private placeWaitingMarks(run: TextRun): void {
    const placed: Mark[] = this.waitingMarks.map((key) => ({ key, offset: 0 }));
    run.marks = [...placed, ...run.marks];
    this.waitingMarks = [];
  }
}

function clamp(value: number, most: number): number {
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1;
}
