import { type DocumentRef } from "./document";

type Named = Pick<DocumentRef, "form" | "title">;

/** What a document is called where a filing is called by its form: an analyst's note is the analyst's, a call a call. */
export function formWords({ form, title }: Named): string {
  if (form === "note") return "your own note";
  if (form === "transcript") return "call";
  return form ?? title;
}

/** The same behind an article: "the 10-K", "the note of your own". */
export function formAfterArticle(document: Named): string {
  return document.form === "note" ? "note of your own" : formWords(document);
}

/** "filed 2025-02-20", "held 2025-02-20" for a call, "written 2025-02-20" for a note; "filing date unknown" and the like. */
export function dayWords({ form, filed }: Pick<DocumentRef, "form" | "filed">): string {
  const [done, missing] =
    form === "note"
      ? ["written", "undated"]
      : form === "transcript"
        ? ["held", "day unknown"]
        : ["filed", "filing date unknown"];
  return filed === null ? missing : `${done} ${filed}`;
}
