import { type Disclosure } from "../../contracts/document";
import { type Span } from "../xbrl/located-fact";

/** A disclosure before the document has a name. Spans in reading order, never empty. */
export interface FoundDisclosure extends Omit<Disclosure, "id" | "spans"> {
  readonly spans: readonly Span[];
}

export function startOf({ spans }: { readonly spans: readonly Span[] }): number {
  return spans[0]!.start;
}

export function endOf({ spans }: { readonly spans: readonly Span[] }): number {
  return spans[spans.length - 1]!.end;
}
