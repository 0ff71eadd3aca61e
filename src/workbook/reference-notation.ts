import { columnName, columnsOfASheet, rowsOfASheet } from "./address";
import { type Corner, type ReferenceShape } from "./formula";

export interface WrittenReference {
  readonly shape: ReferenceShape;
  readonly start: Corner;
  readonly end: Corner;
}

/** How references are spelled: A1, or R1C1 relative to a cell. */
export interface Notation {
  /** The reference that begins at `at`, without a sheet, and where it ends; null where none begins there. */
  readReference(text: string, at: number): { reference: WrittenReference; end: number } | null;
  printReference(reference: WrittenReference): string;
}

/** What may not follow a reference directly: it would be a longer word, a function or a sheet's name. */
export function endsAWord(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  if (Number.isNaN(code)) return true;
  const capital = code & ~32;
  if ((capital >= 65 && capital <= 90) || (code >= 48 && code <= 57)) return false;
  return !(
    code === 95 ||
    code === 46 ||
    code === 63 ||
    code === 36 ||
    code === 92 ||
    code === 33 ||
    code === 40 ||
    code === 91 ||
    (code > 127 && code !== 160)
  );
}

interface Part {
  row0: number;
  rowAbsolute: boolean;
  column0: number;
  columnAbsolute: boolean;
  end: number;
}

/** Column then row, each with an optional dollar; -1 for the half that is not written. */
function readPart(text: string, at: number): Part | null {
  let i = at;
  let columnAbsolute = false;
  let rowAbsolute = false;
  let column = 0;
  let row = 0;
  if (text.charCodeAt(i) === 36) {
    columnAbsolute = true;
    i++;
  }
  const letters = i;
  for (; i - letters < 4; i++) {
    const capital = text.charCodeAt(i) & ~32;
    if (!(capital >= 65 && capital <= 90)) break;
    column = column * 26 + (capital - 64);
  }
  if (i === letters) {
    rowAbsolute = columnAbsolute;
    columnAbsolute = false;
  } else {
    if (i - letters > 3 || column > columnsOfASheet) return null;
    if (text.charCodeAt(i) === 36) {
      rowAbsolute = true;
      i++;
    }
  }
  const digits = i;
  for (; i - digits < 8; i++) {
    const code = text.charCodeAt(i);
    if (!(code >= 48 && code <= 57)) break;
    row = row * 10 + (code - 48);
  }
  if (i === digits) {
    if (rowAbsolute || column === 0) return null;
  } else if (row < 1 || row > rowsOfASheet || text.charCodeAt(digits) === 48) {
    return null;
  }
  return { row0: row - 1, rowAbsolute, column0: column - 1, columnAbsolute, end: i };
}

function cornerOf(part: Part): Corner {
  return {
    rowIndex0: part.row0,
    rowAbsolute: part.rowAbsolute,
    columnIndex0: part.column0,
    columnAbsolute: part.columnAbsolute,
  };
}

/** A1, $A$1, A1:B2, A:C, 3:7. */
export const a1Notation: Notation = {
  readReference(text, at) {
    const first = readPart(text, at);
    if (first === null) return null;
    const isCell = first.row0 >= 0 && first.column0 >= 0;
    if (text.charCodeAt(first.end) === 58) {
      const second = readPart(text, first.end + 1);
      if (
        second !== null &&
        endsAWord(text, second.end) &&
        first.row0 >= 0 === second.row0 >= 0 &&
        first.column0 >= 0 === second.column0 >= 0
      ) {
        return { reference: rangeBetween(first, second), end: second.end };
      }
    }
    if (!isCell || !endsAWord(text, first.end)) return null;
    const corner = cornerOf(first);
    return { reference: { shape: "cell", start: corner, end: corner }, end: first.end };
  },
  printReference({ shape, start, end }) {
    switch (shape) {
      case "cell":
        return column(start) + row(start);
      case "range":
        return `${column(start)}${row(start)}:${column(end)}${row(end)}`;
      case "columns":
        return `${column(start)}:${column(end)}`;
      case "rows":
        return `${row(start)}:${row(end)}`;
    }
  },
};

/** How far a copy of a formula stands from where the formula was read: its references without a dollar move as far. */
export interface Shift {
  readonly down: number;
  readonly right: number;
}

export const unmoved: Shift = { down: 0, right: 0 };

/** A1 as a copy of the formula would spell it. */
export function movedA1Notation(shift: Shift): Notation {
  if (shift.down === 0 && shift.right === 0) return a1Notation;
  return {
    readReference: (text, at) => a1Notation.readReference(text, at),
    printReference: ({ shape, start, end }) =>
      a1Notation.printReference({ shape, start: movedCorner(start, shift), end: movedCorner(end, shift) }),
  };
}

function movedCorner(corner: Corner, { down, right }: Shift): Corner {
  return {
    ...corner,
    rowIndex0: corner.rowAbsolute ? corner.rowIndex0 : corner.rowIndex0 + down,
    columnIndex0: corner.columnAbsolute ? corner.columnIndex0 : corner.columnIndex0 + right,
  };
}

function rangeBetween(first: Part, second: Part): WrittenReference {
  const [start, end] = [cornerOf(first), cornerOf(second)];
  if (first.row0 < 0) {
    return { shape: "columns", start: { ...start, rowIndex0: 0 }, end: { ...end, rowIndex0: rowsOfASheet - 1 } };
  }
  if (first.column0 < 0) {
    return { shape: "rows", start: { ...start, columnIndex0: 0 }, end: { ...end, columnIndex0: columnsOfASheet - 1 } };
  }
  return { shape: "range", start, end };
}

function column(corner: Corner): string {
  return (corner.columnAbsolute ? "$" : "") + columnName(corner.columnIndex0);
}

function row(corner: Corner): string {
  return (corner.rowAbsolute ? "$" : "") + String(corner.rowIndex0 + 1);
}
