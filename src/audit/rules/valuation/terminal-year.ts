import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { factorsOf, shortOfOne } from "../../lines/algebra";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf, originOf } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { cellOf } from "../../lines/formula-shape";
import { termsOf } from "../../meaning/composition";
import { findPerpetuities, type Perpetuity } from "../../meaning/find-perpetuities";
import { growthInYearOf } from "../../meaning/growth-in-year";
import { asRange, calculated, number, place, say } from "../../wording/say";

const fastGap = 0.08;
const veryFastGap = 0.15;
const fewestOfDepreciation = 0.9;
const mostOfDepreciation = 1.75;
const notableShareOfFlow = 0.1;
const mostReinvested = 0.85;
const depreciation: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>([
  "depreciation-and-amortization",
  "depreciation",
]);

interface Oddity {
  readonly words: RichText;
  readonly cells: readonly CellAddress[];
  readonly isSevere: boolean;
}

interface Part {
  readonly cell: CellAddress;
  readonly concept: ConceptId | null;
  /** What it does to the flow. */
  readonly effect: number;
}

function partsOf(context: AuditContext, flow: CellAddress): Part[] {
  return termsOf(context, originOf(context, flow)).terms.flatMap(({ address, sign }) => {
    const value = context.numberAt(address);
    return value === null ? [] : [{ cell: address, concept: conceptOf(context, address), effect: sign * value }];
  });
}

/** Sales still climb in the year that is carried on at the long-run rate. */
function stillClimbs(context: AuditContext, flow: CellAddress, growth: CellAddress): Oddity[] {
  const last = growthInYearOf(context, originOf(context, flow));
  const forEver = context.numberAt(growth)!;
  if (last === null || last.rate - forEver < fastGap || last.rate > 3) return [];
  const rate = calculated(last.rate, "percent", "this year / year before - 1", {
    "this year": last.cell,
    "year before": last.before,
  });
  return [
    {
      words: say`${called(context, last.cell)} still grows by ${rate} in it`,
      cells: [last.cell],
      isSevere: last.rate - forEver >= veryFastGap,
    },
  ];
}

/** For ever, assets are replaced at about the pace they wear out; growing ones a little faster. */
function unevenInvestment(context: AuditContext, parts: readonly Part[], flow: number): Oddity[] {
  const spent = parts.filter(({ concept }) => concept === "capital-expenditure");
  const worn = parts.filter(({ concept }) => depreciation.has(concept));
  const [capex, wear] = [spent[0], worn[0]];
  if (capex === undefined || wear === undefined || spent.length > 1 || worn.length > 1) return [];
  if (capex.effect >= 0 || wear.effect <= 0) return [];
  const ratio = -capex.effect / wear.effect;
  const isNotable = Math.abs(capex.effect + wear.effect) >= notableShareOfFlow * Math.abs(flow);
  if (!isNotable || (ratio >= fewestOfDepreciation && ratio <= mostOfDepreciation)) return [];
  const against = say`${called(context, capex.cell)} of ${number(context, capex.cell)} stands against ${called(context, wear.cell)} of ${number(context, wear.cell)}`;
  return [
    {
      words:
        ratio < 1
          ? say`${against}, so the assets wear out and are never replaced`
          : say`${against}, a pace of building that slow growth does not need`,
      cells: [capex.cell, wear.cell],
      isSevere: ratio < 0.5,
    },
  ];
}

/** Working capital that sets cash free cannot do so for ever while sales grow. */
function releasedCapital(context: AuditContext, parts: readonly Part[], flow: number): Oddity[] {
  const moves = parts.filter(({ concept }) => concept === "change-in-working-capital");
  const move = moves[0];
  if (move === undefined || moves.length > 1 || move.effect < notableShareOfFlow * flow) return [];
  return [
    {
      words: say`${called(context, move.cell)} of ${number(context, move.cell)} sets cash free, which slower growth will not repeat`,
      cells: [move.cell],
      isSevere: false,
    },
  ];
}

/** Profit × (1 - share ploughed back), with next to nothing left of the profit. */
function allReinvested(context: AuditContext, flow: CellAddress): Oddity[] {
  const home = originOf(context, flow);
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  for (const { node } of factorsOf(formula.root)) {
    const share = shortOfOne(node);
    const cell = share === null ? null : cellOf(context, home, share);
    const value = cell === null ? null : context.numberAt(cell);
    if (cell === null || value === null || value < mostReinvested || value >= 1.5) continue;
    if (!/reinvest/iu.test(nameOf(context, cell)?.label ?? "")) continue;
    return [
      {
        words: say`${called(context, cell)} is ${number(context, cell)} in it, so hardly any of the profit is left to value`,
        cells: [cell],
        isSevere: true,
      },
    ];
  }
  return [];
}

function judge(context: AuditContext, { home, flow, growth }: Perpetuity): FindingDraft[] {
  const size = flow === null ? null : context.numberAt(flow);
  if (flow === null || size === null || size <= 0 || context.numberAt(growth) === null) return [];
  const parts = partsOf(context, flow);
  const oddities = [
    ...stillClimbs(context, flow, growth),
    ...unevenInvestment(context, parts, size),
    ...releasedCapital(context, parts, size),
    ...allReinvested(context, flow),
  ];
  if (oddities.length === 0) return [];
  const cells = [home, ...oddities.flatMap((oddity) => oddity.cells)];
  const year = context.periodAt(flow)?.label;
  const facts = oddities.flatMap(({ words }, i) => (i === 0 ? words : say`; ${words}`));
  return [
    {
      severity: oddities.some(({ isSevere }) => isSevere) ? "high" : "medium",
      confidence: oddities.length > 1 || oddities[0]!.isSevere ? 0.88 : 0.8,
      sheet: home.sheet,
      ranges: [asRange(home), ...coverCells(cells.slice(1).filter(({ sheet }) => sheet === home.sheet))],
      title: "The terminal value rests on a year that is not a normal one",
      comment: say`${called(context, home)} carries ${called(context, flow)}${year === undefined ? "" : say` of ${place(flow, year)}`}, ${number(context, flow)}, on for ever at ${number(context, growth)}. But ${facts}. What is particular to that year is multiplied into most of the value. Add a terminal year with long-run growth, margin, capital expenditure and working capital, and value that.`,
      nature: "judgement",
      meaning: `terminal-year/${nameOf(context, home)?.label ?? "perpetuity"}`,
      alsoRead: [flow, growth, ...cells.slice(1)],
    },
  ];
}

/** A perpetuity on a last year that cannot go on as it is. */
export const terminalYear: AuditRule = {
  id: "terminal-year",
  find: (context) =>
    findPerpetuities(context)
      .filter(({ home }) => context.tableCellAt(home) === null)
      .flatMap((found) => judge(context, found))
      .slice(0, 3),
};
