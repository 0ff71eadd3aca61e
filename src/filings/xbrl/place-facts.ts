import { type Fact, type Passage } from "../../contracts/document";
import { type LocatedFact } from "./located-fact";

/** Numbers the facts and says in which passage, and where in it, each is printed. */
export function placeFacts(
  documentId: string,
  facts: readonly LocatedFact[],
  text: string,
  passages: readonly Passage[],
): Fact[] {
  return facts.map(({ place, ...fact }, index) => {
    const common = { ...fact, id: `${documentId}!${index}`, documentId };
    const passage = place === null ? null : passageAt(passages, place.start);
    if (place === null || passage === null) return { ...common, printed: null, passageId: null, span: null };
    return {
      ...common,
      // Text that runs over several passages is found by its first; it is no phrase to highlight.
      printed: place.end <= passage.end ? text.slice(place.start, place.end) : null,
      passageId: passage.id,
      span: { start: place.start - passage.start, end: Math.min(place.end, passage.end) - passage.start },
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
