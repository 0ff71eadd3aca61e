import { type DocumentRef } from "../../contracts/document";

/** What became of one filing. */
export interface AddedFiling {
  readonly document: DocumentRef;
  readonly outcome: "added" | "already-there" | "replaced";
  readonly passages: number;
  readonly facts: number;
  readonly warnings: readonly string[];
}
