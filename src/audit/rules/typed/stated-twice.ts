import { conceptById } from "../../../concepts/dictionary";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem, type Parameter } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { linkOf } from "../../lines/formula-shape";
import { asRange, listed, named, namedOnSheet, number, place, pointsBetween, say } from "../../wording/say";

/** Quantities of which a model has one. */
const single: readonly ConceptId[] = [
  "tax-rate",
  "wacc",
  "discount-rate",
  "terminal-growth-rate",
  "shares-outstanding",
  "shares-diluted",
  "share-price",
  "risk-free-rate",
  "equity-risk-premium",
  "cost-of-equity",
  "inflation",
];
const severalOnPurpose =
  /\b(?:scenario|case|bull|bear|base|upside|downside|low|high|mid|min|max|sensitivity|comps?|comparables?|peers?|target|acquirer|acquiror|buyer|historical|pro forma|bonds?|coupon)\b/iu;

function isOnPurpose({ label, path, sheet }: Meaning): boolean {
  return severalOnPurpose.test([sheet, ...path, label].join(" "));
}

function judge(context: AuditContext, concept: ConceptId): FindingDraft | null {
  const stated = context
    .parametersOf(concept, 0.84)
    .filter(
      (parameter) => parameter.role === "input" && !isOnPurpose(parameter) && context.numberAt(parameter.cell) !== null,
    );
  const first = stated[0];
  if (first === undefined) return null;
  const value = context.numberAt(first.cell)!;
  const others = stated.filter((parameter) => {
    const other = context.numberAt(parameter.cell)!;
    return (
      parameter.sheet !== first.sheet &&
      Math.abs(other - value) > 0.001 * Math.abs(value) &&
      Math.abs(other / value) < 20 &&
      Math.abs(other / value) > 0.05
    );
  });
  const second = others[0];
  if (second === undefined || stated.length > 4) return null;
  const bothUsed = [first, second].every((parameter) => context.index.dependentsOf(parameter.cell).length > 0);
  const confidence = bothUsed ? 0.8 : 0.65;
  return {
    severity: bothUsed ? "medium" : "low",
    confidence,
    sheet: second.sheet,
    ranges: [asRange(second.cell)],
    title: `${conceptById(concept)!.name} is typed twice, with different values`,
    comment: say`${namedOnSheet(first)} is ${number(context, first.cell)}, and ${listed(others.map((other) => say`${namedOnSheet(other)} is ${number(context, other.cell)}`))}. Both are typed, so a change of one leaves the other behind. Keep one and link the other to it, or name them apart.`,
    nature: "slip",
    meaning: `${concept}/${second.id}`,
    alsoRead: [first.cell],
  };
}

/** Rows of assumptions that state the same quantity year by year. */
const alsoStatedAs: Readonly<Partial<Record<ConceptId, readonly ConceptId[]>>> = {
  "tax-rate": ["tax-rate", "effective-tax-rate"],
};

interface StatedRow {
  readonly row: LineItem;
  /** The first forecast cell. */
  readonly cell: CellAddress;
}

/** A row that holds another value of the parameter's quantity in every forecast period, is used, and follows from nothing the parameter says. */
export function disagreeingRow(context: AuditContext, parameter: Parameter): StatedRow | null {
  const concept = parameter.concept?.id;
  const value = context.numberAt(parameter.cell);
  if (concept === undefined || value === null || !isStated(context, parameter.cell)) return null;
  for (const row of (alsoStatedAs[concept] ?? [concept]).flatMap((id) => context.itemsOf(id, 0.84))) {
    if (isOneOfSeveral(parameter, row)) continue;
    const forecast = context.seriesOf(row).filter(({ period, cell }) => period.phase === "forecast" && cell !== null);
    const values = forecast.flatMap(({ address }) => context.numberAt(address) ?? []);
    const isUsed = forecast.some(({ address }) => context.index.dependentsOf(address).length > 0);
    if (forecast.length < 2 || !isUsed || values.length !== forecast.length) continue;
    const differs = values[0]! - value;
    const isConstant = values.every((other) => Math.abs(other - values[0]!) < 1e-9);
    if (!isConstant || values[0]! <= 0 || Math.abs(differs) <= 0.02 * value || Math.abs(values[0]! / value) >= 20)
      continue;
    const follows = new Set(context.index.allDependents([parameter.cell]).map(cellKey));
    if (!forecast.some(({ address }) => follows.has(cellKey(address)))) return { row, cell: forecast[0]!.address };
  }
  return null;
}

/** Typed, or nothing but a link to what is typed. */
function isStated(context: AuditContext, cell: CellAddress): boolean {
  const link = linkOf(context, cell);
  return (context.cellAt(link?.target ?? cell)?.formula ?? null) === null;
}

/** On one sheet both speak of the same company and case, whatever the sheet is called. */
function isOneOfSeveral(parameter: Parameter, row: LineItem): boolean {
  if (row.scenario !== undefined || (parameter.column ?? "") !== "") return true;
  if (parameter.sheet !== row.sheet) return isOnPurpose(parameter) || isOnPurpose(row);
  /** The case in force is the model's own. */
  const words = [...parameter.path, parameter.label, ...row.path, row.label].join(" ");
  return severalOnPurpose.test(words.replace(/\b(?:live|running|active|selected)\s+(?:scenario|case)\b/giu, ""));
}

function againstRow(context: AuditContext, concept: ConceptId): FindingDraft[] {
  return context.parametersOf(concept, 0.84).flatMap((parameter): FindingDraft[] => {
    const found = disagreeingRow(context, parameter);
    if (found === null || context.index.dependentsOf(parameter.cell).length === 0) return [];
    const { row, cell } = found;
    const reader = context.index.dependentsOf(cell)[0];
    const readBy = reader === undefined ? null : context.meaningAt(reader);
    const [own, other] = [context.numberAt(parameter.cell)!, context.numberAt(cell)!];
    const gap = pointsBetween(own, other, { "one rate": parameter.cell, "the other": cell });
    return [
      {
        severity: "medium",
        confidence: 0.88,
        sheet: parameter.sheet,
        ranges: [asRange(parameter.cell)],
        title: `${conceptById(concept)!.name} is stated twice, with different values`,
        comment: say`${named(parameter)} here is ${number(context, parameter.cell)}, while ${namedOnSheet(row)} is ${number(context, cell)} in every forecast period${readBy === null ? "" : say` and “${place(reader!, readBy.label.trim())}” uses that`}. ${other < 1 ? say`The two are ${gap} apart, so` : "So"} what builds on this cell and what builds on that row describe two different companies. Link this one to the row, or say beside it why they differ.`,
        nature: "slip",
        meaning: `${concept}/${parameter.id}/${row.id}`,
        alsoRead: [cell],
      },
    ];
  });
}

/** One quantity typed in two places with different values. */
export const statedTwice: AuditRule = {
  id: "stated-twice",
  find: (context) =>
    single.flatMap((concept) => {
      const typedTwice = judge(context, concept);
      return typedTwice === null ? againstRow(context, concept) : [typedTwice];
    }),
};
