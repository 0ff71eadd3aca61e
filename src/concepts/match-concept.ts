import { type ConceptId, type UnitKind } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { conceptById } from "./dictionary";
import { type LabelSurroundings, matchName } from "./match-name";
import { movementOfBalance, readMovementLabel } from "./read-movement-label";
import { conceptOfRatio, type RatioLabel, readComposed } from "./read-ratio-label";
import { rollForwardRow } from "./roll-forward-row";

export { type LabelSurroundings } from "./match-name";

/** What a row's label names in the dictionary, or null: an unknown label stays unknown. */
export function matchConcept(label: string, around: LabelSurroundings = {}): ConceptMatch | null {
  if (/\?\s*$/u.test(label)) return null;
  const named = matchName(label, around);
  const isRolled = named === null || conceptById(named.id)?.isGeneric === true || named.confidence < 0.8;
  return (
    (isRolled ? matchRollForward(label, around) : null) ??
    named ??
    matchMovement(label, around) ??
    matchRatio(label, around) ??
    matchUnderHeading(label, around)
  );
}

/** "Ending balance" under "PP&E" is PP&E itself; an opening balance is last period's and stays a row of its own. */
function matchRollForward(label: string, around: LabelSurroundings): ConceptMatch | null {
  if (around.unit === "percent" || around.unit === "multiple") return null;
  const row = rollForwardRow(label, around.path);
  if (row === null || row.of === null) return null;
  const name = conceptById(row.of)!.name;
  if (row.part === "closing") return { id: row.of, confidence: 0.85, reason: `“${label.trim()}” closes ${name}` };
  if (row.part !== "opening") return null;
  const opening: ConceptId = row.of === "cash-and-equivalents" ? "beginning-cash" : "opening-balance";
  return { id: opening, confidence: 0.8, reason: `“${label.trim()}” opens ${name}` };
}

function matchMovement(label: string, around: LabelSurroundings): ConceptMatch | null {
  if (isUnit(around, ["percent", "multiple", "days"])) return null;
  const balance = readMovementLabel(label)?.balance ?? null;
  if (balance === null) return null;
  const own = movementOfBalance(balance);
  const name = conceptById(balance)!.name;
  return own === null
    ? { id: "change-in-balance", confidence: 0.7, reason: `the label is the movement of ${name}` }
    : { id: own, confidence: 0.86, reason: `“${label.trim()}” is the movement of ${name}` };
}

function isUnit(around: LabelSurroundings, kinds: readonly UnitKind[]): boolean {
  return around.unit !== undefined && kinds.includes(around.unit);
}

/** "Inventory growth %", "Other costs as % of sales": derived from something, so never that something itself. */
function matchRatio(label: string, around: LabelSurroundings): ConceptMatch | null {
  const ratio = readComposed(label.normalize("NFKC").replace(/\s+/gu, " ").trim());
  return ratio === null ? null : nameRatio(ratio, around);
}

function nameRatio(ratio: RatioLabel, around: LabelSurroundings): ConceptMatch | null {
  if (isUnit(around, ["currency", "currency-per-share", "shares", "date"])) return null;
  const own = conceptOfRatio(ratio);
  if (own !== null) return { id: own, confidence: 0.86, reason: `the label reads as ${conceptById(own)!.name}` };
  if (ratio.kind === "multiple" || ratio.kind === "per" || isUnit(around, ["multiple", "days"])) return null;
  const generic: ConceptId =
    ratio.kind === "change"
      ? "growth-rate"
      : ratio.kind === "margin"
        ? "margin"
        : ratio.denominator?.concept === "revenue"
          ? "share-of-revenue"
          : "share-of-amount";
  return { id: generic, confidence: 0.6, reason: `the label asks for a ${conceptById(generic)!.name.toLowerCase()}` };
}

const headings: readonly (readonly [RegExp, string])[] = [
  [/\bgrowth\b|\byoy\b|% change/iu, "growth"],
  [/%\s*(?:of\s+)?(?:net\s+|total\s+)?(?:revenues?|sales)\b|\bcommon[- ]size|\bmargins?\b/iu, "% of revenue"],
];

/** A percentage named "COGS" under "% of revenue", and a "Total" under the name of what it sums. */
function matchUnderHeading(label: string, around: LabelSurroundings): ConceptMatch | null {
  const heading = around.path?.at(-1);
  if (heading === undefined) return null;
  if (around.unit === "percent") {
    const asked = headings.find(([pattern]) => pattern.test(heading))?.[1];
    const ratio = asked === undefined || matchName(label) === null ? null : readComposed(`${label.trim()} ${asked}`);
    return ratio === null ? null : nameRatio(ratio, around);
  }
  if (!/^\s*total\s*:?\s*$/iu.test(label)) return null;
  const summed = matchName(heading, around);
  const concept = summed === null ? null : conceptById(summed.id);
  if (concept === null || concept.unit !== "currency" || concept.isGeneric || summed!.confidence < 0.85) return null;
  return { id: concept.id, confidence: 0.8, reason: `“${label.trim()}” closes “${heading.trim()}”` };
}
