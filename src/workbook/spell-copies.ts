import { columnsOfASheet, rowsOfASheet, type CellPosition } from "./address";
import { isDigit, isWordPart } from "./formula-cursor";
import { endsAWord } from "./reference-notation";

/** Longer ones are rare and not worth telling from what Excel cannot hold. */
const longest = 8_192;
const [quotes, hash, dollar, apostrophe, colon, openBracket] = [34, 35, 36, 39, 58, 91] as const;

/**
 * The R1C1 form of an A1 formula by its signs alone, so that the hundreds of copies of one formula need not be read one
 * by one. Null where signs alone do not tell what is a cell: whole rows and columns, tables, other workbooks, small
 * letters, sheets called like cells.
 */
export function spellCopies(formula: string, home: CellPosition): string | null {
  if (formula.length > longest) return null;
  const start = formula.charCodeAt(0) === 61 ? 1 : 0;
  let spelled = "=";
  /** What has been copied so far. */
  let done = start;
  for (let at = start; at < formula.length;) {
    const code = formula.charCodeAt(at);
    if (code === quotes || code === apostrophe) {
      at = formula.indexOf(code === quotes ? '"' : "'", at + 1) + 1;
      if (at === 0) return null;
    } else if (code === hash || code === openBracket) return null;
    else if (!isWordPart(code)) at++;
    else {
      const first = at;
      while (at < formula.length && isWordPart(formula.charCodeAt(at))) at++;
      const next = formula.charCodeAt(at);
      const isBeside = next === colon || formula.charCodeAt(first - 1) === colon;
      const reference = spellCell(formula, first, at, home);
      if (reference === null || (isBeside && reference === "" && isHalf(formula, first, at))) return null;
      if (reference === "" || !endsAWord(formula, at)) {
        if (reference !== "" && next !== 40) return null;
        continue;
      }
      spelled += formula.slice(done, first) + reference;
      done = at;
    }
  }
  return spelled + formula.slice(done);
}

/** The word as a cell seen from `home`; empty where it is another word, null where it is a cell in small letters. */
function spellCell(formula: string, first: number, end: number, home: CellPosition): string | null {
  let at = first;
  const isColumnFixed = formula.charCodeAt(at) === dollar;
  if (isColumnFixed) at++;
  let column = 0;
  let isSmall = false;
  const letters = at;
  for (; at < end; at++) {
    const code = formula.charCodeAt(at);
    const capital = code & ~32;
    if (capital < 65 || capital > 90 || code > 122) break;
    if (code !== capital) isSmall = true;
    column = column * 26 + (capital - 64);
  }
  if (at === letters || at - letters > 3 || column > columnsOfASheet) return "";
  const isRowFixed = formula.charCodeAt(at) === dollar;
  if (isRowFixed) at++;
  const digits = at;
  if (at === end || end - at > 7 || formula.charCodeAt(at) === 48) return "";
  let row = 0;
  for (; at < end; at++) {
    const code = formula.charCodeAt(at);
    if (!isDigit(code)) return "";
    row = row * 10 + (code - 48);
  }
  if (at === digits || row > rowsOfASheet) return "";
  if (isSmall) return null;
  return half("R", row, isRowFixed, home.rowIndex0) + half("C", column, isColumnFixed, home.columnIndex0);
}

function half(letter: "R" | "C", written: number, isFixed: boolean, home0: number): string {
  if (isFixed) return letter + String(written);
  const away = written - 1 - home0;
  return away === 0 ? letter : `${letter}[${away}]`;
}

/** A column or a row alone: half of A:C or 3:7. */
function isHalf(formula: string, first: number, end: number): boolean {
  return end - first <= 8 && /^\$?(?:[A-Z]{1,3}|\d+)$/iu.test(formula.slice(first, end));
}
