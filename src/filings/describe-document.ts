import { type DocumentRef } from "../contracts/document";
import { type DocumentHints } from "./document-hints";
import { accessionInName, documentId } from "./document-id";
import { findSigner, readCover } from "./read-cover";
import { type SubmissionHeader } from "./split-submission";
import { type LocatedFact } from "./xbrl/located-fact";

const coverCharacters = 12_000;

type TaggedValue = Pick<LocatedFact, "concept" | "value" | "dimensions">;

/** What the document is: what the bringer says, else its own tagged facts, its submission's header, its cover page. */
export function describeDocument(
  hints: DocumentHints,
  header: SubmissionHeader | null,
  facts: readonly TaggedValue[],
  text: string,
  fictional: boolean,
): DocumentRef {
  const tagged = (name: string): string | null => taggedText(facts, name);
  const cover = readCover(text.slice(0, coverCharacters));
  const company =
    hints.company ??
    tagged("EntityRegistrantName") ??
    header?.company ??
    cover.company ??
    (cover.form === null ? null : findSigner(text));
  const form = hints.form ?? tagged("DocumentType") ?? header?.form ?? cover.form;
  const periodEnd =
    hints.periodEnd ??
    day(tagged("DocumentPeriodEndDate")) ??
    header?.periodEnd ??
    (isLetter(form) ? null : cover.periodEnd);
  const id = documentId(hints);
  return {
    id,
    title: [company, form, periodEnd].filter((part) => part !== null).join(", ") || id,
    company,
    ticker: hints.ticker ?? tagged("TradingSymbol"),
    cik: hints.cik ?? tagged("EntityCentralIndexKey") ?? header?.cik ?? null,
    form,
    periodEnd,
    filed: hints.filed ?? header?.filed ?? null,
    accession: hints.accession ?? header?.accession ?? accessionInName(hints.fileName),
    fictional: hints.fictional ?? fictional,
  };
}

/** The value for the company as a whole; filers with several classes of stock tag a symbol for each, the first is taken. */
function taggedText(facts: readonly TaggedValue[], name: string): string | null {
  let withDimensions: string | null = null;
  for (const fact of facts) {
    if (fact.concept !== `dei:${name}` || typeof fact.value !== "string" || fact.value.trim() === "") continue;
    const value = fact.value.replace(/\s+/g, " ").trim();
    if (Object.keys(fact.dimensions).length === 0) return value;
    withDimensions ??= value;
  }
  return withDimensions;
}

/** The year a letter speaks of is another filing's. */
function isLetter(form: string | null): boolean {
  return /^(?:CORRESP|UPLOAD|LETTER)$/i.test(form ?? "");
}

function day(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
