import { type ParsedDocument, type Passage } from "../contracts/document";
import { layOutCall } from "./calls/lay-out-call";
import { collectFacts } from "./collect-facts";
import { cutPassages } from "./cut-passages";
import { findDisclosures } from "./disclosures/find-disclosures";
import { outlineNotes } from "./disclosures/outline-notes";
import { textBlockEdges } from "./disclosures/text-block-edges";
import { describeDocument } from "./describe-document";
import { describeOwnText } from "./describe-own-text";
import { type DocumentHints } from "./document-hints";
import { baseName } from "./document-id";
import { NotAFilingError } from "./filing-errors";
import { dropPageFurniture } from "./layout/drop-page-furniture";
import { layOutText } from "./layout/lay-out-text";
import { findSections } from "./sections/find-sections";
import { type Source } from "./source";
import { joinSplitTables } from "./tables/join-split-tables";
import { resolveFacts } from "./xbrl/resolve-facts";

/** Less than this is a stub, an error page or a wrapper, not a document. */
const leastCharacters = 120;

/** A source taken apart, as one document: text, sections, tables, passages and facts. Throws `filings/not-a-filing`. */
export function assembleDocument(source: Source, hints: DocumentHints): ParsedDocument {
  const kept = joinSplitTables(dropPageFurniture(source.blocks), textBlockEdges(source.xbrl));
  let laid = layOutText(kept, source.xbrl.elements.length * 2);
  refuseStub(source, laid.text, hints.fileName);

  const located = resolveFacts(source.xbrl, laid);
  const described = describeDocument(hints, source.header, located.facts, laid.text, source.fictional);
  const document = describeOwnText(described, source, laid.text, hints);
  if (document.form === "transcript") laid = layOutText(layOutCall(kept), 0);

  const found = findSections(laid, source.links ?? [], document.form);
  const sections = found.map(({ section }) => section);
  const disclosures = findDisclosures(source.xbrl, laid, found);
  const { passages, tables } = cutPassages(document.id, laid, found, outlineNotes(disclosures, laid.blocks));
  const stated = { xbrl: source.xbrl, located: located.facts };
  const { facts, warnings } = collectFacts(document, stated, laid, sections, { passages, tables });
  return {
    document,
    text: laid.text,
    sections,
    passages: [...passages],
    tables: [...tables],
    disclosures: disclosures.map((disclosure, index) => ({
      ...disclosure,
      id: `${document.id}~${index}`,
      spans: [...disclosure.spans],
    })),
    facts: [...facts],
    textShare: shareOf(passages, laid.text),
    warnings: [...source.warnings, ...located.warnings, ...warnings],
  };
}

function refuseStub(source: Source, text: string, fileName: string): void {
  const name = baseName(fileName);
  if (text.trim() === "") throw new NotAFilingError(name, "it holds no visible text");
  if (text.length < leastCharacters && source.xbrl.elements.length === 0) {
    throw new NotAFilingError(name, `it holds only ${text.length} characters of text`);
  }
}

/** Spaces and line ends between passages belong to none and are not counted. */
function shareOf(passages: readonly Passage[], text: string): number {
  const all = solidCharacters(text, 0, text.length);
  let missed = 0;
  let end = 0;
  for (const passage of passages) {
    missed += solidCharacters(text, end, passage.start);
    end = Math.max(end, passage.end);
  }
  missed += solidCharacters(text, end, text.length);
  return all === 0 ? 0 : (all - missed) / all;
}

function solidCharacters(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (text.charCodeAt(index) > 32) count++;
  return count;
}
