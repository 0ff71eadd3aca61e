import { type Statement, type UnitKind } from "../contracts/concept";
import {
  type CellRole,
  type ConceptMatch,
  type LineItem,
  type Parameter,
  type UnitReading,
} from "../contracts/model-map";
import { conceptById } from "../concepts/dictionary";
import { matchConcept } from "../concepts/match-concept";
import { rollForwardRow } from "../concepts/roll-forward-row";
import { type PlainLineItem, roleOf } from "./find-line-items";
import { type PlainParameter } from "./find-parameters";
import { moneyUnit, readUnit, type StatedScale } from "./read-unit";
import { statementAround } from "./statement-of";

const enoughToName = 0.85;
const ofMoney: ReadonlySet<Statement> = new Set(["income-statement", "balance-sheet", "cash-flow"]);

/** Rows of a statement are money, but for those that count, rate or check something. */
const notMoney =
  /\b(?:units?|volumes?|numbers?|counts?|headcount|employees|staff|stores|customers|check|shares?|ratio|rate|factor|periods?|index|price|years?|months?|days|quantity|scenario|case|weeks?)\b|[#%]/i;

/** Gives a line item its concept, statement and unit; each may stay unknown. */
export function nameLineItem(item: PlainLineItem, scale: StatedScale | null): LineItem {
  const around = statementAround(item.path, item.blockTitle, item.sheet);
  const shown = readUnit(item.label, item.cells, scale);
  const concept = matchLabel(item.label, item.path, shown.kind, around);
  const named = unitByConcept(item.label, shown, concept, scale, item.path);
  const isMoney =
    named.kind === "unknown" &&
    concept === null &&
    around !== null &&
    ofMoney.has(around) &&
    !notMoney.test(item.label);
  const unit = isMoney ? moneyUnit(item.label, scale) : named;
  const { cells: _cells, blockTitle: _title, ...plain } = item;
  return { ...plain, concept, unit, statement: statementBy(around, concept, item.role) };
}

export function nameParameter(parameter: PlainParameter, scale: StatedScale | null, occurrence: number): Parameter {
  const { value, ...plain } = parameter;
  const shown = readUnit(parameter.label, [value], scale);
  const around = statementAround(parameter.path, null, parameter.sheet);
  const concept = matchLabel(parameter.label, parameter.path, shown.kind, around);
  const name = [parameter.sheet, ...parameter.path, parameter.label].join(" › ");
  return {
    ...plain,
    id: `${name} =${occurrence}`,
    concept,
    unit: unitByConcept(parameter.label, shown, concept, scale, parameter.path),
    role: roleOf([value]),
  };
}

function matchLabel(
  label: string,
  path: readonly string[],
  unit: UnitKind,
  statement: Statement | null,
): ConceptMatch | null {
  return matchConcept(label, { path, unit, ...(statement === null ? {} : { statement }) });
}

/** What a format does not say its concept may: revenue is money in the sheet's scale. */
function unitByConcept(
  label: string,
  shown: UnitReading,
  concept: ConceptMatch | null,
  scale: StatedScale | null,
  path: readonly string[],
): UnitReading {
  if (shown.kind !== "unknown" || concept === null) return shown;
  const rolled = conceptById(concept.id)?.isGeneric === true ? rollForwardRow(label, path) : null;
  const kind = conceptById(rolled?.of ?? concept.id)?.unit ?? "unknown";
  // A qualified name ("Target debt") leaves open which debt it is, not that it is money.
  if (kind === "currency" && !notMoney.test(label)) return moneyUnit(label, scale);
  if (concept.confidence < enoughToName) return shown;
  if (kind === "currency") return moneyUnit(label, scale);
  if (kind === "unknown") return shown;
  return { kind, currency: kind === "currency-per-share" ? (scale?.currency ?? null) : null, scale: null };
}

/** A sheet of assumptions or a mixed sheet announces no statement of its rows: there the concept says more. */
function statementBy(around: Statement | null, concept: ConceptMatch | null, role: CellRole): Statement | null {
  if (around !== null && ofMoney.has(around)) return around;
  const own =
    concept !== null && concept.confidence >= enoughToName ? (conceptById(concept.id)?.statement ?? null) : null;
  // Under a scenario's heading stand its assumptions, typed, and often the whole model that runs on them, calculated.
  if (around === "assumptions" && role !== "input" && own !== null && ofMoney.has(own)) return own;
  return around ?? own;
}
