import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { caseRank, nameWithoutCase, type CaseRank } from "../../meaning/case-names";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { number, place, say } from "../../wording/say";

/** Cases of one figure stand in neighbouring rows. */
const mostRowsApart = 3;
/** Names of figures that nobody hopes to be low. */
const hopedHigh =
  /\b(?:dcf|valuation|values?|share price|target price|equity|revenues?|sales|ebitda|ebit|profit|income|margins?|growth|irr|moic|npv|returns?|cash flow|fcf|multiple|upside)\b/iu;
const hopedLow =
  /\b(?:costs?|expenses?|opex|cogs|debt|churn|attrition|wacc|discount rate|days|tax|loss(?:es)?|capex)\b/iu;
/** What a case of a driver does to cash, by the row that the chosen case drives. */
const drivenHigh: ReadonlySet<ConceptId> = new Set<ConceptId>([
  "revenue",
  "gross-profit",
  "ebitda",
  "ebit",
  "net-income",
  "accounts-payable",
  "deferred-revenue",
]);
const drivenLow: ReadonlySet<ConceptId> = new Set<ConceptId>(["accounts-receivable", "inventory", "cost-of-revenue"]);

interface Cases {
  readonly low: LabelledRow;
  readonly high: LabelledRow;
  /** What the cases are of, where their names say so. */
  readonly of: string;
}

function groupsOf(context: AuditContext): Cases[] {
  const groups: Cases[] = [];
  const open = new Map<string, { rank: CaseRank; row: LabelledRow }[]>();
  for (const row of labelledRows(context)) {
    const rank = caseRank(row.label);
    if (rank === null) continue;
    const key = `${row.sheet}\u0000${row.labelCell.columnIndex0}\u0000${nameWithoutCase(row.label)}`;
    const group = open.get(key) ?? [];
    const last = group.at(-1);
    const joins = last !== undefined && row.rowIndex0 - last.row.rowIndex0 <= mostRowsApart;
    const next = joins && group.every((one) => one.rank !== rank) ? [...group, { rank, row }] : [{ rank, row }];
    open.set(key, next);
    const low = next.find((one) => one.rank === "low")?.row;
    const high = next.find((one) => one.rank === "high")?.row;
    if (next.length === 3 && low !== undefined && high !== undefined)
      groups.push({ low, high, of: nameWithoutCase(row.label) });
  }
  return groups;
}

/** +1 where a high figure is the hopeful one, -1 where a low one is; null where that is open. */
function hopeOf(context: AuditContext, { low, high, of }: Cases): 1 | -1 | null {
  if (of !== "") return hopedLow.test(of) ? -1 : hopedHigh.test(of) ? 1 : null;
  const first = Math.min(low.rowIndex0, high.rowIndex0);
  const chosen = low.cells.map(({ address }) => ({ ...address, rowIndex0: first - 1 }));
  for (const cell of chosen) {
    for (const user of context.index.dependentsOf(cell)) {
      if (user.sheet !== cell.sheet || user.columnIndex0 !== cell.columnIndex0) continue;
      const concept = context.itemAt(user)?.concept ?? null;
      if (concept === null || concept.confidence < 0.8) continue;
      if (drivenHigh.has(concept.id)) return 1;
      if (drivenLow.has(concept.id)) return -1;
    }
  }
  return null;
}

interface Pair {
  readonly low: CellAddress;
  readonly high: CellAddress;
  readonly gap: number;
}

function pairsOf(context: AuditContext, { low, high }: Cases): Pair[] {
  const others = new Map(high.cells.map(({ address }) => [address.columnIndex0, address]));
  return low.cells.flatMap(({ address }) => {
    const other = others.get(address.columnIndex0);
    const [a, b] = [context.numberAt(address), other === undefined ? null : context.numberAt(other)];
    return other === undefined || a === null || b === null ? [] : [{ low: address, high: other, gap: b - a }];
  });
}

function judge(context: AuditContext, cases: Cases): FindingDraft[] {
  const hope = hopeOf(context, cases);
  const pairs = pairsOf(context, cases);
  if (hope === null || pairs.length === 0) return [];
  /** A cost shown below nought turns the order of its cases. */
  if (pairs.some(({ low, high }) => context.numberAt(low)! < 0 || context.numberAt(high)! < 0)) return [];
  const turned = pairs.filter(({ gap }) => gap * hope < 0);
  const telling = turned.at(-1);
  if (telling === undefined || pairs.some(({ gap }) => gap * hope > 0)) return [];
  const ranges = coverCells(turned.flatMap(({ low, high }) => [low, high]));
  const values = new Set(turned.map(({ low }) => cellKey(low)));
  return [
    {
      severity: cases.of === "" ? "medium" : "high",
      confidence: 0.87,
      sheet: cases.low.sheet,
      ranges,
      title: `“${cases.low.label}” is better than “${cases.high.label}”`,
      comment: say`“${place(telling.low, cases.low.label)}” is ${number(context, telling.low)} and “${place(telling.high, cases.high.label)}” ${number(context, telling.high)}${values.size > 1 ? ", and every other figure of the two stands the same way round" : ""}. ${hope === 1 ? "The higher figure is the better one here" : "The lower figure is the better one here"}, so the cautious case is the kinder of the two, and the range shown does not bound the risk. Either the labels or the assumptions behind them are swapped.`,
      nature: "slip",
      meaning: `${cases.low.label}/${cases.high.label}/${cases.of}`,
    },
  ];
}

/** Cases whose figures stand in the opposite order of their names. */
export const scenarioOrder: AuditRule = {
  id: "scenario-order",
  find: (context) => groupsOf(context).flatMap((cases) => judge(context, cases)),
};
