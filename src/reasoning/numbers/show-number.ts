import { type ShownNumber } from "../../contracts/rich-text";
import { type FactWithCitation } from "../ports";
import { type Calculation, referenceOf } from "./calculate";
import { formatCellNumber, formatQuantity, type NumberFormatAsked, plainFormat } from "./format-quantity";
import { quantityOfFact } from "./quantity";

/** A reported figure; throws nothing and gives null where the fact holds no number. */
export function showFact(item: FactWithCitation, asked: NumberFormatAsked = plainFormat): ShownNumber | null {
  const quantity = quantityOfFact(item.fact);
  if (quantity === null) return null;
  return {
    shown: formatQuantity(quantity, asked),
    value: quantity.value,
    unit: item.fact.unit,
    reference: { kind: "fact", factId: item.fact.id },
    verdict: "matched",
  };
}

/** A cell's number as the sheet shows it. */
export function showCell(cell: {
  sheet: string;
  address: string;
  value: number;
  numberFormat: string | null;
  unit: string;
}): ShownNumber {
  return {
    shown: formatCellNumber(cell.value, cell.numberFormat),
    value: cell.value,
    unit: cell.unit === "unknown" ? null : cell.unit,
    reference: { kind: "cell", sheet: cell.sheet, address: cell.address },
    verdict: "matched",
  };
}

/** A number we computed, with its formula and what went into it. */
export function showCalculation(calculation: Calculation, asked: NumberFormatAsked = plainFormat): ShownNumber {
  const { quantity } = calculation;
  return {
    shown: formatQuantity(quantity, asked),
    value: quantity.value,
    unit: quantity.unit === "currency" ? (quantity.currency ?? "currency") : quantity.unit,
    reference: referenceOf(calculation),
    verdict: "derived",
  };
}
