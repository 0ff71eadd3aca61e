import { type ConceptId } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { conceptById } from "./dictionary";
import { type LabelSurroundings, matchName } from "./match-name";
import { isFlow, isStock } from "./measure";
import { nameRatio } from "./name-ratio";
import { movementOfBalance } from "./read-movement-label";
import { readComposed } from "./read-ratio-label";
import { isDebtBalance, signConvention } from "./sign-convention";
import { balanceInHeadings } from "./roll-forward-row";

const asked: readonly (readonly [RegExp, string])[] = [
  [/\bgrowth\b|\byoy\b|% change/iu, "growth"],
  [/\bmargins?\b/iu, "margin"],
  [/%\s*(?:of\s+)?(?:net\s+|total\s+)?(?:revenues?|sales)\b|\bcommon[- ]size/iu, "% of revenue"],
];
const debtMoves: readonly (readonly [RegExp, ConceptId])[] = [
  [
    /^(?:net\s+)?(?:issuances?|additions?|drawdowns?|draws?|borrowings?|increase)\s*\/?\s*\(?(?:repayments?|paydowns?|reductions?|decrease|repaid)\)?$/iu,
    "net-borrowing",
  ],
  [
    /^\(?(?:repayments?|paydowns?|principal(?: repayments?| payments?)?|amorti[sz]ation|reductions?)\)?$/iu,
    "debt-repayment",
  ],
  [/^(?:issuances?|drawdowns?|draws?|borrowings?|new (?:debt|borrowings?|loans?)|additions?)$/iu, "debt-issuance"],
];
const moves = /\bchanges?\b|\boperating activities\b|\bworking capital\b.*\b(?:changes?|movements?|adjustments?)\b/iu;

/** What a label that names nothing by itself is under its heading: "COGS" in percent under "% of revenue", "Repayment" under "Term loan". */
export function matchUnderHeading(label: string, around: LabelSurroundings): ConceptMatch | null {
  const heading = around.path?.at(-1);
  if (heading === undefined) return null;
  if (around.unit === "percent") return askedByHeading(label, heading, around);
  return totalOfHeading(label, heading, around) ?? movesDebt(label, around);
}

function askedByHeading(label: string, heading: string, around: LabelSurroundings): ConceptMatch | null {
  const words = asked.find(([pattern]) => pattern.test(heading))?.[1];
  const ratio = words === undefined || matchName(label) === null ? null : readComposed(`${label.trim()} ${words}`);
  return ratio === null ? null : nameRatio(ratio, around);
}

function totalOfHeading(label: string, heading: string, around: LabelSurroundings): ConceptMatch | null {
  if (!/^\s*total\s*:?\s*$/iu.test(label)) return null;
  const summed = matchName(heading, around);
  const concept = summed === null ? null : conceptById(summed.id);
  if (concept === null || concept.unit !== "currency" || concept.isGeneric || summed!.confidence < 0.85) return null;
  return { id: concept.id, confidence: 0.8, reason: `“${label.trim()}” closes “${heading.trim()}”` };
}

function movesDebt(label: string, around: LabelSurroundings): ConceptMatch | null {
  const bare = label
    .trim()
    .replace(/^(?:(?:less|plus|add)\b|\([-+]\))\s*:?\s*/iu, "")
    .replace(/\s*\/\s*/gu, " / ");
  const move = debtMoves.find(([pattern]) => pattern.test(bare.replace(/ \/ /gu, "/")))?.[1];
  const balance = move === undefined ? null : balanceInHeadings(around.path ?? []);
  if (move === undefined || balance === null || !isDebtBalance(balance)) return null;
  return { id: move, confidence: 0.8, reason: `“${label.trim()}” moves ${conceptById(balance)!.name}` };
}

/** A balance named under "Changes in working capital" is its movement; one named under "Depreciation" a part of that. */
export function movedUnderHeading(label: string, named: ConceptMatch, around: LabelSurroundings): ConceptMatch | null {
  const heading = around.path?.at(-1);
  if (heading === undefined || !isStock(named.id) || conceptById(named.id)?.statement !== "balance-sheet") return null;
  if (moves.test(heading)) {
    const movement = movementOfBalance(named.id);
    if (movement === null) return null;
    return { id: movement, confidence: 0.8, reason: `“${label.trim()}” stands under “${heading.trim()}”` };
  }
  if (around.statement === "cash-flow" && isDebtBalance(named.id) && /cash|financing|activities/iu.test(heading)) {
    const move = named.id === "revolver" ? "revolver-drawdown" : "net-borrowing";
    return { id: move, confidence: 0.7, reason: `“${label.trim()}” stands under “${heading.trim()}”` };
  }
  const parent = matchName(heading, { unit: "currency" });
  if (parent === null || parent.confidence < 0.85 || !isPartOf(parent.id)) return null;
  return { id: parent.id, confidence: 0.6, reason: `“${label.trim()}” is a part of “${heading.trim()}”` };
}

/** A flow that is split by what it is spent on or paid to; a subtotal of flows is not. */
function isPartOf(flow: ConceptId): boolean {
  const signs = signConvention(flow);
  return isFlow(flow) && (signs?.onProfit === "reduces" || signs?.onCash === "reduces");
}
