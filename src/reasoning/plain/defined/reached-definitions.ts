import { conceptById } from "../../../concepts/dictionary";
import { operandsOf } from "../../../concepts/formula";
import { type ConceptId } from "../../../contracts/concept";
import { type Asked, conceptsOfAsked, type Definition } from "./asked-tree";

/** Definitions that no other reads: what is asked is one of them. */
export function rootsOf(definitions: readonly Definition[]): number[] {
  const read = new Set(definitions.flatMap(({ formula }) => definedIn(formula)));
  return definitions.map((_, index) => index).filter((index) => !read.has(index));
}

function definedIn(asked: Asked): number[] {
  switch (asked.kind) {
    case "constant":
    case "concept":
      return [];
    case "defined":
      return [asked.index];
    case "binary":
      return [...definedIn(asked.left), ...definedIn(asked.right)];
    case "mean":
      return asked.of.flatMap(definedIn);
    default:
      return definedIn(asked.of);
  }
}

/** A definition that neither what is asked nor a definition it reads makes use of, by its name. */
export function unusedDefinition(asked: Asked, definitions: readonly Definition[]): string | null {
  const reached = new Set<number>();
  const visit = (index: number): void => {
    if (reached.has(index)) return;
    reached.add(index);
    definedIn(definitions[index]!.formula).forEach(visit);
    readByDictionary(definitions[index]!.formula, definitions).forEach(visit);
  };
  [...definedIn(asked), ...readByDictionary(asked, definitions)].forEach(visit);
  const unused = definitions.findIndex((_, index) => !reached.has(index));
  return unused < 0 ? null : `“${definitions[unused]!.term ?? "a formula"}”`;
}

/** Definitions that take the place of what the dictionary's formulas read. */
function readByDictionary(asked: Asked, definitions: readonly Definition[]): number[] {
  const read = new Set(
    conceptsOfAsked(asked).flatMap((id) => (conceptById(id)?.formulas ?? []).slice(0, 1).flatMap(operandsOf)),
  );
  return definitions.flatMap(({ concept }, index) => (concept !== null && read.has(concept) ? [index] : []));
}

/** Every concept that a tree reads, itself or through the dictionary. */
export function figuresOf(asked: Asked, depth = 0): ConceptId[] {
  const own = conceptsOfAsked(asked);
  if (depth > 2) return own;
  const inner = own.flatMap((id) => (conceptById(id)?.formulas ?? []).flatMap((formula) => conceptsIn(formula)));
  return [...own, ...inner];
}

function conceptsIn(formula: Parameters<typeof operandsOf>[0]): ConceptId[] {
  return operandsOf(formula).flatMap((id) => [id, ...(conceptById(id)?.formulas ?? []).flatMap(operandsOf)]);
}
