import { columnsOfASheet, rowsOfASheet, type CellPosition } from "./address";
import { type Corner } from "./formula";
import { printFormula } from "./print-formula";
import { readFormula } from "./read-formula";
import { endsAWord, type Notation, type WrittenReference } from "./reference-notation";

/** R1C1 spelling seen from a cell: equal for every copy of a formula. Whole columns read C[-1]:C, whole rows R1:R2. */
export function r1c1Notation(home: CellPosition): Notation {
  return new R1C1Notation(home);
}

/** A class, not closures: one is made for every formula of a workbook. */
class R1C1Notation implements Notation {
  constructor(private readonly home: CellPosition) {}

  readReference(text: string, at: number): { reference: WrittenReference; end: number } | null {
    const first = readCorner(text, at, this.home);
    if (first === null) return null;
    if (text.charCodeAt(first.end) === 58) {
      const second = readCorner(text, first.end + 1, this.home);
      if (
        second !== null &&
        second.rowWritten === first.rowWritten &&
        second.columnWritten === first.columnWritten &&
        endsAWord(text, second.end)
      ) {
        return { reference: joined(first, second), end: second.end };
      }
    }
    if (!first.rowWritten || !first.columnWritten || !endsAWord(text, first.end)) return null;
    return { reference: { shape: "cell", start: first.corner, end: first.corner }, end: first.end };
  }

  printReference({ shape, start, end }: WrittenReference): string {
    switch (shape) {
      case "cell":
        return this.row(start) + this.column(start);
      case "range":
        return `${this.row(start)}${this.column(start)}:${this.row(end)}${this.column(end)}`;
      case "columns":
        return `${this.column(start)}:${this.column(end)}`;
      case "rows":
        return `${this.row(start)}:${this.row(end)}`;
    }
  }

  private row(corner: Corner): string {
    return spell("R", corner.rowIndex0, corner.rowAbsolute, this.home.rowIndex0);
  }

  private column(corner: Corner): string {
    return spell("C", corner.columnIndex0, corner.columnAbsolute, this.home.columnIndex0);
  }
}

/** The R1C1 form of an A1 formula at a cell; null where the formula cannot be read. */
export function toR1C1(formula: string, home: CellPosition): string | null {
  const read = readFormula(formula);
  return read.kind === "read" ? printFormula(read, r1c1Notation(home)) : null;
}

/** The A1 form of an R1C1 formula at a cell; null where it cannot be read there. */
export function fromR1C1(formula: string, home: CellPosition): string | null {
  const read = readFormula(formula, r1c1Notation(home));
  return read.kind === "read" ? printFormula(read) : null;
}

function spell(letter: "R" | "C", index0: number, absolute: boolean, home0: number): string {
  if (absolute) return `${letter}${index0 + 1}`;
  return index0 === home0 ? letter : `${letter}[${index0 - home0}]`;
}

interface ReadCorner {
  readonly corner: Corner;
  readonly rowWritten: boolean;
  readonly columnWritten: boolean;
  readonly end: number;
}

function readCorner(text: string, at: number, home: CellPosition): ReadCorner | null {
  const row = readHalf(text, at, 82, home.rowIndex0, rowsOfASheet);
  const column = readHalf(text, row === null ? at : row.end, 67, home.columnIndex0, columnsOfASheet);
  if (row === null && column === null) return null;
  return {
    corner: {
      rowIndex0: row?.index0 ?? 0,
      rowAbsolute: row?.absolute ?? false,
      columnIndex0: column?.index0 ?? 0,
      columnAbsolute: column?.absolute ?? false,
    },
    rowWritten: row !== null,
    columnWritten: column !== null,
    end: column?.end ?? row!.end,
  };
}

/** R, R5 or R[-2]; relative places beyond the sheet's edge wrap around, as in Excel. */
function readHalf(text: string, at: number, letter: number, home0: number, size: number) {
  if ((text.charCodeAt(at) & ~32) !== letter) return null;
  const match = /(\d{1,7})|\[(-?\d{1,7})\]/y;
  match.lastIndex = at + 1;
  const found = match.exec(text);
  if (found === null) return { index0: home0, absolute: false, end: at + 1 };
  if (found[1] === undefined) {
    return { index0: (((home0 + Number(found[2])) % size) + size) % size, absolute: false, end: match.lastIndex };
  }
  const index0 = Number(found[1]) - 1;
  return index0 < 0 || index0 >= size ? null : { index0, absolute: true, end: match.lastIndex };
}

function joined(first: ReadCorner, second: ReadCorner): WrittenReference {
  if (!first.rowWritten) {
    return { shape: "columns", start: first.corner, end: { ...second.corner, rowIndex0: rowsOfASheet - 1 } };
  }
  if (!first.columnWritten) {
    return { shape: "rows", start: first.corner, end: { ...second.corner, columnIndex0: columnsOfASheet - 1 } };
  }
  return { shape: "range", start: first.corner, end: second.corner };
}
