import { splitSentences } from "../../concepts/sentence-spans";
import { type FiscalCalendar } from "../../concepts/time/fiscal-calendar";
import { pageAt } from "../../contracts/document";
import { type Citation, type Evidence } from "../../contracts/evidence";
import { type NumberFormatAsked } from "../numbers/format-quantity";
import { allowedMentions } from "./allowed-mentions";
import { type Catalog } from "./catalog";
import { checkBindings } from "./check-bindings";
import { checkWords } from "./check-words";
import { type Draft } from "./draft-schema";
import { findLiterals } from "./find-literals";
import { locateQuote } from "./locate-quote";
import { type Problem } from "./problem";
import { readReferences } from "./read-references";
import { type ReferenceBook, type ResolvedReference, resolveReference } from "./reference-meaning";
import { resolveCalculations } from "./resolve-calculations";

/** A statement that was read whole: its pieces in order, and what each of them stands on. */
export interface CheckedStatement {
  readonly pieces: readonly CheckedPiece[];
  /** Verbatim slices, in the order claimed. */
  readonly quotes: readonly Citation[];
}

export type CheckedPiece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "reference"; readonly resolved: ResolvedReference };

export interface CheckedDraft {
  readonly statements: readonly CheckedStatement[];
  readonly problems: readonly Problem[];
}

const mostStatements = 12;
const longestStatement = 1_500;
const shortestQuote = 8;
const longestQuote = 900;

/** Holds a draft against what was offered; every problem is named, none is mended silently. */
export function checkDraft(
  draft: Draft,
  context: { catalog: Catalog; calendar: FiscalCalendar; format: NumberFormatAsked; severalCompanies: boolean },
): CheckedDraft {
  const { catalog, calendar, format } = context;
  const { calculations, problems } = resolveCalculations(draft, catalog, calendar, context.severalCompanies);
  const book: ReferenceBook = { catalog, calculations, calendar, format };
  if (draft.statements.length > mostStatements)
    problems.push({ kind: "too-much", statement: null, message: `At most ${mostStatements} statements.` });
  if (draft.statements.length === 0)
    problems.push({ kind: "unsupported", statement: null, message: "There is no statement." });
  const statements = draft.statements.slice(0, mostStatements).map((statement, index) => {
    const checked = checkStatement(statement, index, book);
    problems.push(...checked.problems);
    return checked.statement;
  });
  return { statements, problems };
}

function checkStatement(
  statement: Draft["statements"][number],
  index: number,
  book: ReferenceBook,
): { statement: CheckedStatement; problems: Problem[] } {
  const problems: Problem[] = [];
  const add = (kind: Problem["kind"], message: string): void => void problems.push({ kind, statement: index, message });
  if (statement.text.length > longestStatement) add("too-much", `At most ${longestStatement} characters a statement.`);
  const quotes = statement.claims.flatMap((claim) => {
    const located = checkClaim(claim, book.catalog);
    if (typeof located === "string") add("quote-not-verbatim", located);
    return typeof located === "string" ? [] : [located];
  });
  const resolved = readReferences(statement.text.slice(0, longestStatement)).map((piece) => {
    if (piece.kind === "words") return { ...piece, resolved: null };
    const reference = resolveReference(piece, book);
    if (reference === null) add("unknown-reference", `${piece.written} was not offered, or could not be computed.`);
    return { ...piece, resolved: reference };
  });
  const references = resolved.flatMap((piece) => (piece.kind === "reference" ? (piece.resolved ?? []) : []));
  if (references.length === 0 && quotes.length === 0)
    add("unsupported", "A statement needs a reference or a quote to stand on.");

  const words = resolved.map((piece) => (piece.kind === "words" ? piece.text : "\u0001")).join("");
  problems.push(
    ...checkWords(
      words,
      quotes.map((quote) => quote.quote),
      references.length > 0,
      index,
    ),
  );
  const companies = [...new Set([...book.catalog.facts.values()].flatMap((item) => item.document.company ?? []))];
  let at = 0;
  for (const sentence of splitSentences(words)) {
    const count = sentence.split("\u0001").length - 1;
    const spoken = resolved.filter((piece) => piece.kind === "reference").slice(at, at + count);
    at += count;
    const meanings = spoken.flatMap((piece) => piece.resolved?.meaning ?? []);
    problems.push(...checkBindings({ words: sentence, references: meanings }, index, companies));
  }

  const passages = statement.claims.flatMap((claim) => book.catalog.passages.get(claim.passage) ?? []);
  const allowed = allowedMentions(
    {
      facts: references.flatMap((reference) => reference.facts),
      cells: references.flatMap((reference) => reference.cells),
      passages,
      quotes: quotes.map((quote) => quote.quote),
    },
    book.calendar,
  );
  const pieces = resolved.flatMap((piece): CheckedPiece[] => {
    if (piece.kind === "reference")
      return piece.resolved === null ? [] : [{ kind: "reference", resolved: piece.resolved }];
    const literals = findLiterals(piece.text, allowed);
    for (const literal of literals)
      add("literal-number", `"${literal.text}" is typed; use a reference, or put it inside a quote.`);
    return markLiterals(piece.text, literals);
  });
  return { statement: { pieces, quotes }, problems };
}

function markLiterals(text: string, literals: readonly { start: number; end: number }[]): CheckedPiece[] {
  const pieces: CheckedPiece[] = [];
  let at = 0;
  for (const literal of literals) {
    if (literal.start > at) pieces.push({ kind: "words", text: text.slice(at, literal.start) });
    pieces.push({ kind: "literal", text: text.slice(literal.start, literal.end) });
    at = literal.end;
  }
  if (at < text.length) pieces.push({ kind: "words", text: text.slice(at) });
  return pieces;
}

/** The citation, or why the quote cannot stand. */
function checkClaim(claim: { passage: string; quote: string }, catalog: Catalog): Citation | string {
  const passage = catalog.passages.get(claim.passage);
  if (passage === undefined) return `There is no passage "${claim.passage}".`;
  if (claim.quote.length > longestQuote) return `A quote has at most ${longestQuote} characters.`;
  if (claim.quote.trim().length < shortestQuote) return `A quote has at least ${shortestQuote} characters.`;
  const span = locateQuote(passage.text, claim.quote);
  if (span === null) return `The quote from ${claim.passage} does not stand there word for word.`;
  return citeSlice(passage, span);
}

/** A citation of a passage's own slice. */
export function citeSlice(passage: Evidence, span: { start: number; end: number }): Citation {
  return {
    passageId: passage.passageId,
    document: passage.document,
    part: passage.part,
    item: passage.item,
    page: pageAt(passage, span.start),
    quote: passage.text.slice(span.start, span.end),
    ...span,
  };
}
