import { type CellAddress } from "../../contracts/model-map";
import { cellKey, type AuditContext } from "../audit-context";
import { type RichText } from "../../contracts/rich-text";
import { type FindingDraft } from "../audit-rule";
import { say } from "../wording/say";

interface Ruled {
  readonly rule: string;
  readonly draft: FindingDraft;
}
type Places = ReadonlyMap<Ruled, readonly CellAddress[]>;

/** Rules that tell one thing from two sides, the one that says most first. */
const tellsFor: Readonly<Record<string, readonly string[]>> = {
  "equity-bridge": ["sign-contradiction"],
  "beta-leverage": ["unused-result", "unused-calculation", "assumption-range"],
  "driver-base": ["rate-base", "driver-jump"],
  "rate-base": ["driver-jump"],
  "movement-apart": ["typed-result"],
  "sign-turns": ["row-drift", "column-drift"],
  "tax-rate": ["typed-in-formula"],
  "typed-check": ["balance-check"],
  "error-values": ["typed-in-formula", "missing-anchor"],
  "exit-basis": ["contradicting-label", "opposite-source"],
  "interest-on-debt": ["typed-result"],
  "typed-copy": ["pasted-result"],
  "typed-history": ["typed-beside-link"],
};
/** A region a lesser finding tells of beyond the cells of the better one must not vanish with it. */
const ofRegions: ReadonlySet<string> = new Set(["typed-in-formula", "typed-result", "pasted-result", "balance-check"]);
const addsItsOwn: ReadonlySet<string> = new Set(["driver-jump", "typed-result"]);
const severities = ["low", "medium", "high"];

/** Whether the second draft is the first one's matter, seen from another side. */
export function isRepeatOf(context: AuditContext, better: Ruled, lesser: Ruled, places: Places): boolean {
  const [own, theirs] = [places.get(better)!, places.get(lesser)!];
  if (own.length === 0 || theirs.length === 0) return false;
  if (better.rule === "wrong-neighbour" && lesser.rule === "blank-source")
    return isNextRow(context, better.draft, lesser.draft);
  if (better.rule === "two-versions" && lesser.rule === "unused-schedule")
    return isBuiltOn(context, lesser.draft, better.draft);
  if (better.rule === "held-balance" && lesser.rule === "contradicting-label")
    return lesser.draft.alsoRead?.some((cell) => holds(own, cell)) ?? false;
  if (tellsFor[better.rule]?.includes(lesser.rule) === true) {
    const read = new Set([...own, ...(better.draft.alsoRead ?? [])].map(cellKey));
    const told = theirs.filter((cell) => read.has(cellKey(cell))).length;
    return ofRegions.has(lesser.rule) ? told * 2 >= theirs.length : told > 0;
  }
  if (better.rule === lesser.rule || tellsFor[lesser.rule]?.includes(better.rule) === true) return false;
  return isWorseTold(better, lesser) && isSamePlace(own, theirs);
}

/** Whether the lesser finding still adds a sentence of its own; null where the better one has said it already. */
export function sentenceOfRepeat(better: Ruled, lesser: Ruled): RichText | null {
  const isSaid = tellsFor[better.rule]?.includes(lesser.rule) === true && !addsItsOwn.has(lesser.rule);
  if (isSaid) return null;
  const starts = ({ draft: { sheet, ranges } }: Ruled) => `${sheet}/${ranges[0]?.startRow0}`;
  const { aside, title } = lesser.draft;
  /** An aside says "it" of the place where the better one stands. */
  return aside !== undefined && starts(better) === starts(lesser) ? aside : say`${title}.`;
}

function holds(cells: readonly CellAddress[], cell: CellAddress): boolean {
  return cells.some((one) => cellKey(one) === cellKey(cell));
}

function isSamePlace(own: readonly CellAddress[], theirs: readonly CellAddress[]): boolean {
  if (own.length !== theirs.length || cellKey(own[0]!) !== cellKey(theirs[0]!)) return false;
  const keys = new Set(own.map(cellKey));
  return theirs.every((cell) => keys.has(cellKey(cell)));
}

function isWorseTold({ draft: better }: Ruled, { draft: lesser }: Ruled): boolean {
  const step = severities.indexOf(better.severity) - severities.indexOf(lesser.severity);
  return step > 0 || (step === 0 && better.confidence >= lesser.confidence);
}

/** The next rows of one block: the rows slid, and the last of them slid out of the table. */
function isNextRow(
  context: AuditContext,
  { ranges: [own] }: FindingDraft,
  { ranges: [theirs] }: FindingDraft,
): boolean {
  const rows = context.index.sheetNamed(own?.sheet ?? "");
  if (own === undefined || theirs === undefined || rows === null) return false;
  const isBeside =
    theirs.startRow0 === rows.usedRowFrom(own.endRow0, 1) || theirs.endRow0 === rows.usedRowFrom(own.startRow0, -1);
  return isBeside && theirs.startColumn0 === own.startColumn0 && theirs.endColumn0 === own.endColumn0;
}

/** The total of a schedule one of whose lines is told already. */
function isBuiltOn(context: AuditContext, total: FindingDraft, line: FindingDraft): boolean {
  const sums = total.alsoRead?.slice(0, 1) ?? [];
  const lines = (line.alsoRead ?? []).filter(({ sheet }) => sheet === sums[0]?.sheet).slice(0, 1);
  if (sums.length === 0 || lines.length === 0) return false;
  return context.index.allDependents(lines).some((cell) => cellKey(cell) === cellKey(sums[0]!));
}
