import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { listed, named, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const fewestPeriods = 3;
/** Rows around it that run on to the end show that the table does. */
const fewestNeighbours = 4;
const farthestNeighbour = 8;
/** What happens once, by its nature. */
const happensOnce =
  /\b(?:opening|initial|entry|exit|closing|transaction|adjustments?|purchase|sources?|uses?|goodwill|one[- ]?(?:off|time)|terminal|perpetuity|irr|moic|npv|cagr|average|total return|valuation|enterprise value|equity value|per share|multiple|beginning)\b/iu;

interface Stopped {
  readonly item: LineItem;
  readonly calculated: readonly SeriesCell[];
  readonly blank: readonly SeriesCell[];
  /** What the last formula reads in its own period: it runs on. */
  readonly source: LineItem;
}

function isFormula({ cell }: SeriesCell): boolean {
  return (cell?.formula ?? null) !== null;
}

function isBlank({ cell }: SeriesCell): boolean {
  return cell === null || (cell.formula === null && cell.value === null);
}

/** The forecast of a row: periods of one kind, from the first on. */
function forecastOf(context: AuditContext, item: LineItem): SeriesCell[] {
  const forecast = context.seriesOf(item).filter(({ period }) => period.phase === "forecast");
  return forecast.filter(({ period }) => period.kind === forecast[0]!.period.kind);
}

/** A row that the formula reads in its own period, calculated in every period after it. */
function goesOn(context: AuditContext, { address }: SeriesCell, blank: readonly SeriesCell[]): LineItem | null {
  for (const range of context.index.precedentsOf(address)) {
    const isOne = range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0;
    if (!isOne) return null;
    const target = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
    if (range.sheet !== address.sheet || range.startColumn0 !== address.columnIndex0) continue;
    const source = context.itemAt(target);
    if (
      source !== null &&
      blank.every((entry) => isCalculated(context, { ...entry.address, rowIndex0: range.startRow0 }))
    )
      return source;
  }
  return null;
}

function isCalculated(context: AuditContext, address: CellAddress): boolean {
  return (context.cellAt(address)?.formula ?? null) !== null && context.numberAt(address) !== null;
}

function stoppedIn(context: AuditContext, item: LineItem): Stopped | null {
  if (context.axisOf(item).orientation !== "columns" || happensOnce.test(item.label)) return null;
  const forecast = forecastOf(context, item);
  const count = forecast.findIndex((entry) => !isFormula(entry));
  if (forecast.length < fewestPeriods || count <= 0) return null;
  const [calculated, blank] = [forecast.slice(0, count), forecast.slice(count)];
  if (blank.length < 2 || !blank.every(isBlank)) return null;
  const last = calculated.at(-1)!;
  if (linkOf(context, last.address) !== null) return null;
  const source = goesOn(context, last, blank);
  return source === null ? null : { item, calculated, blank, source };
}

/** Rows close by that are filled in every period the row leaves blank. */
function runsOnAround(context: AuditContext, { item, blank }: Stopped): boolean {
  const sheet = item.sheet;
  let full = 0;
  for (let step = -farthestNeighbour; step <= farthestNeighbour; step++) {
    if (step === 0 || item.index0 + step < 0) continue;
    const rowIndex0 = item.index0 + step;
    if (
      blank.every(
        ({ address }) => (context.index.cellAt(sheet, rowIndex0, address.columnIndex0)?.formula ?? null) !== null,
      )
    )
      full++;
  }
  return full >= fewestNeighbours;
}

function draft(stopped: readonly Stopped[]): FindingDraft {
  const { item, calculated, blank, source } = stopped[0]!;
  const last = calculated.at(-1)!;
  const ranges = coverCells(stopped.flatMap((one) => one.blank.map(({ address }) => address)));
  const others = stopped.slice(1).map((one) => named(one.item));
  const also = others.length === 0 ? [] : say` The same holds for ${listed(others)}.`;
  return {
    severity: "medium",
    confidence: 0.75,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” is calculated up to ${last.period.label} and blank after it`,
    comment: say`${named(item, last.address)} is calculated in ${last.period.label} and left blank from ${place(blank[0]!.address, blank[0]!.period.label)} on, although ${named(source)}, which it reads, and the rows around it run to the end.${also} Whatever reads the later periods finds nothing there. Copy the formula across.`,
    nature: "slip",
    meaning: `${item.id}/${last.period.label}`,
    alsoRead: [last.address],
  };
}

/** Rows of a forecast filled for its first periods only. */
export const rowStops: AuditRule = {
  id: "row-stops",
  find(context) {
    const groups = new Map<string, Stopped[]>();
    for (const item of context.model.lineItems) {
      const stopped = stoppedIn(context, item);
      if (stopped === null || !runsOnAround(context, stopped)) continue;
      const key = `${item.axisId}/${stopped.calculated.length}`;
      addTo(groups, key, stopped);
    }
    return [...groups.values()].map(draft);
  },
};
