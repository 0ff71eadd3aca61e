import { type Section } from "../../contracts/document";
import { type LaidText } from "../layout/lay-out-text";
import { findNumberPlaces } from "../printed/number-places";
import { findCandidates } from "./candidate-places";
import { type LocatedFact } from "./located-fact";
import { statementsRegion } from "./statements-region";
import { type PlaceSigns, weighPlaces } from "./weigh-places";

/**
 * How much each sign says, as log odds: fitted to filings whose tags say where each fact is printed, and checked on
 * others of them (tests/accuracy/filings/compare-placed-facts.ts).
 */
const weights: Readonly<Record<keyof PlaceSigns, number>> = {
  digits: -1.67,
  precision: 1.37,
  label: 3.82,
  members: 1.04,
  hasMembers: 0,
  column: 1.38,
  row: 1,
  table: 3.57,
  inText: 3.37,
  alone: 3.19,
  scale: 2.04,
  year: 0.27,
};
const bias = -12.09;
/** Below these a fact stays without a place; facts of a part of the company are more easily taken for one another. */
const leastOdds = 2;
const leastOddsOfPart = 3.2;

/**
 * Where the facts of an instance that stands beside its page are printed: the number has the value, and row, column and
 * table speak for it. One place for a fact, one fact at a place; what is not clear stays without.
 */
export function findPrintedPlaces(
  facts: readonly LocatedFact[],
  laid: Pick<LaidText, "text" | "blocks">,
  sections: readonly Section[],
  form: string | null,
): LocatedFact[] {
  const region = statementsRegion(sections, form, laid.text.length);
  const main = laid.blocks.filter(({ exhibit }) => exhibit === null);
  const places = findNumberPlaces(main).filter(
    ({ span }) => region === null || region.some(({ start, end }) => span.start >= start && span.start < end),
  );
  const candidates = findCandidates(facts, places);
  const signs = weighPlaces(facts, places, candidates);
  const odds = signs.map(oddsOf);
  const order = candidates.map((_, index) => index).filter((index) => odds[index]! >= least(signs[index]!));
  order.sort((a, b) => odds[b]! - odds[a]!);
  const placed = [...facts];
  const taken = new Set<number>();
  for (const index of order) {
    const { fact, place } = candidates[index]!;
    if (placed[fact]!.place !== null || taken.has(place)) continue;
    taken.add(place);
    placed[fact] = { ...placed[fact]!, place: places[place]!.span };
  }
  return placed;
}

function least(signs: PlaceSigns): number {
  return signs.hasMembers === 1 ? leastOddsOfPart : leastOdds;
}

function oddsOf(signs: PlaceSigns): number {
  let odds = bias;
  for (const [name, weight] of Object.entries(weights)) odds += weight * signs[name as keyof PlaceSigns];
  // A long number that only one fact has is found by itself; a short one needs its label.
  odds += 5.58 * signs.digits * signs.alone - 3.68 * signs.label * signs.digits;
  odds += signs.inText * (1.71 * signs.label + 1.23 * signs.digits + 0.65 * signs.year);
  return odds + 1.34 * signs.members * signs.hasMembers;
}
