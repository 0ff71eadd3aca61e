import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, isSameCell, nameOf, originOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { findDiscounting } from "../../meaning/find-discounting";
import { findPerpetuities } from "../../meaning/find-perpetuities";
import { ratesInUse } from "../../meaning/rates-in-use";
import { asRange, number, place, say } from "../../wording/say";

const averages: ReadonlySet<ConceptId> = new Set<ConceptId>(["wacc"]);

/** A discount rate typed beside a calculated one that nothing discounts with. */
function typedBeside(context: AuditContext): FindingDraft[] {
  const rates = ratesInUse(context);
  const calculated = cellsNamed(context, averages, /\bwacc\b|weighted average cost/iu).filter(
    (cell) => context.index.formulaAt(cell) !== null && isSameCell(originOf(context, cell), cell),
  );
  const [only, ...others] = calculated;
  if (only === undefined || others.length > 0 || rates.some((rate) => isSameCell(rate, only))) return [];
  if (context.index.dependentsOf(only).length > 0) return [];
  return rates.flatMap((rate) => {
    const isTyped = context.index.formulaAt(rate) === null && nameOf(context, rate)?.concept === "wacc";
    if (!isTyped || context.numberAt(rate) === null) return [];
    return [
      {
        severity: "medium" as const,
        confidence: 0.85,
        sheet: rate.sheet,
        ranges: [asRange(rate)],
        title: "The discount rate is typed beside a calculated one",
        comment: say`${called(context, rate)} is typed, ${number(context, rate)}, and discounts the flows. ${place(only)} calculates ${called(context, only)} as ${number(context, only)}, and nothing reads it: a change of beta, weights or rates never reaches the value. Link the one to the other.`,
        nature: "slip" as const,
        meaning: `typed/${nameOf(context, rate)?.label ?? ""}`,
        alsoRead: [only],
      },
    ];
  });
}

/** A perpetuity at one rate while the flows before it are discounted at another. */
function anotherRate(context: AuditContext): FindingDraft[] {
  const inFlows = new Map<string, CellAddress[]>();
  for (const { home, rate, towardsPresent } of findDiscounting(context)) {
    if (!towardsPresent || context.itemAt(home) === null) continue;
    const origins = inFlows.get(home.sheet) ?? [];
    const origin = originOf(context, rate);
    if (!origins.some((other) => isSameCell(other, origin))) origins.push(origin);
    inFlows.set(home.sheet, origins);
  }
  return findPerpetuities(context).flatMap(({ home, rate }) => {
    const [discounts, ...more] = inFlows.get(home.sheet) ?? [];
    const value = context.numberAt(rate);
    if (discounts === undefined || more.length > 0 || value === null || context.itemAt(home) !== null) return [];
    const other = context.numberAt(discounts);
    if (other === null || Math.abs(other - value) < 1e-5) return [];
    return [
      {
        severity: "high" as const,
        confidence: 0.85,
        sheet: home.sheet,
        ranges: [asRange(home)],
        title: "The terminal value uses another discount rate than the flows",
        comment: say`${called(context, home)} takes growth off ${called(context, rate)} of ${number(context, rate)}, while the flows before it are discounted at ${called(context, discounts)} of ${number(context, discounts)}. One company is valued at two rates. Use the same rate in both, or say what sets the years apart.`,
        nature: "slip" as const,
        meaning: `another/${nameOf(context, home)?.label ?? ""}`,
        alsoRead: [rate, discounts],
      },
    ];
  });
}

/** A valuation that does not use the discount rate its own model works out. */
export const discountRate: AuditRule = {
  id: "discount-rate",
  find: (context) => [...typedBeside(context), ...anotherRate(context)],
};
