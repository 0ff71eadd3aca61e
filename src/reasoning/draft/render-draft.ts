import { type StatementOfAnswer } from "../../contracts/answer";
import { type RichText } from "../../contracts/rich-text";
import { type CheckedStatement } from "./check-draft";

/** A checked statement as it is shown: numbers as we render them, quotes as the passage has them, typed numbers marked. */
export function renderStatement(statement: CheckedStatement): StatementOfAnswer {
  const text: RichText = statement.pieces.map((piece) => {
    switch (piece.kind) {
      case "words":
        return { kind: "text", text: piece.text };
      case "reference":
        return { kind: "number", number: piece.resolved.number };
      case "literal":
        return {
          kind: "number",
          number: { shown: piece.text, value: null, unit: null, reference: null, verdict: "unchecked" },
        };
    }
  });
  statement.quotes.forEach((citation, index) => {
    text.push({ kind: "text", text: " " }, { kind: "quote", text: citation.quote, citation: index });
  });
  const citations = [...statement.quotes];
  for (const piece of statement.pieces) {
    for (const item of piece.kind === "reference" ? piece.resolved.facts : []) {
      const known = citations.some(
        (citation) => citation.passageId === item.citation.passageId && citation.start === item.citation.start,
      );
      if (!known) citations.push(item.citation);
    }
  }
  return { text, citations };
}
