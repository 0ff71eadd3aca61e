import { type Fact, type Passage } from "../../contracts/document";
import { type LocatedFact } from "./located-fact";

/** Numbers the facts and says in which passage, and where in it, each is printed. */
export function placeFacts(
  documentId: string,
  facts: readonly LocatedFact[],
  text: string,
  passages: readonly Passage[],
): Fact[] {
  return facts.map((fact, index) => {
    const { place } = fact;
    const passage = place === null ? null : passageAt(passages, place.start);
    const isPlaced = place !== null && passage !== null;
    // Named one by one: a filing has thousands, and leaving one out of the rest costs ten times as much.
    return {
      source: fact.source,
      concept: fact.concept,
      unit: fact.unit,
      start: fact.start,
      end: fact.end,
      dimensions: fact.dimensions,
      value: fact.value,
      decimals: fact.decimals,
      id: `${documentId}!${index}`,
      documentId,
      // Text that runs over several passages is found by its first; it is no phrase to highlight.
      printed: isPlaced && place.end <= passage.end ? text.slice(place.start, place.end) : null,
      passageId: isPlaced ? passage.id : null,
      span: isPlaced
        ? { start: place.start - passage.start, end: Math.min(place.end, passage.end) - passage.start }
        : null,
    };
  });
}

function passageAt(passages: readonly Passage[], offset: number): Passage | null {
  let low = 0;
  let high = passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle]!;
    if (offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return passage;
  }
  return null;
}
