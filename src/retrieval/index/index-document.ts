import { type ParsedDocument, type Passage } from "../../contracts/document";
import { type DocumentIndex, type PassageIndexEntry } from "../../storage/passage-index";
import { classifyStatement, type StatementLikeness } from "./classify-statement";
import { readFiscalPeriod } from "./read-fiscal-period";
import { sentencePrints } from "./sentence-prints";
import { termFrequencyWeights } from "../words/lexical-weights";
import { numberPrintOf, wordPrintOf } from "../words/text-print";
import { tokenize } from "../words/tokenize";

/** What search needs of a document beyond its text: terms, statement pages, contents pages, prints, fiscal period. */
export function indexDocument(parsed: ParsedDocument): DocumentIndex {
  const read = parsed.passages.map((passage, i) => {
    const numberShare = numberShareOf(passage.text);
    const contentsPage = isContentsPage(passage);
    const before = parsed.passages[i - 1]?.kind === "text" ? parsed.passages[i - 1]!.text : "";
    return {
      passage,
      numberShare,
      contentsPage,
      likeness: classifyStatement(passage, before, { numberShare, contentsPage }),
    };
  });
  const strongest = strongestLikeness(read.map((entry) => entry.likeness));
  return {
    ...readFiscalPeriod(parsed),
    passages: read.map(({ passage, numberShare, contentsPage, likeness }): PassageIndexEntry => {
      const terms = tokenize(passage.text);
      const headings = passage.path.slice(-2).flatMap(tokenize);
      return {
        terms: termFrequencyWeights([...terms, ...headings]),
        numberShare,
        contentsPage,
        statement: likeness?.statement ?? null,
        // Relative to the document's best: a note's table is like a balance sheet until one sees the balance sheet.
        statementStrength: likeness ? (likeness.likeness / (strongest.get(likeness.statement) ?? 1)) ** 4 : 0,
        wordPrint: wordPrintOf(terms),
        numberPrint: numberPrintOf(terms),
      };
    }),
    sentences: sentencePrints(parsed),
  };
}

function strongestLikeness(all: readonly (StatementLikeness | null)[]): Map<string, number> {
  const strongest = new Map<string, number>();
  for (const one of all) {
    if (one) strongest.set(one.statement, Math.max(one.likeness, strongest.get(one.statement) ?? 0));
  }
  return strongest;
}

function numberShareOf(text: string): number {
  const words = text.split(/\s+/).filter((word) => word !== "").length;
  return words === 0 ? 0 : (text.match(/\d[\d,]*\.?\d*/g)?.length ?? 0) / words;
}

/** A page of headings with page numbers names everything and says nothing. */
function isContentsPage(passage: Passage): boolean {
  const lines = passage.text.split("\n");
  const dotted = lines.filter((line) => /(?:\. ?){4,}|\bpage\b/i.test(line)).length;
  const headings = lines.filter((line) => /^\W*(?:item|note)\s+\d/i.test(line.trim())).length;
  return dotted + (headings > 6 ? 5 : 0) >= 4;
}
