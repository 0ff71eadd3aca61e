import { dayWords, formAfterArticle } from "../../contracts/document-words";
import { type StatementOfAnswer } from "../../contracts/answer";
import { type DocumentRef } from "../../contracts/document";
import { nameDocument } from "../numbers/write-text";

/**
 * Documents in full where they are first named, and short after that: "the same 10-K" within a statement that named no
 * other since, "10-K filed 2025-02-21" else. Quotes are left alone.
 */
export function nameDocumentsOnce(
  statements: readonly StatementOfAnswer[],
  documents: readonly DocumentRef[],
): StatementOfAnswer[] {
  const byName = new Map(documents.map((document) => [nameDocument(document), document]));
  // Two companies' reports of one day read alike: neither may be taken for the one already named.
  for (const document of documents)
    if (byName.get(nameDocument(document))?.id !== document.id) byName.delete(nameDocument(document));
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const named = new Set<string>();
  return statements.map((statement) => {
    let latest: string | null = null;
    const text = statement.text.map((segment) => {
      if (segment.kind !== "text") return segment;
      let written = "";
      let rest = segment.text;
      for (;;) {
        const next = firstOf(names, rest);
        if (next === null) return { ...segment, text: written + rest };
        const document = byName.get(next.name);
        const before = rest.slice(0, next.at);
        const again = latest === next.name;
        const short = document === undefined ? next.name : nameShortly(document, again, /\bthe $/.test(before));
        written += before + (named.has(next.name) ? short : next.name);
        named.add(next.name);
        latest = next.name;
        rest = rest.slice(next.at + next.name.length);
      }
    });
    return { ...statement, text };
  });
}

function firstOf(names: readonly string[], text: string): { name: string; at: number } | null {
  const found = names.flatMap((name) => (text.includes(name) ? [{ name, at: text.indexOf(name) }] : []));
  return found.sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0] ?? null;
}

function nameShortly(document: DocumentRef, again: boolean, hasArticle: boolean): string {
  const form = formAfterArticle(document);
  if (again) return hasArticle ? `same ${form}` : `the same ${form}`;
  if (document.filed !== null) return `${form} ${dayWords(document)}`;
  return document.periodEnd === null ? form : `${form} for the period to ${document.periodEnd}`;
}
