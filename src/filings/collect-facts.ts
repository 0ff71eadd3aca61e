import { type DocumentRef, type Fact, type Passage, type Section } from "../contracts/document";
import { type LaidText } from "./layout/lay-out-text";
import { findPrintedPlaces } from "./xbrl/find-printed-places";
import { type RawXbrl } from "./xbrl/fact-collector";
import { type LocatedFact } from "./xbrl/located-fact";
import { placeFacts } from "./xbrl/place-facts";

export interface FactsFound {
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
}

/** The document's facts, each with the place where it is printed as far as that is sure. */
export function collectFacts(
  document: DocumentRef,
  { xbrl, located }: { readonly xbrl: RawXbrl; readonly located: readonly LocatedFact[] },
  laid: LaidText,
  sections: readonly Section[],
  passages: readonly Passage[],
): FactsFound {
  const placed = standsApart(xbrl) ? findPrintedPlaces(located, laid, sections, document.form) : located;
  return { facts: placeFacts(document.id, placed, laid.text, passages), warnings: [] };
}

/** Nothing is tagged in the page itself: the facts came in an instance beside it. */
function standsApart({ elements }: RawXbrl): boolean {
  return elements.length > 0 && elements.every(({ isHidden }) => isHidden);
}
