import { type AnswerValue } from "../../contracts/answer";
import { type Calculation, referenceOf } from "../numbers/calculate";
import { type NumberFormatAsked, formatQuantity } from "../numbers/format-quantity";
import { roundHalf } from "../numbers/round-half";
import { type Quantity, quantityOfFact } from "../numbers/quantity";
import { type FactWithCitation } from "../ports";
import { type Figure } from "./find-figure";

/** The one number of an answer in the unit and scale asked for; `value` times `scale` is the number in single units. */
export function valueOfFigure(figure: Figure, format: NumberFormatAsked): AnswerValue | null {
  if (figure.kind === "derived") return valueOfCalculation(figure.calculation, figure.sources, format);
  const quantity = quantityOfFact(figure.item.fact);
  if (quantity === null) return null;
  return {
    ...inScale(quantity, format),
    formula: null,
    operands: [],
    reference: { kind: "fact", factId: figure.item.fact.id },
  };
}

export function valueOfCalculation(
  calculation: Calculation,
  sources: readonly FactWithCitation[],
  format: NumberFormatAsked,
): AnswerValue {
  return {
    ...inScale(calculation.quantity, format),
    formula: calculation.formula,
    operands: Object.entries(calculation.operands).map(([name, operand]) => ({
      name,
      number: {
        shown: formatQuantity(operand.quantity),
        value: operand.quantity.value,
        unit: operand.quantity.currency ?? operand.quantity.unit,
        reference: operand.reference,
        verdict: "matched",
      },
      citation:
        sources.find((item) => operand.reference.kind === "fact" && item.fact.id === operand.reference.factId)
          ?.citation ?? null,
    })),
    reference: referenceOf(calculation),
  };
}

function inScale(quantity: Quantity, format: NumberFormatAsked): Pick<AnswerValue, "value" | "unit" | "scale"> {
  const scaled = quantity.unit === "currency" || quantity.unit === "shares";
  const scale = quantity.unit === "percent" ? 0.01 : scaled ? (format.scale ?? 1) : 1;
  const value = quantity.value / scale;
  const perShare =
    quantity.unit === "currency-per-share" && quantity.currency !== null ? `${quantity.currency}/share` : null;
  return {
    value: format.decimals === null ? value : roundHalf(value, format.decimals),
    unit: perShare ?? (quantity.unit === "currency" ? (quantity.currency ?? "currency") : quantity.unit),
    scale,
  };
}
