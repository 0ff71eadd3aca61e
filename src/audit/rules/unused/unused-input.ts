import { measureOfConcept } from "../../../concepts/measure";
import { type LineItem, type Parameter } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { isReadByNothing } from "../../lines/read-by-nothing";
import { listed, named, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

function isTypedNumber(context: AuditContext, parameter: Parameter): boolean {
  return parameter.role === "input" && context.numberAt(parameter.cell) !== null;
}

/** Rows kept for the reader, not for the model. */
const forTheReader =
  /\b(?:memo|(?<!(?:senior|secured|loan|subordinated|junior|promissory) )notes?|source|comments?|comps?|comparables?|raw|data|face value|check|consensus|guidance|budget|actuals?|reported|street|benchmark|peers?|reference|kpi|target|prior|previous|old|unused|inactive)\b/iu;

/** Typed forecasts of a row that nothing reads at all. */
function isUnusedRow(context: AuditContext, item: LineItem): boolean {
  const forecast = forecastInputs(context, item);
  return (
    forecast.length >= 2 &&
    forecast.some(({ cell }) => cell?.value !== 0) &&
    context.seriesOf(item).every(({ address }) => isReadByNothing(context, address))
  );
}

/** The forecast cells of a row where every one is a typed number; none otherwise. */
function forecastInputs(context: AuditContext, item: LineItem): readonly SeriesCell[] {
  const forecast = context.seriesOf(item).filter(({ period, cell }) => period.phase === "forecast" && cell !== null);
  const isTyped = forecast.every(({ address, cell }) => cell?.formula === null && context.numberAt(address) !== null);
  return isTyped ? forecast : [];
}

/** Whole rows of typed forecasts nothing reads, where the axis's other typed rows drive the model. */
function unusedRows(context: AuditContext): FindingDraft[] {
  return context.model.axes.flatMap((axis): FindingDraft[] => {
    const inputs = context.itemsOnAxis(axis.id).filter((item) => forecastInputs(context, item).length >= 2);
    const unused = inputs.filter((item) => isUnusedRow(context, item));
    const told = unused.filter(
      ({ label, path, isTotal }) =>
        !isTotal && !forTheReader.test([...path, label].join(" ")) && /\p{L}{3}/u.test(label),
    );
    if (told.length === 0 || inputs.length - unused.length < 3 || unused.length > inputs.length * 0.3) return [];
    const one = told.length === 1;
    return [
      {
        /** A row typed for every year ahead says more than a lone value that it is meant to work. */
        severity: "medium",
        confidence: 0.85,
        sheet: axis.sheet,
        ranges: coverCells(told.flatMap((item) => forecastInputs(context, item).map(({ address }) => address))),
        title: one ? `“${told[0]!.label.trim()}” moves nothing` : "Some rows of assumptions move nothing",
        comment: say`${listed(told.map((item) => named(item)))} ${one ? "is" : "are"} typed for the forecast, and no formula reads ${one ? "it" : "them"}, while the assumptions around ${one ? "it" : "them"} drive the model. Whatever ${one ? "it promises" : "they promise"} is not modelled, and changing ${one ? "it" : "them"} has no effect. Link ${one ? "it" : "them"} in, or mark as information only.`,
        meaning: told.map(({ id }) => id).join(),
      },
    ];
  });
}

/** Concepts that only say which figure of several a cell is. */
function isKnown({ concept }: Parameter): boolean {
  return concept !== null && concept.confidence >= 0.84 && measureOfConcept(concept.id) !== null;
}

/** What nobody writes down but to work with it. */
const drives =
  /\b(?:rates?|growth|inflation|amorti[sz]ation|maturity|sweep|switch|circ(?:ularity)?|toggle|spread|interest|haircut|contingency|synerg(?:y|ies)|escalation|(?:amortization|depreciation|holding|payback|grace) period|useful life|payment terms|days|exit multiple|charges?)\b|%/iu;
const fewestRead = 3;

/** A rate, a term or a switch: an assumption by its name and unit, whatever stands around it. */
function isDriver(context: AuditContext, { cell, label, unit }: Parameter): boolean {
  const value = context.numberAt(cell)!;
  const isRate = unit.kind === "percent" || unit.kind === "multiple";
  return value !== 0 && !/[\\/|]/u.test(label) && drives.test(label) && (isRate || Math.abs(value) < 1990);
}

/** The heading over it. */
function blockOf({ path }: Parameter): string {
  return path.join("/");
}

/** A named figure the dictionary does not know, in a block whose other inputs drive the model. */
function isOddOneOut(context: AuditContext, parameter: Parameter, hasUsedSiblings: boolean): boolean {
  const value = context.numberAt(parameter.cell)!;
  const isYear = Number.isInteger(value) && value >= 1990 && value <= 2100;
  const words = parameter.label.match(/\p{L}{3,}/gu) ?? [];
  return (
    hasUsedSiblings &&
    parameter.path.length > 0 &&
    parameter.concept === null &&
    value !== 0 &&
    !isYear &&
    words.length >= 2
  );
}

/** Inputs nothing reads, on sheets where inputs are otherwise used: there a reader believes that they matter. */
export const unusedInput: AuditRule = {
  id: "unused-input",
  find(context) {
    const bySheet = new Map<string, Parameter[]>();
    for (const parameter of context.model.parameters) {
      if (isTypedNumber(context, parameter)) addTo(bySheet, parameter.sheet, parameter);
    }
    const lone = [...bySheet].flatMap(([sheet, inputs]): FindingDraft[] => {
      const unused = inputs.filter(({ cell }) => isReadByNothing(context, cell));
      const isDriven = inputs.length >= 10 && unused.length <= inputs.length * 0.2;
      const isFewUnused = unused.length <= inputs.length * 0.4 && inputs.length >= 4;
      const used = new Set(inputs.filter((one) => !unused.includes(one)).map(blockOf));
      const known = unused.filter(
        (parameter) =>
          parameter.unit.kind !== "date" &&
          !forTheReader.test([sheet, ...parameter.path, parameter.label].join(" ")) &&
          ((isFewUnused &&
            (isKnown(parameter) || isOddOneOut(context, parameter, isDriven || used.has(blockOf(parameter))))) ||
            isDriver(context, parameter)),
      );
      if (known.length === 0 || inputs.length - unused.length < fewestRead) return [];
      return [
        {
          severity: "low",
          confidence: 0.8,
          sheet,
          ranges: coverCells(known.map(({ cell }) => cell)),
          title: known.length === 1 ? `“${known[0]!.label.trim()}” moves nothing` : "Some inputs move nothing",
          comment: say`No formula reads ${listed(known.map((parameter) => named(parameter)))}. Other inputs of this sheet are used, so a reader will change ${known.length === 1 ? "it" : "them"} and expect an effect. Link ${known.length === 1 ? "it" : "them"} in, or mark as information only.`,
          meaning: known.map(({ id }) => id).join(),
        },
      ];
    });
    return [...lone, ...unusedRows(context)];
  },
};
