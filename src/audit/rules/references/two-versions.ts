import { isFlow } from "../../../concepts/measure";
import { signConvention } from "../../../concepts/sign-convention";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { sureConcept } from "../../meaning/sure-concept";
import { calculated, listed, named, namedOnSheet, number, place, say } from "../../wording/say";
import { periodKey } from "../statements/cash-tie";
import { addTo } from "../../../workbook/group-by";

const fewestPeriods = 2;
const material = 0.01;
/** Beyond this the two are measured in different units or are no rivals. */
const farApart = 10;
/** A figure on more sheets than this is of each sheet's own. */
const mostVersions = 6;
/** Words by which a model says that it holds several of one thing on purpose. */
const severalOnPurpose =
  /\b(?:scenario|case|bull|bear|base|upside|downside|low|high|sensitivity|comps?|comparables?|peers?|target|acquirer|acquiror|buyer|pro ?forma|combined|synerg\w*|adjusted|normali[sz]ed|budget|plan|actuals?|consensus|prior|old|previous|historical|raw|data|stub|tax basis|book|cash|current|deferred|segment|division|store|region|product|per|monthly|quarterly|annual|existing|new|total)\b/iu;

interface Version {
  readonly item: LineItem;
  readonly byPeriod: ReadonlyMap<string, CellAddress>;
}

function versionOf(context: AuditContext, item: LineItem): Version | null {
  if (severalOnPurpose.test([item.sheet, ...item.path].join(" ")) || item.scenario !== undefined) return null;
  const byPeriod = new Map<string, CellAddress>();
  for (const { address, period } of context.ownSeriesOf(item)) {
    const key = periodKey(period);
    const value = context.numberAt(address);
    if (key === null || period.phase === "actual" || value === null || value === 0) continue;
    if (!byPeriod.has(key)) byPeriod.set(key, address);
  }
  return byPeriod.size < fewestPeriods ? null : { item, byPeriod };
}

/** What differs in a subtotal differs in its parts: they are told, not it. */
function isSubtotal(concept: ConceptId): boolean {
  const signs = signConvention(concept);
  return signs?.onProfit === "subtotal" || signs?.onCash === "subtotal" || concept === "operating-expenses";
}

/** Rows that alone on their sheet are called so, by what they are. */
function soleRows(context: AuditContext): Map<ConceptId, LineItem[]> {
  const bySheet = new Map<string, LineItem | null>();
  for (const item of context.model.lineItems) {
    const concept = sureConcept(item);
    if (concept === null || !isFlow(concept) || item.unit.kind === "percent" || isSubtotal(concept)) continue;
    if (new Set(context.axisOf(item).periods.map(({ kind }) => kind)).size > 1) continue;
    const key = `${concept}\u0000${item.sheet}`;
    bySheet.set(key, bySheet.has(key) ? null : item);
  }
  const rows = new Map<ConceptId, LineItem[]>();
  for (const [key, item] of bySheet) {
    if (item === null) continue;
    const concept = key.split("\u0000")[0]!;
    addTo(rows, concept, item);
  }
  return rows;
}

function reaches(context: AuditContext, from: Version, to: Version): boolean {
  const there = new Set([...to.byPeriod.values()].map(cellKey));
  return context.index.allDependents([...from.byPeriod.values()]).some((cell) => there.has(cellKey(cell)));
}

interface Rivals {
  readonly a: Version;
  readonly b: Version;
  readonly pairs: readonly {
    readonly here: CellAddress;
    readonly there: CellAddress;
    readonly x: number;
    readonly y: number;
  }[];
}

function compare(context: AuditContext, a: Version, b: Version): Rivals | null {
  const pairs = [...a.byPeriod].flatMap(([key, here]) => {
    const there = b.byPeriod.get(key);
    return there === undefined
      ? []
      : [{ here, there, x: Math.abs(context.numberAt(here)!), y: Math.abs(context.numberAt(there)!) }];
  });
  const off = pairs.filter(({ x, y }) => Math.abs(x - y) > material * Math.max(x, y));
  if (pairs.length < fewestPeriods || off.length < pairs.length) return null;
  if (pairs.some(({ x, y }) => x > farApart * y || y > farApart * x)) return null;
  const isComputed = [a, b].some(({ item }) => item.role === "formula");
  if (!isComputed || reaches(context, a, b) || reaches(context, b, a)) return null;
  return { a, b, pairs };
}

