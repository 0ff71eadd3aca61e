import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { type ReviewOutcome, type ReviewStep } from "../ports/review-engine";

/** What the page says to its worker: one review, then the worker ends. */
export interface ReviewOrder {
  readonly snapshot: WorkbookSnapshot;
}

/** What the worker says to the page. */
export type ReviewNews =
  | { readonly kind: "step"; readonly step: ReviewStep }
  | { readonly kind: "done"; readonly outcome: ReviewOutcome }
  | { readonly kind: "failed"; readonly message: string };
