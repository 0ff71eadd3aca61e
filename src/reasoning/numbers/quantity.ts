import { type UnitKind } from "../../contracts/concept";
import { type Fact } from "../../contracts/document";
import { type NumberReference } from "../../contracts/rich-text";

/** A number with what it measures, so that nothing is added to what it cannot be added to. */
export interface Quantity {
  /** In single units; a ratio as a ratio (0.05, not 5). */
  readonly value: number;
  readonly unit: UnitKind;
  /** "USD"; null where the source does not say. */
  readonly currency: string | null;
  /** "sheet": a cell whose scale is unknown, comparable only with cells like it. */
  readonly scale: "absolute" | "sheet";
}

/** A quantity and what it is bound to. */
export interface BoundQuantity {
  readonly quantity: Quantity;
  readonly reference: NumberReference;
  /** For a person: "Revenue, year to 2024-12-31". */
  readonly name: string;
}

/** Null for text and nil facts. */
export function quantityOfFact(fact: Fact): Quantity | null {
  if (typeof fact.value !== "number" || !Number.isFinite(fact.value)) return null;
  const base = { value: fact.value, scale: "absolute" } as const;
  const unit = fact.unit ?? "";
  if (/^[A-Z]{3}$/.test(unit)) return { ...base, unit: "currency", currency: unit };
  const perShare = /^([A-Z]{3})\/shares$/.exec(unit);
  if (perShare) return { ...base, unit: "currency-per-share", currency: perShare[1] ?? null };
  if (unit === "shares") return { ...base, unit: "shares", currency: null };
  if (unit === "pure") return { ...base, unit: "percent", currency: null };
  return { ...base, unit: "unknown", currency: null };
}

export function quantityOfCell(cell: { value: number; unit: UnitKind; scale: number | null }): Quantity {
  const scaled = cell.unit === "currency" || cell.unit === "shares";
  const known = !scaled || cell.scale !== null;
  return {
    value: scaled && cell.scale !== null ? cell.value * cell.scale : cell.value,
    unit: cell.unit,
    currency: null,
    scale: known && cell.unit !== "unknown" ? "absolute" : "sheet",
  };
}
