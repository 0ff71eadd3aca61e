import { type CellAddress } from "../../contracts/model-map";
import { type RichText } from "../../contracts/rich-text";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { type AuditContext } from "../audit-context";
import { differenceOf } from "./compare-formulas";
import { type Break } from "./find-breaks";
import { linkOf } from "./formula-shape";
import { nameOf } from "./cell-name";
import { place, say } from "../wording/say";

/** Rows this near belong together. */
const nearRows = 3;
const bringsIn = /\b(?:borrowings?|proceeds|issuances?|drawdowns?|drawn|draws?|raised|receipts?|inflows?)\b/iu;
const paysOut = /\b(?:repay\w*|repaid|outflows?|paid)\b/iu;

/** A cell that leaves its row's formula because something happens there once, not because a copy slipped. */
export function driftsByRight(context: AuditContext, found: Break): boolean {
  return isAnchor(context, found) || isEvent(context, found) || isFinalRepayment(context, found);
}

/** Copied here, the row's formula would read this very cell: the row is built on it. */
function isAnchor(context: AuditContext, { segment, pattern }: Break): boolean {
  const odd = segment.cells[0]!.address;
  return (differenceOf(context, odd, pattern.address)?.missing ?? []).some((range) => covers(range, odd));
}

/** The balance carried on as everywhere else, plus what is bought or drawn in this period. */
function isEvent(context: AuditContext, { segment, pattern }: Break): boolean {
  const odd = segment.cells[0]!.address;
  const [own, usual] = [context.index.r1c1At(odd), context.index.r1c1At(pattern.address)];
  if (own === null || usual === null || segment.cells.length > 1) return false;
  const isCarried = /^=\s*\+?RC\[-1\]/u.test(usual);
  const difference = differenceOf(context, odd, pattern.address);
  const isMore = own.startsWith(usual) && /^[+-]/u.test(own.slice(usual.length));
  const adds = (difference?.extra ?? []).filter((range) => {
    const value = context.numberAt(startOf(range));
    return value !== null && value !== 0;
  });
  return isCarried && isMore && difference?.missing.length === 0 && adds.length > 0;
}

/** The last instalment pays what is left, and nothing follows. */
function isFinalRepayment(context: AuditContext, { line, segment, pattern }: Break): boolean {
  const odd = segment.cells[0]!.address;
  const link = linkOf(context, odd);
  const value = context.numberAt(odd);
  /** Where the others are links as well, this is a link with another sign or to another place. */
  const isOneOfLinks = linkOf(context, pattern.address) !== null;
  if (link === null || isOneOfLinks || value === null || value === 0 || segment.cells.length > 1) return false;
  const at = line.cells.findIndex(({ address }) => address === odd);
  const later = line.cells.slice(at + 1);
  return later.length > 0 && later.every(({ address }) => (context.numberAt(address) ?? 0) === 0);
}

/** What to do about the break: the row may be the wrong one, not the cell. */
export function adviceOn(context: AuditContext, found: Break): RichText {
  const odd = found.segment.cells[0]!.address;
  if (isTurned(context, found)) {
    const brings = bringsIn.test(found.line.label) && !paysOut.test(found.line.label);
    return brings && (context.numberAt(odd) ?? 0) > 0
      ? say`The sign alone differs. By its name the row brings money in, so this cell is right and the sign of the others is wrong: turn theirs.`
      : say`The sign alone differs: one of the two is wrong. Settle which sign the row wants, and give it to every cell.`;
  }
  const sister = sisterThatAgrees(context, found);
  if (sister !== null)
    return say`“${place(sister, nameOf(context, sister)?.label.trim() ?? "The row beside it")}” reads the same in every period, so the rest of this row may be wrong rather than this cell. Compare the two before copying.`;
  return say`If the change is meant, say so beside it; if not, copy the formula across.`;
}

/** The same cells with another sign before one of them. */
function isTurned(context: AuditContext, { segment, pattern }: Break): boolean {
  const [own, usual] = [context.index.r1c1At(segment.cells[0]!.address), context.index.r1c1At(pattern.address)];
  if (own === null || usual === null || own === usual) return false;
  const unsigned = (formula: string) => formula.replace(/(?<!\[)[+-]/gu, "").replace(/\s/gu, "");
  return unsigned(own) === unsigned(usual);
}

/** A row beside it that reads, where this row keeps its own formula, what only the odd cell reads here. */
function sisterThatAgrees(context: AuditContext, { segment, pattern }: Break): CellAddress | null {
  const odd = segment.cells[0]!.address;
  const difference = differenceOf(context, odd, pattern.address);
  const [read, wanted] = [difference?.extra[0], difference?.missing[0]];
  if (read === undefined || wanted === undefined || difference?.extra.length !== 1 || difference.missing.length !== 1)
    return null;
  if (read.startRow0 === wanted.startRow0 || read.startColumn0 !== odd.columnIndex0) return null;
  const inPattern = (range: CellRange) => ({ ...startOf(range), columnIndex0: pattern.address.columnIndex0 });
  for (let step = -nearRows; step <= nearRows; step++) {
    const sister = { ...pattern.address, rowIndex0: pattern.address.rowIndex0 + step };
    if (step === 0 || sister.rowIndex0 < 0) continue;
    const reads = context.index.referencesAt(sister);
    if (reads.length === 0) continue;
    const same = context.index.precedentsOf(sister);
    const has = (cell: CellAddress) => same.some((range) => covers(range, cell));
    if (has(inPattern(read)) && !has(inPattern(wanted))) return sister;
  }
  return null;
}

function startOf({ sheet, startRow0, startColumn0 }: CellRange): CellAddress {
  return { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 };
}

function covers(range: CellRange, { sheet, rowIndex0, columnIndex0 }: CellAddress): boolean {
  return (
    range.sheet === sheet &&
    range.startRow0 <= rowIndex0 &&
    rowIndex0 <= range.endRow0 &&
    range.startColumn0 <= columnIndex0 &&
    columnIndex0 <= range.endColumn0
  );
}
