import { dayWords, formAfterArticle } from "../../contracts/document-words";
import { type Fact } from "../../contracts/document";
import { type Citation } from "../../contracts/evidence";
import { type RichText, type Segment, type ShownNumber } from "../../contracts/rich-text";

/** Plain words, a number bound to what it is, or a segment as it stands. */
export type TextPart = string | ShownNumber | Segment;

/** Prose from its parts; neighbouring words are joined. */
export function writeText(...parts: readonly TextPart[]): RichText {
  const text: RichText = [];
  for (const part of parts) {
    const last = text.at(-1);
    if (typeof part !== "string") text.push("verdict" in part ? { kind: "number", number: part } : part);
    else if (part === "") continue;
    else if (last?.kind === "text") text[text.length - 1] = { kind: "text", text: last.text + part };
    else text.push({ kind: "text", text: part });
  }
  return text;
}

/** "form, period, filed", as much as is known: "10-K for the period to 2024-09-28, filed 2024-11-01". */
export function nameDocument(document: Citation["document"]): string {
  const form = formAfterArticle(document);
  const period = document.periodEnd === null ? "" : ` for the period to ${document.periodEnd}`;
  const filed = document.filed === null ? "" : `, ${dayWords(document)}`;
  return `${form}${period}${filed}${document.fictional ? " (a made-up company)" : ""}`;
}

/** Which document reports a fact; what was read from a table and not tagged by the filer is said to be. */
export function nameReport(item: { readonly fact: Fact; readonly document: Citation["document"] }): string {
  return `${nameDocument(item.document)}${item.fact.source === "read" ? "; read from its table, not tagged" : ""}`;
}

/** Citations without repetition, in order. */
export function uniqueCitations(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((item) => [`${item.passageId}@${item.start}-${item.end}`, item])).values()];
}
