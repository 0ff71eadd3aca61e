import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { factorsOf } from "../../lines/algebra";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf, originOf } from "../../lines/cell-name";
import { cellsCalled } from "../../lines/cells-called";
import { cellOf } from "../../lines/formula-shape";
import { findDiscounting } from "../../meaning/find-discounting";
import { findPerpetuities } from "../../meaning/find-perpetuities";
import { standsAlone } from "../../lines/stands-alone";
import { asRange, calculated, number, say } from "../../wording/say";

const highestGrowth = 0.05;
const lowestGrowth = -0.05;
/** Where money is that dear, growth of a few points more is none. */
const inflationaryRate = 0.16;
const farApart = 1.5;
const mostTimes = 25;
const flows: readonly ConceptId[] = ["unlevered-free-cash-flow", "free-cash-flow"];
const earnings: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>(["ebitda", "adjusted-ebitda"]);
const multiples: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>([
  "exit-multiple",
  "ev-to-ebitda",
  "ev-to-revenue",
  "ev-to-ebit",
]);
const terminal = /\bterminal value\b|\b(?:continuing|horizon|residual) value\b|^TV\b/iu;

/** The one rate that the sheet's flows are discounted at, or that the workbook calls so. */
function rateOf(context: AuditContext, sheet: string): CellAddress | null {
  const used = findDiscounting(context)
    .filter(({ home, towardsPresent }) => towardsPresent && home.sheet === sheet)
    .map(({ rate }) => rate);
  const named = [...context.parametersOf("wacc"), ...context.parametersOf("discount-rate")].map(({ cell }) => cell);
  for (const rates of [used, named.filter((cell) => cell.sheet === sheet), named]) {
    const values = new Set(rates.map((rate) => context.numberAt(originOf(context, rate))));
    const value = rates[0] === undefined ? null : context.numberAt(rates[0]);
    if (values.size === 1 && value !== null && value > 0.02 && value < inflationaryRate) return rates[0]!;
  }
  return null;
}

/** The last year's free cash flow on a sheet; null where rows disagree. */
function lastFlow(context: AuditContext, sheet: string): CellAddress | null {
  for (const concept of flows) {
    const ends = context
      .itemsOf(concept)
      .filter((item) => item.sheet === sheet && item.unit.kind !== "percent")
      .flatMap((item) => {
        const years = context
          .seriesOf(item)
          .filter(({ period, address }) => period.kind === "year" && context.numberAt(address) !== null);
        return years.length < 3 ? [] : [years.at(-1)!.address];
      });
    if (new Set(ends.map((end) => context.numberAt(end))).size === 1) return ends[0]!;
  }
  return null;
}

interface Multiplied {
  readonly home: CellAddress;
  readonly multiple: CellAddress;
  readonly metric: CellAddress;
}

/** A terminal value that is a multiple of a last year's figure. */
function multipliedAt(context: AuditContext, home: CellAddress): Multiplied | null {
  const formula = context.index.formulaAt(home);
  const factors = formula?.kind === "read" ? factorsOf(formula.root) : [];
  if (factors.length !== 2 || factors.some(({ divides }) => divides)) return null;
  const [a, b] = factors.map(({ node }) => cellOf(context, home, node));
  if (a === null || b === null || a === undefined || b === undefined) return null;
  const isMultiple = (cell: CellAddress) =>
    multiples.has(conceptOf(context, cell)) || /\bmultiple\b/iu.test(nameOf(context, cell)?.label ?? "");
  if (isMultiple(a) === isMultiple(b)) return null;
  return isMultiple(a) ? { home, multiple: a, metric: b } : { home, multiple: b, metric: a };
}

/** What growth for ever the multiple stands for: value × (rate - g) = flow × (1 + g). */
function impliedGrowth(context: AuditContext, home: CellAddress): FindingDraft[] {
  const found = multipliedAt(context, home);
  const rate = found === null ? null : rateOf(context, home.sheet);
  const flow = found === null ? null : lastFlow(context, home.sheet);
  if (found === null || rate === null || flow === null) return [];
  const [value, r, cash] = [context.numberAt(home), context.numberAt(rate)!, context.numberAt(flow)!];
  if (value === null || value <= 0 || cash <= 0) return [];
  const growth = (value * r - cash) / (value + cash);
  const isHigh = growth > highestGrowth;
  if (!isHigh && growth >= lowestGrowth) return [];
  const operands = { value: home, "discount rate": rate, "cash flow": flow };
  const implied = calculated(growth, "percent", "(value * discount rate - cash flow) / (value + cash flow)", operands);
  const meaningOfIt = isHigh
    ? "No company outgrows its economy for ever, and few economies keep up such growth even with rising prices in it, so the multiple asks more of the flows than they are likely to give"
    : "That is a business which fades away, so the multiple is low against the flows, or the flow of that year is unusually high";
  return [
    {
      severity: growth > 0.06 ? "high" : "medium",
      confidence: 0.85,
      sheet: home.sheet,
      ranges: [asRange(home), asRange(found.multiple)].filter(({ sheet }) => sheet === home.sheet),
      title: isHigh
        ? "The exit multiple implies growth that few economies keep up"
        : "The exit multiple implies a shrinking business",
      comment: say`${called(context, home)} puts ${called(context, found.multiple)} of ${number(context, found.multiple)} on ${called(context, found.metric)}. Against ${called(context, flow)} of ${number(context, flow)} and a discount rate of ${number(context, rate)}, that stands for growth of ${implied} a year for ever. ${meaningOfIt}. Check it against a perpetuity, or bring the multiple down to what a grown business fetches.`,
      nature: "judgement",
      meaning: `implied-growth/${nameOf(context, home)?.label ?? "terminal value"}`,
      alsoRead: [found.multiple, found.metric, rate, flow],
    },
  ];
}

