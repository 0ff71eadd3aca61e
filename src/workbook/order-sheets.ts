import { type SheetSnapshot } from "../contracts/workbook-snapshot";
import { addTo } from "./group-by";
import { shortHash } from "./hash-text";

const sheetNames = /'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!/gu;

/**
 * The sheets as figures run through them: what only feeds others first, what only reads them last. Readings that take
 * the first or the earlier of several must not hang on the order of the tabs, which anybody may change.
 */
export function orderSheets<Sheet extends Pick<SheetSnapshot, "name" | "cells">>(sheets: readonly Sheet[]): Sheet[] {
  const flows = flowsOf(sheets);
  const placed = sheets.map((sheet) => ({ sheet, flow: flows.get(sheet.name.toLowerCase())! }));
  const byFlow = new Map<number, Sheet[]>();
  for (const { sheet, flow } of placed) addTo(byFlow, flow, sheet);
  return [...byFlow].sort(([a], [b]) => a - b).flatMap(([, tied]) => (tied.length === 1 ? tied : byContent(tied)));
}

/** -1 where formulas elsewhere name the sheet and its own name no other, 1 where it is the other way round. */
function flowsOf(sheets: readonly Pick<SheetSnapshot, "name" | "cells">[]): ReadonlyMap<string, number> {
  const counts = new Map(sheets.map(({ name }) => [name.toLowerCase(), { reads: 0, feeds: 0 }]));
  for (const { name, cells } of sheets) {
    const own = counts.get(name.toLowerCase())!;
    for (const { formula } of cells) {
      if (formula === null || !formula.includes("!")) continue;
      for (const other of namesIn(formula)) {
        const fed = counts.get(other);
        if (fed === undefined || fed === own) continue;
        fed.feeds++;
        own.reads++;
      }
    }
  }
  return new Map(
    [...counts].map(([name, { reads, feeds }]) => [name, (reads - feeds) / Math.max(1, reads + feeds)] as const),
  );
}

function namesIn(formula: string): Set<string> {
  const names = new Set<string>();
  for (const [, quoted, bare] of formula.matchAll(sheetNames))
    names.add((quoted?.replaceAll("''", "'") ?? bare!).toLowerCase());
  return names;
}

/** Nothing runs between them: a cover or an original before what was added to it, then by what stands on them, for names may change as well. */
function byContent<Sheet extends Pick<SheetSnapshot, "cells">>(sheets: readonly Sheet[]): Sheet[] {
  /** Reckoned of those alone that size does not tell apart. */
  const known = new Map<Sheet, string>();
  const wordsOf = (sheet: Sheet): string => {
    let words = known.get(sheet);
    if (words === undefined) known.set(sheet, (words = hashOfWords(sheet)));
    return words;
  };
  const byWords = (a: Sheet, b: Sheet) => (wordsOf(a) < wordsOf(b) ? -1 : wordsOf(a) > wordsOf(b) ? 1 : 0);
  return [...sheets].sort((a, b) => a.cells.length - b.cells.length || byWords(a, b));
}

function hashOfWords({ cells }: Pick<SheetSnapshot, "cells">): string {
  return shortHash(cells.map(({ value, formula }) => (formula === null ? JSON.stringify(value) : "")).join("\u0000"));
}