function draft(context: AuditContext, rivals: readonly Rivals[]): FindingDraft {
  const { a, b, pairs } = rivals[0]!;
  const { here, there, x, y } = pairs[0]!;
  const one = rivals.length === 1;
  const gap = calculated(Math.abs(x - y), "currency", "one - the other", { one: here, "the other": there });
  const others = rivals.slice(1).map((rival) => named(rival.b.item));
  const [first, second] = [b, a].map((version) => readerOf(context, version));
  const feeds =
    first === undefined || second === undefined
      ? ""
      : say` The first feeds “${place(first, context.meaningAt(first)!.label.trim())}”, the second “${place(second, context.meaningAt(second)!.label.trim())}”.`;
  return {
    severity: "high",
    confidence: 0.87,
    sheet: b.item.sheet,
    ranges: coverCells(rivals.flatMap((rival) => rival.pairs.map((pair) => pair.there))),
    title: one
      ? `“${b.item.label.trim()}” is worked out twice, with different results`
      : `Rows of ${b.item.sheet} differ from those of ${a.item.sheet}`,
    comment: say`${namedOnSheet(b.item, there)} is ${number(context, there)}, while ${namedOnSheet(a.item, here)} is ${number(context, here)} for the same period: ${gap} apart in size, and neither reads the other.${feeds}${one ? "" : say` The same holds for ${listed(others)}.`} Parts of the model follow different figures. Keep one and link the other to it.`,
    nature: "slip",
    meaning: rivals
      .map((rival) => [rival.a.item.id, rival.b.item.id].sort().join("/"))
      .sort()
      .join(),
    alsoRead: rivals.flatMap((rival) => rival.pairs.map((pair) => pair.here)),
  };
}

function readerOf(context: AuditContext, { byPeriod }: Version): CellAddress | undefined {
  return [...byPeriod.values()]
    .flatMap((cell) => context.index.dependentsOf(cell))
    .find((cell) => context.meaningAt(cell) !== null);
}

/** The versions of each figure, those last whose sheet carries more of the model: the order of the sheets says nothing of that. */
function versionsByWeight(context: AuditContext): Version[][] {
  const figures = [...soleRows(context).values()]
    .map((items) => items.flatMap((item) => versionOf(context, item) ?? []))
    .filter(({ length }) => length >= 2 && length <= mostVersions);
  const bySheet = new Map<string, CellAddress[]>();
  for (const { item, byPeriod } of figures.flat())
    bySheet.set(item.sheet, [...(bySheet.get(item.sheet) ?? []), ...byPeriod.values()]);
  const weights = new Map([...bySheet].map(([sheet, cells]) => [sheet, context.index.allDependents(cells).length]));
  const isBefore = (a: string, b: string) => weights.get(a)! - weights.get(b)! || (a < b ? -1 : 1);
  return figures.map((versions) => versions.sort((a, b) => isBefore(a.item.sheet, b.item.sheet)));
}

/** One figure forecast on two sheets by two ways that do not meet. */
export const twoVersions: AuditRule = {
  id: "two-versions",
  find(context) {
    const bySheets = new Map<string, Rivals[]>();
    for (const versions of versionsByWeight(context)) {
      const [rivals] = versions.flatMap((a, i) => versions.slice(i + 1).flatMap((b) => compare(context, a, b) ?? []));
      if (rivals === undefined) continue;
      const key = `${rivals.a.item.sheet}\u0000${rivals.b.item.sheet}`;
      addTo(bySheets, key, rivals);
    }
    return [...bySheets.values()].map((rivals) => draft(context, rivals));
  },
};
