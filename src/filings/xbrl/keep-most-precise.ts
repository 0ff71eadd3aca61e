import { type LocatedFact } from "./located-fact";

/** Filers state a figure a few times over; this bounds the work on files that state one a hundred thousand times. */
const mostCompared = 50;

/**
 * One fact for each (concept, unit, period, dimensions): of duplicates that agree within their rounding the most precise,
 * at the place it is printed first. Duplicates that disagree are all kept, and told; texts in other languages are no
 * disagreement.
 */
export function keepMostPrecise(facts: readonly LocatedFact[]): { kept: LocatedFact[]; conflicts: LocatedFact[] } {
  const groups = new Map<string, LocatedFact[]>();
  const conflicts: LocatedFact[] = [];
  for (const fact of facts) {
    const key = factKey(fact);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [fact]);
      continue;
    }
    const compared = group.slice(0, mostCompared);
    const same = compared.findIndex((other) => agree(other, fact));
    if (same >= 0) {
      group[same] = better(group[same]!, fact);
    } else {
      group.push(fact);
      if (compared.some((other) => !isTranslation(other, fact))) conflicts.push(fact);
    }
  }
  return { kept: [...groups.values()].flat(), conflicts };
}

/** What a fact is of: two with one key are statements of the same. */
export function factKey(fact: LocatedFact): string {
  const dimensions = Object.entries(fact.dimensions).map(([axis, member]) => `${axis}=${member}`);
  dimensions.sort();
  return [fact.concept, fact.unit ?? "", fact.start ?? "", fact.end ?? "", ...dimensions].join("|");
}

function agree(first: LocatedFact, second: LocatedFact): boolean {
  if (first.value === second.value) return true;
  if (typeof first.value === "string" && typeof second.value === "string") {
    return inOneLine(first) === inOneLine(second);
  }
  if (typeof first.value !== "number" || typeof second.value !== "number") return false;
  const room = roundingHalf(first) + roundingHalf(second);
  return Math.abs(first.value - second.value) <= room * (1 + 1e-9);
}

/** Kept with its fact: a note is compared with many others, and is long. */
const linesJoined = new WeakMap<LocatedFact, string>();

/** Where lines break is no part of what a text says. */
function inOneLine(fact: LocatedFact): string {
  const known = linesJoined.get(fact);
  if (known !== undefined) return known;
  const text = String(fact.value).replace(/\s+/g, " ").trim();
  linesJoined.set(fact, text);
  return text;
}

/** "en" and "en-US" are one language. */
function isTranslation(first: LocatedFact, second: LocatedFact): boolean {
  if (typeof first.value !== "string" || typeof second.value !== "string") return false;
  const [a, b] = [first, second].map(({ language }) => language?.split("-")[0]?.toLowerCase() ?? "");
  return a !== "" && b !== "" && a !== b;
}

function roundingHalf(fact: LocatedFact): number {
  return typeof fact.decimals === "number" ? 0.5 * 10 ** -fact.decimals : 0;
}

function better(first: LocatedFact, second: LocatedFact): LocatedFact {
  const [a, b] = [precision(first), precision(second)];
  if (a !== b) return a > b ? first : second;
  return first.place === null && second.place !== null ? second : first;
}

function precision(fact: LocatedFact): number {
  if (fact.decimals === "INF") return Number.POSITIVE_INFINITY;
  return fact.decimals ?? Number.NEGATIVE_INFINITY;
}
