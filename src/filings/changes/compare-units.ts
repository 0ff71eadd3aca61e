import { type UnitChange } from "../../contracts/filing-changes";
import { type AlignedPair } from "./align-sentences";
import { type ItemSentence } from "./item-sentence";

/** This share of what stands under a heading must have stood under another for the two to be one matter. */
const sameMatterShare = 0.4;

interface Unit {
  readonly heading: string;
  readonly passageId: string;
  /** Places of the sentences under the heading, and of the heading's own. */
  readonly body: readonly number[];
  readonly headingPlaces: readonly number[];
}

const order: Record<UnitChange["kind"], number> = { new: 0, dropped: 1, reworded: 2, changed: 3 };

/**
 * Headings with what stands under them: which are new, which were dropped, whose heading was reworded and under which
 * sentences were added, removed or reworded. Updated figures alone do not change a unit.
 */
export function compareUnits(
  earlier: readonly ItemSentence[],
  later: readonly ItemSentence[],
  pairs: readonly AlignedPair[],
): UnitChange[] {
  const [unitsBefore, unitsAfter] = [unitsOf(earlier), unitsOf(later)];
  const fromOf = new Map(pairs.map((pair) => [pair.later, pair]));
  const unitOfEarlier = new Map(
    unitsBefore.flatMap((unit) => [...unit.headingPlaces, ...unit.body].map((place) => [place, unit] as const)),
  );
  const continued = new Map<Unit, number>();
  const changes: UnitChange[] = [];
  for (const unit of unitsAfter) {
    const before = predecessorOf(unit, fromOf, unitOfEarlier);
    const fresh = unit.body.filter((place) => isNewOrReworded(fromOf.get(place))).length;
    if (before === null) {
      changes.push(describe("new", unit, null, unit.body.length, 0));
      continue;
    }
    continued.set(before, (continued.get(before) ?? 0) + 1);
    const kept = new Set(unit.body.flatMap((place) => fromOf.get(place)?.earlier ?? []));
    const removed = continued.get(before) === 1 ? before.body.filter((place) => !kept.has(place)).length : 0;
    const reworded = unit.headingPlaces.some((place) => isNewOrReworded(fromOf.get(place)));
    if (reworded) changes.push(describe("reworded", unit, before.heading, fresh, removed));
    else if (fresh + removed > 0) changes.push(describe("changed", unit, before.heading, fresh, removed));
  }
  const keptPlaces = new Set(pairs.map((pair) => pair.earlier));
  for (const unit of unitsBefore) {
    const gone = unit.body.filter((place) => !keptPlaces.has(place)).length;
    const headingGone = unit.headingPlaces.every((place) => !keptPlaces.has(place));
    if (!continued.has(unit) && headingGone && gone > unit.body.length * (1 - sameMatterShare))
      changes.push({ ...describe("dropped", unit, unit.heading, 0, gone), sentences: 0 });
  }
  const weight = (change: UnitChange) => change.newSentences + change.removedSentences;
  return changes.sort((a, b) => order[a.kind] - order[b.kind] || weight(b) - weight(a));
}

function isNewOrReworded(pair: AlignedPair | undefined): boolean {
  return pair === undefined || pair.as === "like";
}

function describe(
  kind: UnitChange["kind"],
  unit: Unit,
  earlierHeading: string | null,
  newSentences: number,
  removedSentences: number,
): UnitChange {
  const { heading, passageId, body } = unit;
  return { kind, heading, earlierHeading, passageId, sentences: body.length, newSentences, removedSentences };
}

/** The unit whose heading this one's heading was, else the one that gave most of what stands under it. */
function predecessorOf(
  unit: Unit,
  fromOf: ReadonlyMap<number, AlignedPair>,
  unitOfEarlier: ReadonlyMap<number, Unit>,
): Unit | null {
  for (const place of unit.headingPlaces) {
    const before = unitOfEarlier.get(fromOf.get(place)?.earlier ?? -1);
    if (before !== undefined) return before;
  }
  const given = new Map<Unit, number>();
  for (const place of unit.body) {
    const before = unitOfEarlier.get(fromOf.get(place)?.earlier ?? -1);
    if (before !== undefined) given.set(before, (given.get(before) ?? 0) + 1);
  }
  const [most] = [...given].sort((a, b) => b[1] - a[1]);
  return most !== undefined && most[1] >= unit.body.length * sameMatterShare ? most[0] : null;
}

/** Headings over headings have nothing of their own under them and are no units. */
function unitsOf(sentences: readonly ItemSentence[]): Unit[] {
  const units = new Map<number, { heading: string; passageId: string; body: number[]; headingPlaces: number[] }>();
  for (const [place, { unit, isHeading, text, passageId }] of sentences.entries()) {
    if (unit === null) continue;
    let known = units.get(unit);
    if (known === undefined) units.set(unit, (known = { heading: "", passageId, body: [], headingPlaces: [] }));
    if (isHeading) {
      known.heading = `${known.heading} ${text.replace(/\s+/g, " ")}`.trim();
      known.headingPlaces.push(place);
    } else known.body.push(place);
  }
  return [...units.values()].filter(({ body }) => body.length > 0);
}
