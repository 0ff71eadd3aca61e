import { type CellAddress } from "../../contracts/model-map";
import { type RichText } from "../../contracts/rich-text";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { parseFullReference } from "../../workbook/address";
import { fromR1C1 } from "../../workbook/r1c1";
import { readFormula } from "../../workbook/read-formula";
import { referencesOf } from "../../workbook/references";
import { type AuditContext } from "../audit-context";
import { listed, place, say } from "../wording/say";

export interface FormulaDifference {
  readonly extra: readonly CellRange[];
  readonly missing: readonly CellRange[];
}

/** What the cell reads and what its neighbours' formula would read in its place, each without what both read. */
export function differenceOf(context: AuditContext, odd: CellAddress, pattern: CellAddress): FormulaDifference | null {
  const spelled = context.index.r1c1At(pattern);
  const expected = spelled === null ? null : fromR1C1(spelled, odd);
  if (expected === null) return null;
  const plain = (written: string) => written.replaceAll("$", "");
  const shouldRead = referencesOf(readFormula(expected), odd.sheet).map((reference) => plain(reference.written));
  const reads = context.index.referencesAt(odd).map((reference) => plain(reference.written));
  const asRange = (written: string): CellRange[] => {
    const range = parseFullReference(written, odd.sheet);
    return range === null ? [] : [range];
  };
  return {
    extra: reads.filter((written) => !shouldRead.includes(written)).flatMap(asRange),
    missing: shouldRead.filter((written) => !reads.includes(written)).flatMap(asRange),
  };
}

/** The neighbours' formula copied here would be the same but for dollar signs or a leading plus: the result cannot differ. */
export function isSpelledOtherwise(context: AuditContext, odd: CellAddress, pattern: CellAddress): boolean {
  const spelled = context.index.r1c1At(pattern);
  const expected = spelled === null ? null : fromR1C1(spelled, odd);
  const plain = (formula: string) => formula.replaceAll("$", "").replace(/^=\s*\+/u, "=");
  const own = context.cellAt(odd)?.formula ?? null;
  return expected !== null && own !== null && plain(expected) === plain(own);
}

/** The neighbours' formula with a blank cell added to it: a slip even where the line is too short to show its way. */
export function readsABlankBesides(context: AuditContext, odd: CellAddress, pattern: CellAddress): boolean {
  if ((context.cellAt(odd)?.formula ?? null) === null) return false;
  const difference = differenceOf(context, odd, pattern);
  const blank = difference?.extra[0];
  if (difference?.extra.length !== 1 || difference.missing.length > 0 || blank === undefined) return false;
  const isOne = blank.startRow0 === blank.endRow0 && blank.startColumn0 === blank.endColumn0;
  return isOne && context.index.cellAt(blank.sheet, blank.startRow0, blank.startColumn0) === null;
}

/** The formula's words without its cells: copies and slips of one formula have the same. */
export function wordsOfFormula(formula: string): string {
  return formula.replace(/\$?[A-Z]{1,3}\$?\d+/gu, "·").replace(/^=\+/u, "=");
}

/** The difference in a sentence; `line` is "row" or "column". */
export function sentenceOn(difference: FormulaDifference | null, line: "row" | "column"): RichText {
  const extra = (difference?.extra ?? []).map((range) => place(range));
  const missing = (difference?.missing ?? []).map((range) => place(range));
  if (extra.length > 0 && missing.length > 0)
    return say`It reads ${listed(extra)} where the ${line}’s own formula would read ${listed(missing)}.`;
  if (missing.length > 0) return say`It leaves out ${listed(missing)}, which the ${line}’s own formula reads.`;
  if (extra.length > 0) return say`It also reads ${listed(extra)}, which the rest of the ${line} does not.`;
  return say`It reads the same cells but calculates with them differently.`;
}
