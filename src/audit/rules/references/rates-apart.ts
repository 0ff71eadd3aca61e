import { conceptById } from "../../../concepts/dictionary";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem, type Parameter } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { rootOf } from "../../meaning/safe-target";
import { listed, namedOnSheet, number, pointsBetween, say } from "../../wording/say";
import { disagreeingRow } from "../typed/stated-twice";

/** Rates of which a company has one, under the names they go by. */
const families: readonly (readonly ConceptId[])[] = [
  ["tax-rate", "effective-tax-rate"],
  ["inflation"],
  ["risk-free-rate"],
  ["equity-risk-premium"],
  ["terminal-growth-rate"],
];
const severalOnPurpose =
  /\b(?:scenario|case|bull|bear|base|upside|downside|low|high|mid|min|max|sensitivity|comps?|comparables?|peers?|target|acquirer|acquiror|buyer|seller|history|historical|actual|reported|pro ?forma|deferred|cash|bonds?|coupon|dividend|capital gains?|withholding|vat|gst|sales tax|property|payroll|local|state|federal|foreign|wages?|salar(?:y|ies)|energy|rent|medical)\b/iu;
const farApart = 5;
const apart = 0.02;
const mostStatements = 8;

interface Statement {
  readonly meaning: Meaning;
  readonly cell: CellAddress;
  readonly cells: readonly CellAddress[];
  readonly value: number;
}

function isOnPurpose({ label, path, sheet }: Meaning): boolean {
  return severalOnPurpose.test([sheet.replace(/_/gu, " "), ...path, label].join(" "));
}

function ofParameter(context: AuditContext, parameter: Parameter): Statement[] {
  const value = context.numberAt(parameter.cell);
  if (value === null || value <= 0 || (parameter.column ?? "") !== "" || isOnPurpose(parameter)) return [];
  if (context.tableCellAt(parameter.cell)?.table.columnsAre === "companies") return [];
  const isUsed = context.index.isRead(parameter.cell);
  return isUsed ? [{ meaning: parameter, cell: parameter.cell, cells: [parameter.cell], value }] : [];
}

/** A row that holds one value in every period it has. */
function ofRow(context: AuditContext, row: LineItem): Statement[] {
  if (row.scenario !== undefined || isOnPurpose(row)) return [];
  const cells = context
    .ownSeriesOf(row)
    .filter(({ address, period }) => period.phase !== "actual" && context.numberAt(address) !== null)
    .map(({ address }) => address);
  const values = cells.map((cell) => context.numberAt(cell)!);
  const [value, cell] = [values[0], cells[0]];
  if (cell === undefined || value === undefined || cells.length < 2 || value <= 0) return [];
  const isOne = values.every((other) => Math.abs(other - value) < 1e-9);
  return isOne && cells.some((one) => context.index.isRead(one)) ? [{ meaning: row, cell, cells, value }] : [];
}

/** One that follows from the other, or from what the other does, is no second statement. */
function areJoined(context: AuditContext, a: Statement, b: Statement): boolean {
  const roots = [a, b].map(({ cell }) => cellKey(rootOf(context, cell)));
  if (roots[0] === roots[1]) return true;
  const reach = (from: Statement, to: Statement) => {
    const dependents = new Set(context.index.allDependents(from.cells).map(cellKey));
    return to.cells.some((cell) => dependents.has(cellKey(cell)));
  };
  return reach(a, b) || reach(b, a);
}

/** What another rule tells: two typed values on two sheets, and a value beside a row. */
function isTold(context: AuditContext, a: Statement, b: Statement): boolean {
  const [x, y] = [a.meaning, b.meaning];
  if ("cell" in x && "cell" in y) return x.role === "input" && y.role === "input" && x.sheet !== y.sheet;
  const parameter = "cell" in x ? x : "cell" in y ? y : null;
  return parameter !== null && disagreeingRow(context, parameter) !== null;
}

function judge(context: AuditContext, family: readonly ConceptId[]): FindingDraft[] {
  const statements = family.flatMap((concept) => [
    ...context.itemsOf(concept, 0.84).flatMap((row) => ofRow(context, row)),
    ...context.parametersOf(concept, 0.84).flatMap((parameter) => ofParameter(context, parameter)),
  ]);
  if (statements.length > mostStatements) return [];
  const [first] = statements;
  if (first === undefined) return [];
  const others = statements.filter(
    (other) =>
      Math.abs(other.value - first.value) > apart * first.value &&
      Math.max(other.value / first.value, first.value / other.value) < farApart &&
      !areJoined(context, first, other) &&
      !isTold(context, first, other),
  );
  const [second] = others;
  if (second === undefined) return [];
  const distinct = others.filter(
    (other, i) =>
      others.findIndex(({ value, meaning }) => value === other.value && meaning.sheet === other.meaning.sheet) === i,
  );
  const gap = pointsBetween(first.value, second.value, { "one rate": first.cell, "the other": second.cell });
  return [
    {
      severity: "medium",
      confidence: 0.86,
      sheet: first.meaning.sheet,
      ranges: coverCells([
        ...first.cells,
        ...others.filter(({ meaning }) => meaning.sheet === first.meaning.sheet).flatMap(({ cells }) => cells),
      ]),
      title: `${conceptById(family[0]!)!.name} differs within the model`,
      comment: say`${namedOnSheet(first.meaning, first.cell)} is ${number(context, first.cell)}, while ${listed(distinct.map(({ meaning, cell }) => say`${namedOnSheet(meaning, cell)} is ${number(context, cell)}`))}, and formulas build on each. The two are ${gap} apart, and neither follows from the other, so parts of the model describe different companies. Set the rate once and link the others to it, or say beside each why it differs.`,
      nature: "slip",
      meaning: `${family[0]!}/${first.meaning.id}/${second.meaning.id}`,
      alsoRead: others.map(({ cell }) => cell),
    },
  ];
}

/** A rate of which a company has one, at different values where flows and discount rate, or two sheets, take it from. */
export const ratesApart: AuditRule = {
  id: "rates-apart",
  find: (context) => families.flatMap((family) => judge(context, family)),
};
