import { isFlow, isStock } from "../../../concepts/measure";
import { type ConceptId, type Statement } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { calculated, named, number, place, say } from "../../wording/say";
import { periodKey } from "./cash-tie";

const tolerance = 0.001;
/** What two statements both show: the concept, where it is made, where it is carried over. */
const shared: readonly (readonly [ConceptId, Statement, Statement])[] = [
  ["net-income", "income-statement", "cash-flow"],
  ["depreciation-and-amortization", "income-statement", "cash-flow"],
];

function only(context: AuditContext, concept: ConceptId, statement: Statement): LineItem | null {
  const items = context.itemsOf(concept, 0.9).filter((item) => item.statement === statement);
  return items.length === 1 ? items[0]! : null;
}

/** The figure of one row against the same figure of another, where the row does not simply link elsewhere. */
function compare(context: AuditContext, made: LineItem, carried: LineItem, leastAgreeing = 1): FindingDraft | null {
  const isCharge = made.concept?.id !== "net-income";
  const source = new Map(context.seriesOf(made).map((entry) => [periodKey(entry.period), entry]));
  const pairs = context.seriesOf(carried).flatMap((entry) => {
    const key = periodKey(entry.period);
    const from = key === null ? undefined : source.get(key);
    const [a, b] = [context.numberAt(entry.address), from === undefined ? null : context.numberAt(from.address)];
    if (from === undefined || a === null || b === null || a === 0 || b === 0) return [];
    /** A charge stands with a minus on one statement and with a plus on the other. */
    return [{ entry, from, a: isCharge ? Math.abs(a) : a, b: isCharge ? Math.abs(b) : b }];
  });
  const off = pairs.filter(({ a, b }) => Math.abs(a - b) > Math.max(tolerance * Math.abs(b), 0.5));
  const first = off[0];
  const agreeing = pairs.length - off.length;
  if (leastAgreeing > 1 && (off.length >= agreeing || off.some(({ from }) => linkOf(context, from.address) !== null)))
    return null;
  if (first === undefined || agreeing < leastAgreeing || linkOf(context, first.entry.address) !== null) return null;
  const gap = calculated(first.a - first.b, "currency", "carried over - made", {
    "carried over": first.entry.address,
    made: first.from.address,
  });
  const confidence = 0.85;
  return {
    severity: "high",
    confidence,
    sheet: carried.sheet,
    ranges: coverCells(off.map(({ entry }) => entry.address)),
    title: `“${carried.label.trim()}” differs between two statements`,
    comment: say`${named(carried, first.entry.address)} is ${number(context, first.entry.address)} in ${place(first.entry.address, first.entry.period.label)}, while ${named(made, first.from.address)} is ${number(context, first.from.address)}: a difference of ${gap}. In other periods the two agree. Link the one to the other.`,
    nature: "slip",
    meaning: `${made.id}/${carried.id}`,
    alsoRead: off.map(({ from }) => from.address),
  };
}

/** Agreeing by chance is nothing; agreeing in most periods says that the two are one figure. */
const fewestAgreeing = 2;

/** The two rows of the workbook that hold the same figure, on two sheets; null where there are more, or it is another case's. */
function twoRowsOf(context: AuditContext, concept: ConceptId): readonly [LineItem, LineItem] | null {
  const rows = context
    .itemsOf(concept, 0.9)
    .filter((item) => item.unit.kind !== "percent" && item.unit.kind !== "multiple" && item.statement !== "valuation");
  const [made, carried] = rows;
  if (made === undefined || carried === undefined || rows.length > 2) return null;
  const isOneCase = made.scenario === carried.scenario && made.unit.scale === carried.unit.scale;
  return made.sheet !== carried.sheet && isOneCase ? [made, carried] : null;
}

function elsewhere(context: AuditContext, told: ReadonlySet<ConceptId>): FindingDraft[] {
  const concepts = new Set(context.model.lineItems.flatMap(({ concept }) => concept?.id ?? []));
  return [...concepts].flatMap((concept) => {
    const isFigure = isStock(concept) || isFlow(concept);
    const pair = told.has(concept) || !isFigure ? null : twoRowsOf(context, concept);
    return pair === null ? [] : (compare(context, pair[0], pair[1], fewestAgreeing) ?? []);
  });
}

/** One figure that two statements show differently in some periods. */
export const statementsTie: AuditRule = {
  id: "statements-tie",
  find(context) {
    const tied = shared.flatMap(([concept, from, to]) => {
      const [made, carried] = [only(context, concept, from), only(context, concept, to)];
      return made === null || carried === null ? [] : (compare(context, made, carried) ?? []);
    });
    return [...tied, ...elsewhere(context, new Set(shared.map(([concept]) => concept)))];
  },
};
