import { type ConceptId } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { conceptById } from "./dictionary";
import { type LabelSurroundings, matchName } from "./match-name";

/** Whose, which year's, which tranche's: said before the name. */
const before =
  /^(?:(?:acquir[eo]r|buyer|target|seller|entry|exit|base|normali[sz]ed|existing|standalone|stand-alone|annuali[sz]ed|monthly|quarterly|qtrly|estimated|blended|live|selected|applicable|average|avg\.?|median|terminal year|exit[- ]year|base year|(?:prior|previous|last) year|tranche [a-d\d]|tl[abc]|year \d{1,2}|fy\s?[+-]?\d{1,4})(?:['’]s)?\s*:?)\s+(?=\S)/iu;
/** The same behind it: "Net debt at close", "Cash sweep B". */
const behind =
  /\s+(?:(?:at|on|upon) (?:the )?(?:entry|exit|clos(?:e|ing)|acquisition)|post[- ]money|pre[- ]money|[a-d]|\d)$/iu;
/** A remark that leaves the figure what it is: "Net income (after 25% tax)". */
const remark = /\s*\(([^()]{2,60})\)\s*$/u;
const changesMeaning =
  /%\s*(?:of|growth|change)|\b(?:growth|change|increase|decrease|repayments?|disposals?|buy-?backs?|margin|per|days|yoy|cumulative|discounted|pv|budget|variance|check|prior|acquired|target|ex|excl|excluding|incl|including|pre|post|before|in|mrr|arr|monthly|quarterly)\b|^\s*[%x]\s*$/iu;
/** "Existing assets" are some of the assets, not the total. */
const tooGeneral = /^(?:assets|liabilities|equity|shares|units|sales|total|balance|amount|cost|rate|price)$/iu;

const ofAKind = 0.6;
const remarked = 0.76;

/** What a label names once its qualifier is taken off: never quite the plain figure, so never sure. */
export function matchOfAKind(label: string, around: LabelSurroundings): ConceptMatch | null {
  return matchRemarked(label, around) ?? matchMoneyMargin(label, around) ?? matchQualified(label, around);
}

function matchRemarked(label: string, around: LabelSurroundings): ConceptMatch | null {
  const found = remark.exec(label.trim());
  if (found === null || changesMeaning.test(found[1]!)) return null;
  const plain = label.trim().slice(0, found.index);
  const match = tooGeneral.test(plain.trim()) ? null : matchName(plain, around);
  if (match === null || match.confidence < 0.84 || conceptById(match.id)?.isGeneric === true) return null;
  return { id: match.id, confidence: remarked, reason: `“${label.trim()}” is ${nameOf(match.id)}, with a remark` };
}

const margins: readonly (readonly [RegExp, ConceptId])[] = [
  [/^gross (?:profit )?margins?$/iu, "gross-profit"],
  [/^contribution margins?$/iu, "contribution-profit"],
  [/^operating margins?$/iu, "operating-income"],
  [/^ebitda margins?$/iu, "ebitda"],
];

/** Many call the profit itself its margin: in money it is the profit. */
function matchMoneyMargin(label: string, around: LabelSurroundings): ConceptMatch | null {
  const bare = label.replace(/\s*\([^()]*\)|\s*[$€£₹]\s*$/gu, "").trim();
  const isMoney = around.unit === "currency" || /[$€£₹]/u.test(label);
  const id = isMoney ? margins.find(([pattern]) => pattern.test(bare))?.[1] : undefined;
  return id === undefined ? null : { id, confidence: 0.85, reason: `“${label.trim()}” is an amount, so ${nameOf(id)}` };
}

/** "Target EPS", "Entry EBITDA": whose or which year's, so never the plain figure itself. */
function matchQualified(label: string, around: LabelSurroundings): ConceptMatch | null {
  const whole = label.replace(remark, (bracket) => (changesMeaning.test(bracket) ? bracket : "")).trim();
  const plain = whole.replace(before, "").replace(before, "").replace(behind, "").trim();
  if (plain === label.trim() || plain === "" || tooGeneral.test(plain)) return null;
  const match = matchName(plain, around);
  if (match === null || match.confidence < 0.84) return null;
  return { id: match.id, confidence: ofAKind, reason: `“${label.trim()}” is ${nameOf(match.id)}, of a kind` };
}

function nameOf(id: ConceptId): string {
  return conceptById(id)!.name;
}
