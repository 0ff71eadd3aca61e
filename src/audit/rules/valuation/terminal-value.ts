import { type CellAddress } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, isSameCell, nameOf } from "../../lines/cell-name";
import { findDiscounting } from "../../meaning/find-discounting";
import { findPerpetuities, isSameFigure, type Perpetuity } from "../../meaning/find-perpetuities";
import { linkOf, signedTerms } from "../../lines/formula-shape";
import { asRange, number, place, say } from "../../wording/say";

/** The cell of its own where the flow grows on the way into the perpetuity. */
function grownIn(context: AuditContext, home: CellAddress, growsBy: CellAddress): CellAddress[] {
  return context.index
    .dependentsOf(growsBy)
    .filter(
      (cell) =>
        cell.sheet === home.sheet && context.index.dependentsOf(cell).some((reader) => isSameCell(reader, home)),
    );
}

/** The flow above the line grows by one rate, the rate below takes another off. */
function grownByAnother(context: AuditContext, { home, growth, growsBy }: Perpetuity): FindingDraft[] {
  if (growsBy === null || isSameFigure(context, growsBy, growth)) return [];
  const [above, below] = [context.numberAt(growsBy), context.numberAt(growth)];
  if (above === null || below === null || Math.abs(above - below) < 1e-6) return [];
  return [
    {
      severity: "high",
      confidence: 0.92,
      sheet: home.sheet,
      ranges: [...grownIn(context, home, growsBy).map(asRange), asRange(home)],
      title: "The terminal value grows by two different rates",
      comment: say`${called(context, home)} takes ${called(context, growth)} of ${number(context, growth)} off the discount rate, but its cash flow grows by ${called(context, growsBy)} of ${number(context, growsBy)}. A perpetuity has one growth rate, so the value answers to neither. Use the same rate above and below the line.`,
      nature: "slip",
      meaning: `growth/${nameOf(context, home)?.label ?? "perpetuity"}`,
      alsoRead: [growth, growsBy],
    },
  ];
}

const alreadyNextYear = /\b(?:terminal|normali[sz]ed|next year|perpetuity|steady|horizon)\b|\+\s*1\b|\bTV\b/iu;

/** The last year of the forecast stands above the line as it is, though the value is that of the years after. */
function notGrown(context: AuditContext, { home, flow, growth, growsBy }: Perpetuity): FindingDraft[] {
  const item = flow === null || growsBy !== null ? null : context.itemAt(flow);
  const rate = context.numberAt(growth);
  if (flow === null || item === null || rate === null || rate === 0 || alreadyNextYear.test(item.label)) return [];
  const series = context.seriesOf(item).filter(({ address }) => context.numberAt(address) !== null);
  const last = series.at(-1);
  if (last === undefined || !isSameCell(last.address, flow) || last.period.kind !== "year") return [];
  if (series.length < 3 || alreadyNextYear.test(last.period.label) || !isValuedItself(context, flow, home)) return [];
  return [
    {
      severity: "medium",
      confidence: 0.8,
      sheet: home.sheet,
      ranges: [asRange(home)],
      title: "The terminal value starts from a cash flow that has not grown",
      comment: say`${called(context, home)} divides ${called(context, flow)} of ${place(flow, last.period.label)} as it stands by the discount rate less growth of ${number(context, growth)}. The formula values the years after it, the first of which is one year of growth larger. Multiply the flow by one plus growth.`,
      nature: "slip",
      meaning: `not-grown/${nameOf(context, home)?.label ?? "perpetuity"}`,
      alsoRead: [flow, growth],
    },
  ];
}

/** A year that only the terminal value reads is the year after the forecast already. */
function isValuedItself(context: AuditContext, flow: CellAddress, home: CellAddress): boolean {
  return context.index
    .dependentsOf(flow)
    .some((reader) => !isSameCell(reader, home) && context.periodAt(reader)?.label === context.periodAt(flow)?.label);
}

/** Cells that hold a terminal value as of its own year. */
function terminalValues(context: AuditContext): CellAddress[] {
  const named = [
    ...context.parametersOf("terminal-value").map(({ cell }) => cell),
    ...findPerpetuities(context).map(({ home }) => home),
  ];
  const discounts = new Set(findDiscounting(context).map(({ home }) => cellKey(home)));
  return named.filter(
    (cell, i) => named.findIndex((other) => isSameCell(other, cell)) === i && !discounts.has(cellKey(cell)),
  );
}

/** Called the present value, or added to present values, and yet the value of years ahead as it is. */
function notDiscounted(context: AuditContext, value: CellAddress): FindingDraft[] {
  const size = context.numberAt(value);
  if (size === null || size === 0 || conceptOf(context, value) === "pv-of-terminal-value") return [];
  for (const reader of context.index.dependentsOf(value)) {
    const link = linkOf(context, reader);
    const isCalledPresent = nameOf(context, reader)?.concept === "pv-of-terminal-value";
    if (link !== null && isCalledPresent)
      return [
        undiscounted(
          context,
          reader,
          value,
          say`${called(context, reader)} is nothing but a link to ${called(context, value)}, ${number(context, value)}`,
        ),
      ];
    if (nameOf(context, reader)?.concept !== "enterprise-value" || signedTerms(context, reader).length < 2) continue;
    const isAdded = signedTerms(context, reader).some(
      ({ range, sign }) =>
        sign === 1 &&
        isSameCell(value, { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 }),
    );
    if (isAdded)
      return [
        undiscounted(
          context,
          reader,
          value,
          say`${called(context, reader)} adds ${called(context, value)} of ${number(context, value)} as it stands`,
        ),
      ];
  }
  return [];
}

function undiscounted(
  context: AuditContext,
  home: CellAddress,
  value: CellAddress,
  facts: ReturnType<typeof say>,
): FindingDraft {
  return {
    severity: "high",
    confidence: 0.94,
    sheet: home.sheet,
    ranges: [asRange(home)],
    title: "The terminal value is not discounted",
    comment: say`${facts}. That is the value at the end of the forecast; today it is worth less by the discount of all the years before. The valuation is too high by the difference. Multiply it by the discount factor of the last year.`,
    nature: "slip",
    meaning: `undiscounted/${nameOf(context, home)?.label ?? ""}`,
    alsoRead: [value],
  };
}

/** What a terminal value is made of and how it comes to the present. */
export const terminalValue: AuditRule = {
  id: "terminal-value",
  find: (context) => [
    ...findPerpetuities(context).flatMap((found) => [...grownByAnother(context, found), ...notGrown(context, found)]),
    ...terminalValues(context).flatMap((value) => notDiscounted(context, value)),
  ],
};
