import { type SelectionForQuestion } from "../../contracts/answer";
import { type UnitKind } from "../../contracts/concept";
import { type Evidence } from "../../contracts/evidence";
import { type ConceptId } from "../../contracts/concept";
import { type BoundQuantity, quantityOfCell, quantityOfFact } from "../numbers/quantity";
import { type FactWithCitation } from "../ports";

/** A number of the workbook that may be referred to: selected, or read by a selected formula. */
export interface CatalogCell {
  readonly sheet: string;
  readonly address: string;
  readonly label: string | null;
  readonly period: string | null;
  readonly year: number | null;
  readonly concept: ConceptId | null;
  readonly unit: UnitKind;
  readonly scale: number | null;
  readonly numberFormat: string | null;
  readonly value: number;
}

/** Everything a draft may point at, under the short ids it is offered by. What is not here does not exist. */
export interface Catalog {
  readonly facts: ReadonlyMap<string, FactWithCitation>;
  /** By "Sheet!A1". */
  readonly cells: ReadonlyMap<string, CatalogCell>;
  readonly passages: ReadonlyMap<string, Evidence>;
}

const mostFacts = 80;
const mostPassages = 12;

export function buildCatalog(found: {
  facts: readonly FactWithCitation[];
  evidence: readonly Evidence[];
  selection: SelectionForQuestion | null;
}): Catalog {
  // One fact may stand for several concepts; it is offered once, under the first that asked for it.
  const unique = [...new Map([...found.facts].reverse().map((item) => [item.fact.id, item])).values()].reverse();
  const numeric = unique.filter((item) => quantityOfFact(item.fact) !== null).slice(0, mostFacts);
  return {
    facts: new Map(numeric.map((item, index) => [`f${index + 1}`, item])),
    cells: new Map(cellsOf(found.selection).map((cell) => [`${cell.sheet}!${cell.address}`, cell])),
    passages: new Map(found.evidence.slice(0, mostPassages).map((item, index) => [`p${index + 1}`, item])),
  };
}

function cellsOf(selection: SelectionForQuestion | null): CatalogCell[] {
  if (selection === null) return [];
  const selected = selection.cells.flatMap((cell): CatalogCell[] =>
    typeof cell.value === "number" ? [{ ...cell, value: cell.value, sheet: selection.sheet }] : [],
  );
  const known = new Set(selected.map((cell) => `${cell.sheet}!${cell.address}`));
  const read = selection.cells
    .flatMap((cell) => cell.precedents)
    .flatMap((cell): CatalogCell[] => {
      if (typeof cell.value !== "number" || known.has(`${cell.sheet}!${cell.address}`)) return [];
      known.add(`${cell.sheet}!${cell.address}`);
      const unknown = { period: null, year: null, concept: null, scale: null, numberFormat: null } as const;
      return [{ ...unknown, ...cell, value: cell.value, unit: "unknown" }];
    });
  return [...selected, ...read];
}

export function boundFact(item: FactWithCitation, name: string): BoundQuantity | null {
  const quantity = quantityOfFact(item.fact);
  return quantity === null ? null : { quantity, name, reference: { kind: "fact", factId: item.fact.id } };
}

export function boundCell(cell: CatalogCell): BoundQuantity {
  return {
    quantity: quantityOfCell(cell),
    name: [cell.label ?? `${cell.sheet}!${cell.address}`, cell.period].filter((part) => part !== null).join(", "),
    reference: { kind: "cell", sheet: cell.sheet, address: cell.address },
  };
}
