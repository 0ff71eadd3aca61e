import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { cellsCalled } from "../../lines/cells-called";
import { rootOf } from "../../meaning/safe-target";
import { number, say } from "../../wording/say";

const atEntry =
  /\b(?:entry|purchase|acquisition|buy[- ]?in)\b[^()]*\bmultiple\b|\bmultiple\b.{0,12}\b(?:at|on) (?:entry|purchase|acquisition)\b/iu;
const atExit = /\bexit\b[^()]*\bmultiple\b|\bmultiple\b.{0,12}\b(?:at|on) exit\b/iu;
/** A rounding is no expansion. */
const least = 0.02;
/** Multiples of other things: of money, of revenue beside EBITDA. */
const [lowest, highest] = [1, 60];

function multiples(context: AuditContext, words: RegExp): CellAddress[] {
  return cellsCalled(context, words).filter((cell) => {
    const value = context.numberAt(cell)!;
    return value >= lowest && value <= highest && context.tableCellAt(cell)?.table.rowsAre !== "steps";
  });
}

function judge(context: AuditContext, entry: CellAddress, exits: readonly CellAddress[]): FindingDraft[] {
  const paid = context.numberAt(entry)!;
  const above = exits.filter((cell) => context.numberAt(cell)! > paid * (1 + least) && context.index.isRead(cell));
  const highestExit = above.reduce<CellAddress | null>(
    (a, b) => (a === null || context.numberAt(b)! > context.numberAt(a)! ? b : a),
    null,
  );
  if (highestExit === null) return [];
  return [
    {
      severity: "medium",
      confidence: 0.85,
      sheet: highestExit.sheet,
      ranges: coverCells(above.filter(({ sheet }) => sheet === highestExit.sheet)),
      title: "The exit multiple is above the entry multiple",
      comment: say`The business is bought at ${called(context, entry)} of ${number(context, entry)} and sold at ${called(context, highestExit)} of ${number(context, highestExit)}. Part of the return is then the assumption that the next buyer pays more for the same earnings, not what the business earns or repays. Show the return at an unchanged multiple as well, or give the evidence for the rise.`,
      nature: "judgement",
      meaning: "expansion",
      alsoRead: [entry],
    },
  ];
}

/** A deal whose return counts on selling at a higher multiple than it bought at. */
export const multipleExpansion: AuditRule = {
  id: "multiple-expansion",
  find(context) {
    const entries = multiples(context, atEntry);
    const exits = multiples(context, atExit);
    const sheets = new Set(entries.map(({ sheet }) => sheet));
    return [...sheets].flatMap((sheet) => {
      const own = entries.filter((cell) => cell.sheet === sheet);
      const entry = own.find((cell) => context.index.isRead(cell));
      if (entry === undefined || new Set(own.map((cell) => context.numberAt(cell))).size > 1) return [];
      const root = rootOf(context, entry);
      if (root.sheet !== sheet && sheets.has(root.sheet)) return [];
      const near = exits.filter((cell) => cell.sheet === sheet);
      return judge(context, entry, near.length > 0 || sheets.size > 1 ? near : exits);
    });
  },
};
