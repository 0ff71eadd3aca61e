import { type ConceptId } from "../contracts/concept";
import { conceptById } from "./dictionary";
import { matchName } from "./match-name";
import { isStock } from "./measure";

export interface RollForwardRow {
  readonly part: "opening" | "closing" | "additions" | "disposals";
  /** The balance rolled forward; null where neither label nor heading names one. */
  readonly of: ConceptId | null;
}

const generic: ReadonlyMap<ConceptId, RollForwardRow["part"]> = new Map([
  ["opening-balance", "opening"],
  ["closing-balance", "closing"],
  ["additions", "additions"],
  ["disposals", "disposals"],
]);
const openingWords =
  /\b(?:beginning|beg|opening|bop|boy|brought forward|b\/f|start of (?:the )?(?:period|year|month))\b\.?/iu;
const closingWords = /\b(?:ending|closing|eop|eoy|carried forward|c\/f|end of (?:the )?(?:period|year|month))\b\.?/iu;
const filler = /\b(?:balance|value|amount|net|total|at)\b|[-–,:()]/giu;
const schedule =
  /\b(?:roll[- ]?forward|schedule|corkscrew|account|reconciliation|build|calculations?|movements?|waterfall|summary|balances?|table|supporting|section)\b|[:()]/giu;

/** A row that opens, moves or closes a balance, with the balance where label or heading say; null for any other row. */
export function rollForwardRow(label: string, path: readonly string[] = []): RollForwardRow | null {
  const own = matchName(label);
  const part = own === null ? undefined : generic.get(own.id);
  if (part !== undefined) return { part, of: balanceInHeadings(path) };
  if (own !== null && own.confidence >= 0.9) return null;
  const isOpening = openingWords.test(label);
  if (!isOpening && !closingWords.test(label)) return null;
  const of = balanceNamed(label.replace(isOpening ? openingWords : closingWords, " ").replace(filler, " "));
  return of === null ? null : { part: isOpening ? "opening" : "closing", of };
}

/** The nearest heading that names a balance; a heading that names anything else ends the search. */
export function balanceInHeadings(path: readonly string[]): ConceptId | null {
  for (let i = path.length - 1; i >= 0; i--) {
    const heading = path[i]!.replace(schedule, " ")
      .replace(/\s+\d\s*$/u, "")
      .replace(/\s+/gu, " ")
      .trim();
    if (heading === "") continue;
    const match = matchName(heading, { statement: "balance-sheet", unit: "currency" });
    if (match === null) continue;
    return isBalance(match.id) ? match.id : null;
  }
  return null;
}

function balanceNamed(words: string): ConceptId | null {
  const text = words.replace(/\s+/gu, " ").trim();
  const match = text === "" ? null : matchName(text, { statement: "balance-sheet", unit: "currency" });
  return match !== null && match.confidence >= 0.75 && isBalance(match.id) ? match.id : null;
}

function isBalance(id: ConceptId): boolean {
  const concept = conceptById(id);
  return isStock(id) && (concept?.unit === "currency" || concept?.unit === "shares");
}
