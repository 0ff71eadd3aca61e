import { type DocumentRef } from "../contracts/document";
import { describeCall } from "./calls/describe-call";
import { looksLikeCall } from "./calls/looks-like-call";
import { type DocumentHints } from "./document-hints";
import { describeNote, looksLikeNote } from "./notes/describe-note";
import { describeRelease, looksLikeRelease } from "./releases/describe-release";
import { type Source } from "./source";

/** What a document without a filing's cover is: a release by its headline, a call by its speakers, a note by its file; else it stays as described. */
export function describeOwnText(
  described: DocumentRef,
  source: Source,
  text: string,
  hints: DocumentHints,
): DocumentRef {
  const form = hints.form ?? source.stated?.form ?? described.form;
  const mayBeRelease = form === null && source.header === null && source.stated === undefined;
  if (mayBeRelease && looksLikeRelease(described, text)) return describeRelease(described, hints, text);
  const mayBeCall = hints.form === undefined && source.header === null && (form === null || form === "note");
  if (form === "transcript" || (mayBeCall && looksLikeCall(text))) {
    return describeCall(described, hints, source.stated, text);
  }
  if (form === "note" || (hints.form === undefined && looksLikeNote(described, source, text, hints.fileName))) {
    return describeNote(described, hints, source.stated, text);
  }
  return described;
}
