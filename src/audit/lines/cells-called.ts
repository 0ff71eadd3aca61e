import { type ConceptId } from "../../contracts/concept";
import { type CellAddress } from "../../contracts/model-map";
import { cellKey, type AuditContext } from "../audit-context";
import { nameOf } from "./cell-name";
import { labelledRows } from "./labelled-rows";

/** Cells with a figure whose row is called by such words; a row of more than a few figures counts too. */
export function cellsCalled(context: AuditContext, words: RegExp): CellAddress[] {
  return labelledRows(context)
    .filter(({ label }) => words.test(label))
    .flatMap(({ cells }) => cells.map(({ address }) => address))
    .filter((address) => context.numberAt(address) !== null);
}

/** Cells with a figure named as one of the concepts: parameters, and rows of words like theirs. */
export function cellsNamed(context: AuditContext, concepts: ReadonlySet<ConceptId>, words: RegExp): CellAddress[] {
  const cells = new Map<string, CellAddress>();
  for (const concept of concepts)
    for (const { cell } of context.parametersOf(concept))
      if (context.numberAt(cell) !== null) cells.set(cellKey(cell), cell);
  for (const address of cellsCalled(context, words)) {
    const concept = nameOf(context, address)?.concept ?? null;
    if (concept !== null && concepts.has(concept)) cells.set(cellKey(address), address);
  }
  return [...cells.values()];
}
