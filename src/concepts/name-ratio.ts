import { type ConceptId } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { conceptById } from "./dictionary";
import { type LabelSurroundings } from "./match-name";
import { conceptOfRatio, type RatioLabel } from "./read-ratio-label";

const amounts: ReadonlySet<string> = new Set(["currency", "currency-per-share", "shares", "date"]);
const noShares: ReadonlySet<string> = new Set(["multiple", "days"]);

/** The concept of a ratio that a label composes: the dictionary's own, else the general one of its kind. */
export function nameRatio(ratio: RatioLabel, around: LabelSurroundings): ConceptMatch | null {
  const unit = around.unit ?? "unknown";
  if (amounts.has(unit)) return null;
  const own = conceptOfRatio(ratio);
  if (own !== null) return { id: own, confidence: 0.86, reason: `the label reads as ${conceptById(own)!.name}` };
  if (ratio.kind === "multiple" || ratio.kind === "per" || noShares.has(unit)) return null;
  const general = generalOf(ratio);
  return { id: general, confidence: 0.6, reason: `the label asks for a ${conceptById(general)!.name.toLowerCase()}` };
}

function generalOf({ kind, denominator }: RatioLabel): ConceptId {
  if (kind === "change") return "growth-rate";
  if (kind === "margin") return "margin";
  return denominator?.concept === "revenue" ? "share-of-revenue" : "share-of-amount";
}
