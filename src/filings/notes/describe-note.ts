import { hasOneSentencePerLine } from "../calls/looks-like-call";
import { type DocumentRef } from "../../contracts/document";
import { type DocumentHints } from "../document-hints";
import { baseName } from "../document-id";
import { type OwnStatement, type Source } from "../source";
import { findWrittenDate } from "../written-date";

const headCharacters = 12_000;
const titleCharacters = 120;
const ofAFiling =
  /\bsecurities and exchange commission\b|\bcommission file (?:number|no)|\bexact name of (?:the )?registrant\b|<(?:page|type)>|\bfor immediate release\b|\(unaudited\)|\bexhibit \d/i;

/** Whether a plain text file is somebody's own words: nothing in it is of a filing, a release or a call. */
export function looksLikeNote(described: DocumentRef, source: Source, text: string, fileName: string): boolean {
  if (source.header !== null || described.form !== null || described.accession !== null) return false;
  if (source.xbrl.elements.length > 0 || !/\.txt(?:\.gz)?$/i.test(fileName)) return false;
  // A sentence on each line is a call that names nobody, or something else that nobody typed: we cannot tell.
  return !ofAFiling.test(text.slice(0, headCharacters)) && !hasOneSentencePerLine(text);
}

/** An analyst's own note: its title and its day by its front matter, its first lines, its name; the company as given. */
export function describeNote(
  described: DocumentRef,
  hints: DocumentHints,
  stated: OwnStatement | undefined,
  text: string,
): DocumentRef {
  const lines = text.split("\n", 6).map((line) => line.trim());
  const title = stated?.title ?? shortTitle(lines[0] ?? "");
  const company = hints.company ?? stated?.company ?? null;
  const filed =
    hints.filed ??
    stated?.date ??
    findWrittenDate(stated?.title ?? "") ??
    writtenInHead(lines) ??
    findWrittenDate(baseName(hints.fileName)) ??
    stated?.savedOn ??
    null;
  return {
    ...described,
    title: title ?? described.id,
    company,
    ticker: hints.ticker ?? stated?.ticker ?? null,
    form: hints.form ?? "note",
    // A year that a note speaks of is not its own.
    periodEnd: hints.periodEnd ?? null,
    filed,
  };
}

/** A day in a short first line is the note's; one in a sentence is what it speaks of. */
function writtenInHead(lines: readonly string[]): string | null {
  const short = lines.slice(0, 3).filter((line) => line.length <= titleCharacters && !/[.!?]$/.test(line));
  return findWrittenDate(short.join("\n"));
}

function shortTitle(line: string): string | null {
  return line.length >= 3 && line.length <= titleCharacters ? line : null;
}
