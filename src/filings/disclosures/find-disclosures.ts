import { type LaidText } from "../layout/lay-out-text";
import { type FoundSection } from "../sections/find-sections";
import { type RawXbrl } from "../xbrl/fact-collector";
import { endOf, type FoundDisclosure, startOf } from "./found-disclosure";
import { headedDisclosures } from "./headed-disclosures";
import { taggedDisclosures } from "./tagged-disclosures";

/** Of the headings at least so many must be tagged, before one that is not is believed. */
const trustedShare = 0.6;

/** Notes, policies, tables and details: as tagged where notes are tagged, by their headings where not. */
export function findDisclosures(
  xbrl: RawXbrl,
  laid: LaidText,
  sections: readonly FoundSection[],
): readonly FoundDisclosure[] {
  const tagged = taggedDisclosures(xbrl, laid);
  const notes = tagged.filter(({ kind }) => kind === "note");
  const wanted = notes.length === 0 ? "notes and policies" : "notes";
  const headed = headedDisclosures(laid.blocks, sections, wanted);
  const more = notes.length === 0 ? headed : untaggedNotes(headed, notes);
  return more.length === 0
    ? tagged
    : [...tagged, ...more].sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
}

/** Filers leave single notes untagged; the heading in the row of the others tells them. */
function untaggedNotes(headed: readonly FoundDisclosure[], notes: readonly FoundDisclosure[]): FoundDisclosure[] {
  const starts = new Set(notes.map(startOf));
  const headings = headed.filter(({ kind }) => kind === "note");
  const known = headings.filter((heading) => starts.has(startOf(heading)));
  if (known.length < headings.length * trustedShare) return [];
  const spans = notes.flatMap((note) => note.spans);
  return headings.filter(
    (heading) => !spans.some(({ start, end }) => start < endOf(heading) && startOf(heading) < end),
  );
}
