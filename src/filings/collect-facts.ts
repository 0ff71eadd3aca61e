import { type DocumentRef, type Fact, type FilingTable, type Passage, type Section } from "../contracts/document";
import { type LaidText } from "./layout/lay-out-text";
import { readFacts } from "./read-facts/read-facts";
import { findPrintedPlaces } from "./xbrl/find-printed-places";
import { type RawXbrl } from "./xbrl/fact-collector";
import { type LocatedFact } from "./xbrl/located-fact";
import { placeFacts } from "./xbrl/place-facts";

export interface FactsFound {
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
}

/**
 * The document's facts, each with the place where it is printed as far as that is sure. Only where no figure is tagged
 * (a release's cover may be) are figures read from its tables: the two are never mixed.
 */
export function collectFacts(
  document: DocumentRef,
  { xbrl, located }: { readonly xbrl: RawXbrl; readonly located: readonly LocatedFact[] },
  laid: LaidText,
  sections: readonly Section[],
  { passages, tables }: { readonly passages: readonly Passage[]; readonly tables: readonly FilingTable[] },
): FactsFound {
  const placed = standsApart(xbrl) ? findPrintedPlaces(located, laid, sections, document.form) : located;
  const tagged = placeFacts(document.id, placed, laid.text, passages);
  if (document.form === "transcript" || tagged.some(({ unit }) => unit !== null))
    return { facts: tagged, warnings: [] };
  const read = readFacts(document, tables, passages);
  const renumbered = read.facts.map((fact, index) => ({ ...fact, id: `${document.id}!${tagged.length + index}` }));
  return { facts: [...tagged, ...renumbered], warnings: read.warnings };
}

/** Nothing is tagged in the page itself: the facts came in an instance beside it. */
function standsApart({ elements }: RawXbrl): boolean {
  return elements.length > 0 && elements.every(({ isHidden }) => isHidden);
}
