import { type ConceptId } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
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
  /\b(?:beginning of (?:the )?(?:period|year|month)|start of (?:the )?(?:period|year|month)|brought forward|beginning|begin|beg|opening|open|bop|boy|b\/f)\b\.?/iu;
const closingWords =
  /\b(?:end of (?:the )?(?:period|year|month)|carried forward|ending|end|closing|close|eop|eoy|c\/f)\b\.?/iu;
const filler = /\b(?:balance|bal|value|amount|outstanding|net|total|at|of|the)\b\.?|[-–,:()]/giu;
const schedule =
  /\b(?:roll[- ]?forward|schedule|corkscrew|account|reconciliation|build|calculations?|movements?|waterfall|summary|balances?|table|supporting|section)\b|[:()]/giu;

/** A row that opens, moves or closes a balance, with the balance where label or heading say; null for any other row. */
export function rollForwardRow(label: string, path: readonly string[] = []): RollForwardRow | null {
  const own = matchName(label);
  const told = own === null ? undefined : generic.get(own.id);
  if (told !== undefined) return { part: told, of: balanceInHeadings(path) };
  if (own !== null && own.confidence >= 0.9) return null;
  const isOpening = openingWords.test(label);
  if (!isOpening && !closingWords.test(label)) return null;
  const part = isOpening ? "opening" : "closing";
  const rest = label
    .replace(isOpening ? openingWords : closingWords, " ")
    .replace(filler, " ")
    .trim();
  if (saysNothing(rest, path)) return { part, of: balanceInHeadings(path) };
  const of = balanceNamed(rest);
  return of === null ? null : { part, of };
}

/** "Beg. bal. A" of a tranche, "RE, end of period" under "Retained earnings": no name beside the opening or closing. */
function saysNothing(rest: string, path: readonly string[]): boolean {
  if (rest === "" || /^[a-d\d]$/iu.test(rest)) return true;
  if (!/^[A-Z]{2,5}$/u.test(rest)) return false;
  const initials = (path.at(-1) ?? "").match(/\b\p{L}/gu)?.join("") ?? "";
  return initials.toUpperCase().startsWith(rest);
}

/** The nearest heading that names a balance; a heading that names anything else ends the search. */
export function balanceInHeadings(path: readonly string[]): ConceptId | null {
  for (let i = path.length - 1; i >= 0; i--) {
    const heading = headingOf(path[i]!);
    if (heading === "") continue;
    const match = matchBalance(heading) ?? matchBalance(headingOf(path[i]!.replace(/\s*\([A-Z&]{2,6}\)/u, "")));
    if (match === null) continue;
    return isBalance(match.id) ? match.id : null;
  }
  return null;
}

function headingOf(text: string): string {
  return text
    .replace(schedule, " ")
    .replace(/\s+\d\s*$/u, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/\s*(?:&|and)\s+interest(?: expense)?$/iu, "");
}

function matchBalance(heading: string): ConceptMatch | null {
  return heading === "" ? null : matchName(heading, { statement: "balance-sheet", unit: "currency" });
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
