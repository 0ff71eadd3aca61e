import { parseAddress } from "./address";
import { type SheetQualifier } from "./formula";

/** The sheet part at `at`, up to and with its "!": Model!, 'My Sheet'!, Jan:Dec!, [1]Model!, '[Book.xlsx]A B'!; null where there is none. */
export function readQualifier(text: string, at: number): { qualifier: SheetQualifier; end: number } | null {
  if (text.charCodeAt(at) === 39) return quotedQualifier(text, at);
  let from = at;
  let book: string | null = null;
  if (text.charCodeAt(at) === 91) {
    const close = text.indexOf("]", at);
    if (close === -1) return null;
    book = text.slice(at + 1, close);
    from = close + 1;
  }
  const firstEnd = endOfSheetWord(text, from);
  const first = text.slice(from, firstEnd);
  if (text.charCodeAt(firstEnd) === 33) {
    if (first === "" && book === null) return null;
    const qualifier = {
      written: text.slice(at, firstEnd + 1),
      book,
      sheet: first === "" ? null : first,
      lastSheet: null,
    };
    return { qualifier, end: firstEnd + 1 };
  }
  // A1:B2 is a range, Jan:Dec!B2 three dimensions: sheets that look like cells are always quoted by Excel.
  if (first === "" || text.charCodeAt(firstEnd) !== 58 || looksLikeACell(first)) return null;
  const lastEnd = endOfSheetWord(text, firstEnd + 1);
  const last = text.slice(firstEnd + 1, lastEnd);
  if (last === "" || text.charCodeAt(lastEnd) !== 33 || first.includes("$")) return null;
  return { qualifier: { written: text.slice(at, lastEnd + 1), book, sheet: first, lastSheet: last }, end: lastEnd + 1 };
}

function quotedQualifier(text: string, at: number): { qualifier: SheetQualifier; end: number } | null {
  let close = at + 1;
  for (;;) {
    close = text.indexOf("'", close);
    if (close === -1) return null;
    if (text.charCodeAt(close + 1) !== 39) break;
    close += 2;
  }
  if (text.charCodeAt(close + 1) !== 33) return null;
  const inside = text.slice(at + 1, close).replaceAll("''", "'");
  const open = inside.lastIndexOf("[", inside.lastIndexOf("]"));
  const shut = open === -1 ? -1 : inside.indexOf("]", open);
  const book = shut === -1 ? null : inside.slice(open + 1, shut);
  const sheets = inside.slice(shut + 1);
  // A colon cannot stand in a sheet's name.
  const colon = sheets.indexOf(":");
  const sheet = colon === -1 ? sheets : sheets.slice(0, colon);
  const lastSheet = colon === -1 ? null : sheets.slice(colon + 1);
  return {
    qualifier: { written: text.slice(at, close + 2), book, sheet: sheet === "" ? null : sheet, lastSheet },
    end: close + 2,
  };
}

function endOfSheetWord(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const capital = code & ~32;
    const part =
      (capital >= 65 && capital <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 95 ||
      code === 46 ||
      code === 36 ||
      code > 127;
    if (!part) break;
  }
  return end;
}

function looksLikeACell(word: string): boolean {
  return parseAddress(word) !== null;
}