/** The last year's EBITDA on the axis of a flow, or of the sheet. */
function earningsBeside(context: AuditContext, flow: CellAddress): CellAddress | null {
  const period = context.periodAt(flow);
  const item = context.itemAt(flow);
  if (period === null || item === null) return null;
  const beside = context
    .itemsOnAxis(item.axisId)
    .filter((one) => earnings.has(one.concept?.id ?? null) && one.concept!.confidence >= 0.84)
    .flatMap((one) => context.seriesOf(one).filter((entry) => entry.period.index0 === period.index0))
    .filter(({ address }) => (context.numberAt(address) ?? 0) > 0);
  return beside[0]?.address ?? null;
}

/** What multiple of earnings a perpetuity comes to, beside the multiple that the same sheet states. */
function impliedMultiple(context: AuditContext): FindingDraft[] {
  return findPerpetuities(context).flatMap(({ home, flow, rate, growth }): FindingDraft[] => {
    const earned = flow === null || context.tableCellAt(home) !== null ? null : earningsBeside(context, flow);
    const value = context.numberAt(home);
    if (earned === null || value === null || value <= 0) return [];
    const times = value / context.numberAt(earned)!;
    const stated = cellsCalled(
      context,
      /\b(?:exit|terminal) (?:ev\s*\/\s*ebitda )?multiple\b|\bev\s*\/\s*ebitda\b/iu,
    ).find(
      (cell) =>
        cell.sheet === home.sheet &&
        standsAlone(context, cell) &&
        context.tableCellAt(cell) === null &&
        conceptOf(context, cell) !== "implied-exit-multiple" &&
        !/impl/iu.test(nameOf(context, cell)?.label ?? "") &&
        context.index.dependentsOf(cell).length > 0 &&
        context.numberAt(cell)! > 1,
    );
    const operands = { "terminal value": home, EBITDA: earned };
    const shown = calculated(times, "multiple", "terminal value / EBITDA", operands);
    const other = stated === undefined ? null : context.numberAt(stated)!;
    const isApart = other !== null && Math.max(times / other, other / times) > farApart;
    if (!isApart && times <= mostTimes) return [];
    const beside =
      isApart && stated !== undefined
        ? say`, while ${called(context, stated)} beside it is ${number(context, stated)}`
        : say``;
    return [
      {
        severity: "medium",
        confidence: 0.8,
        sheet: home.sheet,
        ranges: [home, ...(isApart && stated !== undefined ? [stated] : [])].map(asRange),
        title: isApart ? "The two terminal values do not agree" : "The perpetuity comes to a very high multiple",
        comment: say`${called(context, home)} of ${number(context, home)} is ${shown} ${called(context, earned)} of ${number(context, earned)}${beside}. ${isApart ? "One business at one date cannot be worth both" : "Few businesses are ever sold at that"}; growth of ${number(context, growth)} against a discount rate of ${number(context, rate)}, or the flow of the last year, is what to look at. Bring the two methods together and show each beside the other.`,
        nature: "judgement",
        meaning: `implied-multiple/${nameOf(context, home)?.label ?? "perpetuity"}`,
        alsoRead: [earned, rate, growth],
      },
    ];
  });
}

/** A terminal value by one method, measured by the other: the growth behind a multiple, the multiple behind growth. */
export const impliedTerminal: AuditRule = {
  id: "implied-terminal",
  find(context) {
    const homes = [
      ...context.parametersOf("terminal-value").map(({ cell }) => cell),
      ...cellsCalled(context, terminal),
      ...context.model.lineItems
        .filter(({ label, concept }) => concept?.id === "terminal-value" || terminal.test(label))
        .flatMap((item) => context.seriesOf(item).map(({ address }) => address)),
    ];
    const unique = new Map(homes.map((home) => [cellKey(home), home]));
    return [
      ...[...unique.values()].flatMap((home) => impliedGrowth(context, home)).slice(0, 2),
      ...impliedMultiple(context).slice(0, 2),
    ];
  },
};
