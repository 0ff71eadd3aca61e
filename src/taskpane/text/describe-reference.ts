import { type Citation } from "../../contracts/evidence";
import { type NumberReference, type ShownNumber } from "../../contracts/rich-text";
import { fullDocumentName } from "./citation-name";

/** What a number points at, for a person. */
export function describeNumber(number: ShownNumber, citations: readonly Citation[]): string {
  const target = number.reference === null ? null : describeReference(number.reference, number.shown, citations);
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

function describeReference(reference: NumberReference, shown: string, citations: readonly Citation[]): string {
  switch (reference.kind) {
    case "cell":
      return `cell ${reference.sheet}!${reference.address}`;
    case "fact": {
      const citation = citationOfFact(reference.factId, shown, citations);
      if (citation === null) return "a reported fact";
      const how = citation.readFromTable === true ? "read from a table, not tagged, of" : "reported in";
      return `${how} ${fullDocumentName(citation.document)}`;
    }
    case "calculation": {
      const operands = Object.entries(reference.operands).map(
        ([name, operand]) => `${name} is ${describeReference(operand, "", citations)}`,
      );
      return operands.length === 0 ? reference.formula : `${reference.formula}, where ${operands.join("; ")}`;
    }
  }
}

/**
 * Which citation a fact (`documentId!n`) was read from: the only one of its document, or the only one whose words
 * hold the number's digits; null where several could be meant, because a wrong passage is worse than none.
 */
export function citationOfFact(factId: string, shown: string, citations: readonly Citation[]): Citation | null {
  const documentId = factId.slice(0, factId.lastIndexOf("!"));
  const ofDocument = citations.filter((citation) => citation.document.id === documentId);
  if (ofDocument.length <= 1) return ofDocument[0] ?? null;
  const digits = significantDigits(shown);
  const holding = ofDocument.filter((citation) =>
    (citation.quote.match(/\d[\d.,]*/g) ?? []).some((figure) => significantDigits(figure) === digits),
  );
  return holding.length === 1 ? holding[0]! : null;
}

/** "$230.841 million" and "230,841" are printed in other scales, with the same digits. */
export function significantDigits(text: string): string {
  return text.replace(/\D/g, "").replace(/^0+|0+$/g, "");
}
