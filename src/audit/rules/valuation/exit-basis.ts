import { type CellAddress } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf, originOf } from "../../lines/cell-name";
import { cellsCalled } from "../../lines/cells-called";
import { standsAlone } from "../../lines/stands-alone";
import { asRange, number, place, say } from "../../wording/say";

const exitMultiple = /\bexit\b.*\bmultiple\b|\bmultiple\b.*\bexit\b/iu;
const entryMultiple = /\b(?:entry|purchase|acquisition|transaction|buy-?in)\b.*\bmultiple\b/iu;
const exitValue =
  /\b(?:exit|terminal|sale)\b.*\b(?:enterprise value|ev|tev|value|proceeds|price)\b|\b(?:enterprise value|ev|tev)\b.*\b(?:exit|sale)\b/iu;
const exitDebt = /\bdebt\b.*\bexit\b|\bexit\b.*\bdebt\b/iu;
const notAnAmount = /\/|\bmultiple\b|%|\bratio\b|\bleverage\b|\bper\b/iu;
const nearEnough = 0.03;

/** The label alone, for a cell on a model's row too. */
const labelOf = (context: AuditContext, cell: CellAddress) => nameOf(context, cell)?.label ?? "";

function readsDirectly(context: AuditContext, cell: CellAddress): CellAddress[] {
  return context.index
    .precedentsOf(cell)
    .filter((range) => range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0)
    .map((range) => ({ sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 }));
}

/** The exit is valued at what was paid on the way in, although the model states what it expects on the way out. */
function entryAtExit(context: AuditContext): FindingDraft[] {
  const multiples = cellsCalled(context, exitMultiple);
  const stated = multiples.filter((cell) => context.index.formulaAt(cell) === null && context.numberAt(cell)! > 1);
  const only = stated[0];
  if (only === undefined || new Set(stated.map((cell) => context.numberAt(cell))).size > 1) return [];
  const moved = new Set(context.index.allDependents(stated).map(cellKey));
  const homes = [...multiples, ...cellsCalled(context, exitValue)].filter(
    (cell) => context.index.formulaAt(cell) !== null && !moved.has(cellKey(cell)),
  );
  for (const home of homes) {
    const entry = readsDirectly(context, home).find((read) =>
      [read, originOf(context, read)].some((cell) => entryMultiple.test(labelOf(context, cell))),
    );
    if (entry === undefined || !context.index.isRead(home)) continue;
    return [
      {
        severity: "high",
        confidence: 0.92,
        sheet: home.sheet,
        ranges: [home, ...(only.sheet === home.sheet ? [only] : [])].map(asRange),
        title: "The exit is valued at the entry multiple",
        comment: say`${called(context, home)} in ${place(home)} reads ${called(context, entry)} of ${number(context, entry)}. ${called(context, only)} of ${number(context, only)} in ${place(only)} is stated for that and never reaches it: whatever is put there, the return stays. Point the exit at its own multiple.`,
        nature: "slip",
        meaning: `entry-at-exit/${labelOf(context, home)}`,
        alsoRead: [entry, only],
      },
    ];
  }
  return [];
}

/** Debt at exit typed in, while a schedule of the same workbook knows it for every year. */
function typedDebt(context: AuditContext): FindingDraft[] {
  const schedules = (["net-debt", "total-debt"] as const).flatMap((concept) =>
    context
      .itemsOf(concept)
      .filter((item) => item.unit.kind !== "percent")
      .map((item) => ({
        item,
        cells: context
          .seriesOf(item)
          .filter(({ cell }) => typeof cell?.formula === "string" && typeof cell.value === "number"),
      }))
      .filter(({ cells }) => cells.length >= 3),
  );
  const balances = schedules.flatMap(({ cells }) => cells.map(({ address }) => address));
  const [schedule] = schedules;
  const last = schedule?.cells.at(-1);
  if (schedule === undefined || last === undefined) return [];
  return cellsCalled(context, exitDebt)
    .filter((cell) => {
      const value = context.numberAt(cell)!;
      const isAmount = !notAnAmount.test(labelOf(context, cell)) && Math.abs(value) > 1;
      if (!isAmount || context.index.formulaAt(cell) !== null || !standsAlone(context, cell)) return false;
      return !balances.some(
        (balance) => Math.abs(Math.abs(context.numberAt(balance)!) - Math.abs(value)) <= nearEnough * Math.abs(value),
      );
    })
    .slice(0, 1)
    .map((cell) => ({
      severity: "high" as const,
      confidence: 0.88,
      sheet: cell.sheet,
      ranges: [asRange(cell)],
      title: "The debt at exit is typed and is in no year of the schedule",
      comment: say`${called(context, cell)} is typed, ${number(context, cell)}. ${called(context, last.address)} on ${last.address.sheet} ends at ${number(context, last.address)} in ${place(last.address, last.period.label)} and is at that figure in no year. The equity left at exit is wrong by the difference. Link it to the schedule in the exit year.`,
      nature: "slip" as const,
      meaning: `exit-debt/${labelOf(context, cell)}`,
      alsoRead: [last.address],
    }));
}

/** What an exit is valued on: its own multiple, and the debt the schedule leaves. */
export const exitBasis: AuditRule = {
  id: "exit-basis",
  find: (context) => [...entryAtExit(context), ...typedDebt(context)],
};
