import { type LocatedFact } from "./located-fact";

/**
 * One fact for each (concept, unit, period, dimensions): of duplicates that agree within their rounding the most precise,
 * at the place it is printed first. Duplicates that disagree are all kept, and counted.
 */
export function keepMostPrecise(facts: readonly LocatedFact[]): { kept: LocatedFact[]; conflicts: number } {
  const groups = new Map<string, LocatedFact[]>();
  let conflicts = 0;
  for (const fact of facts) {
    const key = factKey(fact);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [fact]);
      continue;
    }
    const same = group.findIndex((other) => agree(other, fact));
    if (same < 0) {
      group.push(fact);
      conflicts++;
    } else {
      group[same] = better(group[same]!, fact);
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
  if (typeof first.value !== "number" || typeof second.value !== "number") return first.value === second.value;
  const room = roundingHalf(first) + roundingHalf(second);
  return Math.abs(first.value - second.value) <= room * (1 + 1e-9);
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
