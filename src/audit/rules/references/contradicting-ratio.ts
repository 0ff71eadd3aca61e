import { conceptById } from "../../../concepts/dictionary";
import { operandsOf, type Formula } from "../../../concepts/formula";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellsOfMeaning } from "../../lines/cells-of-meaning";
import { coverCells } from "../../lines/cover-cells";
import { ratioSides, soleRead } from "../../meaning/ratio-sides";
import { interchangeable, rightSource } from "../../meaning/right-source";
import { sureConcept } from "../../meaning/sure-concept";
import { cellInstead, isSafeTarget } from "../../meaning/safe-target";
import { asRange, named, namedOnSheet, number, say } from "../../wording/say";

/** What the definitions of a ratio put over and under the line. */
interface Sides {
  readonly over: readonly ConceptId[];
  readonly under: readonly ConceptId[];
}

/** Ways of measuring the same ratio that analysts use beside the textbook's. */
const alsoOver: Readonly<Partial<Record<ConceptId, readonly ConceptId[]>>> = {
  "debt-to-equity": ["total-liabilities", "long-term-debt", "net-debt"],
  "debt-to-assets": ["total-liabilities", "long-term-debt", "net-debt"],
  "inventory-turnover": ["revenue"],
  "payables-turnover": ["revenue"],
  "interest-coverage": ["ebitda", "ebit", "operating-income", "operating-cash-flow", "free-cash-flow"],
  "return-on-invested-capital": ["ebit", "operating-income", "net-income"],
  "return-on-assets": ["ebit", "operating-income", "nopat"],
  "operating-margin": ["ebit"],
  "effective-tax-rate": ["current-tax", "cash-taxes"],
  "payout-ratio": ["dividends-per-share", "dividends-declared"],
};
const alsoUnder: Readonly<Partial<Record<ConceptId, readonly ConceptId[]>>> = {
  "interest-coverage": ["net-interest-expense"],
  "days-inventory": ["revenue"],
  "days-payable": ["revenue"],
  "payout-ratio": ["eps-basic", "eps-diluted"],
  "effective-tax-rate": ["taxable-income", "ebit", "operating-income"],
  "return-on-equity": ["total-equity", "shareholders-equity"],
  "leverage-ratio": ["ebitda"],
};

/** Only what is a ratio and nothing else: a growth names its row in its label, and values divide for other reasons. */
function definedSides(id: ConceptId): Sides | null {
  const concept = conceptById(id);
  const ratios = (concept?.formulas ?? []).flatMap(ratiosIn);
  if (concept?.statement !== "ratios" || ratios.length === 0 || id.endsWith("-growth")) return null;
  return {
    over: [...ratios.flatMap(({ numerator }) => operandsOf(numerator)), ...(alsoOver[id] ?? [])],
    under: [...ratios.flatMap(({ denominator }) => operandsOf(denominator)), ...(alsoUnder[id] ?? [])],
  };
}

function ratiosIn(formula: Formula): Extract<Formula, { op: "ratio" }>[] {
  if (formula.op === "ratio") return [formula];
  return formula.op === "product" ? formula.factors.flatMap(ratiosIn) : [];
}

interface WrongSide {
  readonly side: "over" | "under";
  readonly read: CellAddress;
  readonly source: Meaning;
  /** Null where neither side fits: then the sheet need not hold the right row for the ratio to be wrong. */
  readonly right: Meaning | null;
}

/** The side of a cell's quotient that reads what the ratio's definition has no place for, where the right row stands by. */
function wrongSide(context: AuditContext, home: Meaning, cell: CellAddress, defined: Sides): WrongSide | null {
  const sides = ratioSides(context, cell);
  if (sides === null) return null;
  const reads = { over: soleRead(context, cell, sides.over), under: soleRead(context, cell, sides.under) };
  const ids = {
    over: reads.over === null ? null : sureConcept(context.meaningAt(reads.over)),
    under: reads.under === null ? null : sureConcept(context.meaningAt(reads.under)),
  };
  const fits = (side: "over" | "under", id: ConceptId | null) =>
    id !== null && defined[side].some((wanted) => interchangeable(wanted, id));
  /** Turned upside down it is another way of saying it, not another row. */
  if (fits("over", ids.under) && fits("under", ids.over)) return null;
  const isOff = (side: "over" | "under") => ids[side] !== null && !fits(side, ids[side]);
  for (const side of ["over", "under"] as const) {
    const read = reads[side];
    const source = read === null ? null : context.meaningAt(read);
    if (read === null || source === null || source === home || !isOff(side)) continue;
    const right = rightSource(context, defined[side], read.sheet, home);
    if (right === source || (right === null && !(isOff("over") && isOff("under")))) continue;
    if (right !== null && !isSafeTarget(context, [cell], [cellInstead(read, right)])) continue;
    return { side, read, source, right };
  }
  return null;
}

/** "% COGS" under another row is that row's share of it, whatever the dictionary has by that name. */
function leavesNumeratorOpen({ label }: Meaning): boolean {
  return /^\s*[([]?\s*(?:as\s+)?(?:an?\s+)?%\s*(?:of\s+)?\p{L}/iu.test(label);
}

function judge(context: AuditContext, home: Meaning): FindingDraft[] {
  const match = home.concept;
  if (match === null || match.confidence < 0.84 || home.role === "input") return [];
  const defined = definedSides(match.id);
  if (defined === null || leavesNumeratorOpen(home)) return [];
  const found = new Map<Meaning, { wrong: WrongSide; cells: CellAddress[] }>();
  for (const cell of cellsOfMeaning(context, home)) {
    const wrong = wrongSide(context, home, cell, defined);
    if (wrong === null) continue;
    const known = found.get(wrong.source);
    if (known === undefined) found.set(wrong.source, { wrong, cells: [cell] });
    else known.cells.push(cell);
  }
  return [...found.values()].map(({ wrong, cells }) => draft(context, home, wrong, cells));
}

function draft(
  context: AuditContext,
  home: Meaning,
  { side, read, source, right }: WrongSide,
  cells: readonly CellAddress[],
): FindingDraft {
  const ranges = coverCells(cells);
  const shown = source.sheet === home.sheet ? named(source, asRange(read)) : namedOnSheet(source, asRange(read));
  const telling = cells.find((cell) => (context.numberAt(cell) ?? 0) !== 0) ?? cells[0]!;
  const mended =
    right === null
      ? say`Neither side of the quotient is what the name stands for, so ${number(context, telling)} is another figure under a wrong name. Make it of the rows it is named after, or rename it.`
      : say`By its name it is made with ${named(right)}, which stands on the same sheet, so ${number(context, telling)} is another figure under a wrong name. Point it at ${named(right)}, or rename it.`;
  return {
    severity: "high",
    confidence: Math.min(0.93, home.concept!.confidence, source.concept!.confidence),
    sheet: home.sheet,
    ranges,
    title: `“${home.label.trim()}” ${side === "over" ? "measures" : "divides by"} “${source.label.trim()}”`,
    comment: say`${named(home, ranges[0])} ${side === "over" ? "measures" : "divides by"} ${shown}. ${mended}`,
    nature: "slip",
    meaning: `${home.id}/${side}/${source.id}`,
    alsoRead: [read],
  };
}

/** A ratio whose label and whose numerator or denominator disagree. */
export const contradictingRatio: AuditRule = {
  id: "contradicting-ratio",
  find: (context) => [...context.model.lineItems, ...context.model.parameters].flatMap((home) => judge(context, home)),
};
