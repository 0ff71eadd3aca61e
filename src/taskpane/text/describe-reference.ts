import { type Citation } from "../../contracts/evidence";
import { type NumberReference, type ShownNumber } from "../../contracts/rich-text";
import { fullDocumentName } from "./citation-name";

/** What a number points at, for a person. */
export function describeNumber(number: ShownNumber, citations: readonly Citation[]): string {
  const target = number.reference === null ? null : describeReference(number.reference, citations);
  switch (number.verdict) {
    case "matched":
      return `Matched: ${target ?? "its source is not named"}`;
    case "derived":
      return `Computed by Marginalia: ${target ?? "from cells and facts it does not name"}`;
    case "unchecked":
      return target === null
        ? "Unchecked: nothing stands behind this number. Verify it before you rely on it."
        : `Unchecked: it was said to be ${target}, which could not be confirmed.`;
  }
}

function describeReference(reference: NumberReference, citations: readonly Citation[]): string {
  switch (reference.kind) {
    case "cell":
      return `cell ${reference.sheet}!${reference.address}`;
    case "fact": {
      const citation = citationOfFact(reference.factId, citations);
      return citation === null ? "a reported fact" : `reported in ${fullDocumentName(citation.document)}`;
    }
    case "calculation": {
      const operands = Object.entries(reference.operands).map(
        ([name, operand]) => `${name} is ${describeReference(operand, citations)}`,
      );
      return operands.length === 0 ? reference.formula : `${reference.formula}, where ${operands.join("; ")}`;
    }
  }
}

/** A fact's id begins with its document's (`documentId!n`); null unless exactly one citation can be meant. */
export function citationOfFact(factId: string, citations: readonly Citation[]): Citation | null {
  const documentId = factId.slice(0, factId.lastIndexOf("!"));
  const [only, ...others] = citations.filter((citation) => citation.document.id === documentId);
  return others.length === 0 ? (only ?? null) : null;
}
