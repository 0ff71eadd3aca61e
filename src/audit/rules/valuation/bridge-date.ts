import { conceptById } from "../../../concepts/dictionary";
import { isDebtBalance } from "../../../concepts/sign-convention";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type Period } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { conceptOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { coverCells } from "../../lines/cover-cells";
import { findDiscounting } from "../../meaning/find-discounting";
import { signedTerms } from "../../lines/formula-shape";
import { place, say } from "../../wording/say";

const equityValues: ReadonlySet<ConceptId> = new Set<ConceptId>(["equity-value"]);
const cash: ReadonlySet<ConceptId> = new Set<ConceptId>([
  "cash-and-equivalents",
  "ending-cash",
  "short-term-investments",
  "net-debt",
]);

/** The first year whose flow a valuation discounts, by sheet; years discounted by nothing are its date, not a flow. */
function firstFlows(context: AuditContext): ReadonlyMap<string, Period> {
  const first = new Map<string, Period>();
  for (const { home, periods, towardsPresent } of findDiscounting(context)) {
    const period = context.periodAt(home);
    if (!towardsPresent || period?.kind !== "year" || period.year === null) continue;
    if (periods !== null && (context.numberAt(periods) ?? 0) < 0.25) continue;
    const known = first.get(home.sheet);
    if (known === undefined || period.year < known.year!) first.set(home.sheet, period);
  }
  return first;
}

interface Late {
  readonly step: CellAddress;
  readonly read: CellAddress;
  readonly period: Period;
}

/** Cash or debt of a bridge that is the balance at the end of a year whose flow is discounted beside it. */
function lateSteps(context: AuditContext, home: CellAddress, firstYear: number): Late[] {
  const steps = signedTerms(context, home).flatMap(({ range }) =>
    range.endRow0 - range.startRow0 > 20 || range.endColumn0 !== range.startColumn0
      ? []
      : Array.from({ length: range.endRow0 - range.startRow0 + 1 }, (_, i) => ({
          sheet: range.sheet,
          rowIndex0: range.startRow0 + i,
          columnIndex0: range.startColumn0,
        })),
  );
  return steps.flatMap((step) => {
    const concept = conceptOf(context, step);
    if (concept === null || !(cash.has(concept) || isDebtBalance(concept))) return [];
    const sources = signedTerms(context, step).flatMap(({ range }) => {
      const read = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
      const period = context.periodAt(read);
      const id = context.itemAt(read)?.concept?.id;
      const isBalance = id !== undefined && conceptById(id)?.periodKind === "instant";
      return period === null || !isBalance ? [] : [{ step, read, period }];
    });
    const isLate = sources.every(
      ({ period }) => period.kind === "year" && period.phase === "forecast" && (period.year ?? 0) >= firstYear,
    );
    return sources.length > 0 && isLate ? [sources[0]!] : [];
  });
}

function judge(context: AuditContext, home: CellAddress, first: Period | undefined): FindingDraft[] {
  const late = first === undefined ? [] : lateSteps(context, home, first.year!);
  const one = late[0];
  if (one === undefined || first === undefined) return [];
  return [
    {
      severity: "high",
      confidence: 0.9,
      sheet: home.sheet,
      ranges: coverCells(late.map(({ step }) => step)),
      title: "Cash and debt in the equity bridge are of a later date than the value",
      comment: say`${place(one.step)} takes the balance of ${place(one.read, one.period.label)} from the forecast, while the flow of ${first.label} is already discounted in the enterprise value. What that year earns is in both, so it is counted twice. Take cash and debt of the last balance sheet before the first flow.`,
      nature: "slip",
      meaning: `bridge date/${one.period.label}`,
      alsoRead: late.map(({ read }) => read),
    },
  ];
}

/** An equity bridge that takes cash and debt from the end of a year whose cash flow is valued too. */
export const bridgeDate: AuditRule = {
  id: "bridge-date",
  find(context) {
    const first = firstFlows(context);
    if (first.size === 0) return [];
    const homes = [
      ...cellsNamed(context, equityValues, /\bequity\b/iu),
      ...context.itemsOf("equity-value").flatMap((item) => context.seriesOf(item).map(({ address }) => address)),
    ];
    const unique = new Map(homes.map((home) => [cellKey(home), home]));
    return [...unique.values()].flatMap((home) => judge(context, home, first.get(home.sheet)));
  },
};
