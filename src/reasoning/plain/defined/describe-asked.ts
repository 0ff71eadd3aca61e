import { nameConcept } from "../find-figure";
import { type Asked, type Definition } from "./asked-tree";

/** What is computed, in words: "EBITDA less capital expenditure", "the average of operating margin". */
export function describeAsked(asked: Asked, definitions: readonly Definition[]): string {
  const inner = (part: Asked): string => describeAsked(part, definitions);
  const within = (part: Asked): string => (part.kind === "binary" ? `(${inner(part)})` : inner(part));
  switch (asked.kind) {
    case "constant":
      return String(asked.value);
    case "concept":
      return nameConcept(asked.id);
    case "defined": {
      const definition = definitions[asked.index]!;
      if (definition.term !== null) return definition.term;
      return definition.concept === null ? "what you define" : nameConcept(definition.concept);
    }
    case "negate":
      return `minus ${within(asked.of)}`;
    case "binary": {
      if (asked.share === true) return `${within(asked.left)} as a share of ${within(asked.right)}`;
      const words = { "+": "plus", "-": "less", "*": "times", "/": "over" }[asked.operator];
      return `${within(asked.left)} ${words} ${within(asked.right)}`;
    }
    case "mean":
      return `the mean of ${asked.of.map(inner).join(" and ")}`;
    case "average":
      return `the average of ${inner(asked.of)}`;
    case "change":
      return `the change in ${inner(asked.of)}`;
    case "growth":
      return `the growth of ${inner(asked.of)}`;
    case "compound-growth":
      return `the compound annual growth of ${inner(asked.of)}`;
  }
}
