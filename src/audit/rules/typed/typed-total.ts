import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { isSafeTarget } from "../../meaning/safe-target";
import { listed, number, place, say } from "../../wording/say";
import { groupBy } from "../../../workbook/group-by";

const total = /^\s*(?:(?:grand |sub-?\s?)?total\b|sum of\b|net (?:assets|working capital|debt)\b)/iu;
const fewestParts = 3;
const mostParts = 40;
/** Of the total, for parts that are shown rounded. */
const rounding = 0.0005;

interface TypedTotal {
  readonly address: CellAddress;
  readonly row: LabelledRow;
  readonly parts: readonly CellAddress[];
}

/** The figures right above that add up to the typed one; null where they do not. */
function partsOf(context: AuditContext, address: CellAddress): CellAddress[] | null {
  const value = context.numberAt(address)!;
  const rows = context.index.sheetNamed(address.sheet)!;
  const parts: CellAddress[] = [];
  let sum = 0;
  for (let at = rows.usedRowsAbove(address.rowIndex0) - 1; at >= 0 && parts.length < mostParts; at--) {
    const part = { ...address, rowIndex0: rows.usedRows[at]! };
    const figure = context.numberAt(part);
    if (figure === null) break;
    parts.push(part);
    sum += figure;
    const isSum = Math.abs(sum - value) <= Math.abs(value) * rounding;
    if (isSum && parts.filter((one) => context.numberAt(one) !== 0).length >= fewestParts) return parts;
  }
  return null;
}

/** Sheets of typed figures hold what somebody reported. */
function calculatingSheets(context: AuditContext): Set<string> {
  const calculating = context.index.sheets.filter(({ snapshot }) => {
    const numbers = snapshot.cells.filter(({ value }) => typeof value === "number");
    return numbers.filter(({ formula }) => formula !== null).length >= 0.3 * numbers.length;
  });
  return new Set(calculating.map(({ name }) => name));
}

function findTyped(context: AuditContext): TypedTotal[] {
  const calculating = calculatingSheets(context);
  return labelledRows(context).flatMap((row) => {
    if (!total.test(row.label) || !calculating.has(row.sheet)) return [];
    return row.cells.flatMap(({ address, cell }): TypedTotal[] => {
      if (cell.formula !== null || cell.resultOf !== undefined || typeof cell.value !== "number" || cell.value === 0)
        return [];
      if (context.itemAt(address) !== null && context.periodAt(address)?.phase === "actual") return [];
      const parts = partsOf(context, address);
      return parts === null || !isSafeTarget(context, [address], parts) ? [] : [{ address, row, parts }];
    });
  });
}

function draft(context: AuditContext, found: readonly TypedTotal[]): FindingDraft {
  const first = found[0]!;
  const one = found.length === 1;
  const isUsed = found.some(({ address }) => context.index.dependentsOf(address).length > 0);
  const names = new Map(found.map((typed) => [typed.row.label, typed]));
  return {
    severity: isUsed ? "medium" : "low",
    confidence: 0.85,
    sheet: first.row.sheet,
    ranges: coverCells(found.map(({ address }) => address)),
    title: names.size === 1 ? `“${first.row.label}” is typed, not added up` : "Totals are typed, not added up",
    comment: say`${listed([...names.values()].map(({ row, address, parts }) => say`“${place(address, row.label)}” of ${number(context, address)} (the sum of ${place(coverCells(parts)[0]!)})`))} ${one ? "is a typed number" : "are typed numbers"}. A change of a part leaves the total behind${isUsed ? ", and the formulas that read it" : ""}. Add the parts up.`,
    nature: "slip",
    meaning: [...names.keys()].join("/"),
    aside: say`The total is typed, though its parts stand above it.`,
  };
}

/** A total typed under the parts that add up to it, on a sheet that calculates otherwise. */
export const typedTotal: AuditRule = {
  id: "typed-total",
  find(context) {
    const bySheet = groupBy(findTyped(context), (one) => one.row.sheet);
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
