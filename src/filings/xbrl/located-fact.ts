import { type Fact } from "../../contracts/document";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A fact before passages are cut: its place is a span of the document's text, null where it is hidden. */
export interface LocatedFact extends Omit<Fact, "id" | "documentId" | "printed" | "passageId" | "span"> {
  readonly place: Span | null;
  /** In which language a text is said, where the filer tells: "en-US". */
  readonly language?: string | null;
}
