import { type NumberPlace } from "../printed/number-places";
import { significand } from "../printed/printed-number";
import { type Candidate, conceptStems, fitsPrecision } from "./candidate-places";
import { type LocatedFact } from "./located-fact";
import { ShareTally } from "./share-tally";

/** What speaks for a fact being printed at a place, each 0 to 1. */
export interface PlaceSigns {
  /** Digits that count: a long number stands nowhere by chance. */
  readonly digits: number;
  readonly precision: number;
  /** Share of the concept's words that name the row, its column or its table. */
  readonly label: number;
  /** Share of the members' words that stand around; 1 without dimensions. */
  readonly members: number;
  readonly hasMembers: number;
  /** Share of the column's facts that are of this period. */
  readonly column: number;
  /** Other numbers of the row are this concept's in other periods. */
  readonly row: number;
  /** Share of the table's numbers that are facts' values. */
  readonly table: number;
  readonly inText: number;
  /** One over the number of facts that have this value. */
  readonly alone: number;
  /** Share of the table's amounts that are printed at this scale. */
  readonly scale: number;
  /** The fact's year is named around. */
  readonly year: number;
}

/** Looks at all candidates together: what stands in one column is of one period, what stands in one row of one concept. */
export function weighPlaces(
  facts: readonly LocatedFact[],
  places: readonly NumberPlace[],
  candidates: readonly Candidate[],
): PlaceSigns[] {
  const columns = new ShareTally();
  const rows = new Map<string, Set<string>>();
  const scales = new ShareTally();
  const found = new Set<number>();
  const factsAt = new Map<number, number>();
  const numbersOf = new Map<number, number>();
  const placesOf = new Map<number, number>();
  for (const { block } of places) numbersOf.set(block, (numbersOf.get(block) ?? 0) + 1);
  for (const { fact, place } of candidates) {
    factsAt.set(place, (factsAt.get(place) ?? 0) + 1);
    placesOf.set(fact, (placesOf.get(fact) ?? 0) + 1);
  }
  const foundOf = new Map<number, number>();
  for (const candidate of candidates) {
    const place = places[candidate.place]!;
    const fact = facts[candidate.fact]!;
    if (!found.has(candidate.place)) {
      found.add(candidate.place);
      foundOf.set(place.block, (foundOf.get(place.block) ?? 0) + 1);
    }
    if (place.row < 0) continue;
    const weight =
      (significand(place.digits).length >= 3 ? 1 : 0.1) /
      (placesOf.get(candidate.fact)! * factsAt.get(candidate.place)!);
    columns.add(columnKey(place), periodOf(fact), weight);
    if (isMoney(fact)) scales.add(String(place.block), String(candidate.power), weight);
    const key = `${place.block}:${place.row}:${subjectOf(fact)}`;
    const among = rows.get(key) ?? new Set();
    rows.set(key, among.add(`${place.column} ${periodOf(fact)}`));
  }
  return candidates.map((candidate) => {
    const fact = facts[candidate.fact]!;
    const place = places[candidate.place]!;
    const inText = place.row < 0;
    const words = conceptStems(fact.concept);
    const members = new Set(Object.values(fact.dimensions).flatMap((member) => [...conceptStems(member)]));
    const around = [place.rowWords, place.columnWords, place.captionWords];
    const others = rows.get(`${place.block}:${place.row}:${subjectOf(fact)}`);
    return {
      digits: Math.min(significand(place.digits).length, 6) / 6,
      precision: fitsPrecision(fact, place, candidate.power) ? 1 : 0,
      label: shareIn(words, around),
      members: members.size === 0 ? 1 : shareIn(members, around),
      hasMembers: Object.keys(fact.dimensions).length > 0 ? 1 : 0,
      column: inText ? 0 : columns.share(columnKey(place), periodOf(fact)),
      row: others !== undefined && hasOther(others, place.column, periodOf(fact)) ? 1 : 0,
      table: inText ? 0 : (foundOf.get(place.block) ?? 0) / numbersOf.get(place.block)!,
      inText: inText ? 1 : 0,
      alone: 1 / factsAt.get(candidate.place)!,
      scale: inText || !isMoney(fact) ? 1 : scales.share(String(place.block), String(candidate.power)),
      year: around.some((one) => one.has((fact.end ?? "").slice(0, 4))) ? 1 : 0,
    };
  });
}

function hasOther(others: ReadonlySet<string>, column: number, period: string): boolean {
  for (const other of others) {
    const space = other.indexOf(" ");
    if (other.slice(0, space) !== String(column) && other.slice(space + 1) !== period) return true;
  }
  return false;
}

function columnKey(place: NumberPlace): string {
  return `${place.block}:${place.column}`;
}

function periodOf(fact: LocatedFact): string {
  return `${fact.start ?? ""}/${fact.end ?? ""}`;
}

function subjectOf(fact: LocatedFact): string {
  return `${fact.concept} ${Object.values(fact.dimensions).join()}`;
}

function isMoney(fact: LocatedFact): boolean {
  return /^[A-Z]{3}$/.test(fact.unit ?? "");
}

function shareIn(words: ReadonlySet<string>, around: readonly ReadonlySet<string>[]): number {
  if (words.size === 0) return 0;
  let hits = 0;
  for (const word of words) if (around.some((one) => one.has(word))) hits++;
  return hits / words.size;
}
