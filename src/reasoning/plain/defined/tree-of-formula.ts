import { type Formula } from "../../../concepts/formula";
import { type ConceptId } from "../../../contracts/concept";
import { type Asked } from "./asked-tree";

/** A definition of the dictionary as a tree in which the question's own definitions take the place of its concepts. */
export function treeOfFormula(formula: Formula, defined: ReadonlyMap<ConceptId, number>): Asked {
  const figure = (id: ConceptId): Asked => {
    const index = defined.get(id);
    return index === undefined ? { kind: "concept", id, when: null } : { kind: "defined", index, when: null };
  };
  const join = (operator: "+" | "-" | "*" | "/", parts: readonly Formula[]): Asked =>
    parts
      .map((part) => treeOfFormula(part, defined))
      .reduce((left, right) => ({ kind: "binary", operator, left, right }));
  switch (formula.op) {
    case "concept": {
      const own = figure(formula.concept);
      if (formula.periodsBack === 0 || (own.kind !== "concept" && own.kind !== "defined")) return own;
      return { ...own, when: { periods: [{ kind: "before", periods: formula.periodsBack }], joined: "list" } };
    }
    case "average":
      return {
        kind: "average",
        of: figure(formula.concept),
        when: {
          periods: [
            { kind: "before", periods: 1 },
            { kind: "before", periods: 0 },
          ],
          joined: "list",
        },
        count: null,
      };
    case "constant":
      return { kind: "constant", value: formula.value };
    case "sum":
      return join("+", formula.terms);
    case "difference":
      return join("-", [formula.from, ...formula.less]);
    case "product":
      return join("*", formula.factors);
    case "ratio":
      return join("/", [formula.numerator, formula.denominator]);
  }
}
