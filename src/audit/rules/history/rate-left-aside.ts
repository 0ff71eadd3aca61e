import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { listed, named, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const fewestPeriods = 2;

/** Forecast figures of a rate that depend on nothing but its own history, or are typed: an assumption, not an analysis. */
function assumptionOf(context: AuditContext, item: LineItem): readonly SeriesCell[] {
  if (item.unit.kind !== "percent" && item.unit.kind !== "days" && item.unit.kind !== "multiple") return [];
  const forecast = context.seriesOf(item).filter(({ period, cell }) => period.phase === "forecast" && cell !== null);
  const isOwn = forecast.every(({ address, cell }) =>
    cell!.formula === null
      ? context.numberAt(address) !== null
      : context.index.precedentsOf(address).length > 0 &&
        context.index
          .precedentsOf(address)
          .every(
            ({ sheet, startRow0, endRow0 }) =>
              sheet === item.sheet && startRow0 === endRow0 && startRow0 === item.index0,
          ),
  );
  return isOwn && forecast.length >= fewestPeriods ? forecast : [];
}

interface LeftAside {
  readonly item: LineItem;
  readonly forecast: readonly SeriesCell[];
  /** Forecast cells of one row that are worked out with the history of the rate. */
  readonly readers: readonly CellAddress[];
}

function judge(context: AuditContext, item: LineItem): LeftAside | null {
  if (context.axisOf(item).orientation !== "columns") return null;
  const forecast = assumptionOf(context, item);
  if (forecast.length === 0) return null;
  const own = new Set(forecast.map(({ address }) => cellKey(address)));
  const isRead = forecast.some(
    ({ address }) =>
      context.index.mayBeReadUnseen(address) ||
      context.index.dependentsOf(address).some((reader) => !own.has(cellKey(reader))),
  );
  if (isRead) return null;
  const history = context
    .seriesOf(item)
    .filter(({ period, cell }) => period.phase !== "forecast" && cell !== null)
    .flatMap(({ address }) => context.index.dependentsOf(address));
  const readers = new Map<string, CellAddress>();
  for (const reader of history) {
    const period = context.periodAt(reader);
    if (period?.phase === "forecast" && context.itemAt(reader) !== item) readers.set(cellKey(reader), reader);
  }
  const rows = new Set([...readers.values()].map(({ sheet, rowIndex0 }) => `${sheet}/${rowIndex0}`));
  return readers.size >= fewestPeriods && rows.size === 1 && [...readers.values()][0]!.sheet === item.sheet
    ? { item, forecast, readers: [...readers.values()] }
    : null;
}

function draft(context: AuditContext, found: readonly LeftAside[]): FindingDraft {
  const { item, forecast, readers } = found[0]!;
  const one = found.length === 1;
  const row = context.itemAt(readers[0]!)!;
  const assumed = found.flatMap((rate) => rate.forecast.map(({ address }) => address));
  const worked = found.flatMap((rate) => rate.readers);
  return {
    severity: "medium",
    confidence: 0.9,
    sheet: item.sheet,
    ranges: [...coverCells(assumed), ...coverCells(worked)],
    title: one ? `“${item.label.trim()}” of the forecast moves nothing` : "Rates assumed for the forecast move nothing",
    comment: say`No formula reads what ${listed(found.map((rate) => named(rate.item, rate.forecast[0]!.address)))} ${one ? "says" : "say"} for the forecast: ${named(row, readers[0])} is worked out with the history of ${named(item)} again${one ? "" : ", and so are the others"}. Whoever changes ${place(coverCells(forecast.map(({ address }) => address))[0]!)} sees no effect. Let the row read the assumption of its own year.`,
    nature: "slip",
    meaning: found.map((rate) => rate.item.id).join(),
    aside: say`The rate assumed for the forecast is not read.`,
  };
}

/** A rate assumed for the forecast that nothing reads, while the row it is for goes back to the history of the rate. */
export const rateLeftAside: AuditRule = {
  id: "rate-left-aside",
  find(context) {
    const bySheet = new Map<string, LeftAside[]>();
    for (const item of context.model.lineItems) {
      const found = judge(context, item);
      if (found === null) continue;
      addTo(bySheet, item.sheet, found);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
