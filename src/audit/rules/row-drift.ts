import { type CellAddress } from "../../contracts/model-map";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { parseFullReference } from "../../workbook/address";
import { fromR1C1 } from "../../workbook/r1c1";
import { readFormula } from "../../workbook/read-formula";
import { referencesOf } from "../../workbook/references";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { howSure, listed, named, place, say } from "../say";
import { type Break, breaksInside, typed, withoutSharedBreaks } from "../zones";

/** What the cell reads and what its neighbours' formula would read in its place, each without what both read. */
function differenceOf(context: AuditContext, odd: CellAddress, pattern: CellAddress) {
  const spelled = context.index.r1c1At(pattern);
  const expected = spelled === null ? null : fromR1C1(spelled, odd);
  if (expected === null) return null;
  const shouldRead = referencesOf(readFormula(expected), odd.sheet).map((reference) => reference.written);
  const reads = context.index.referencesAt(odd).map((reference) => reference.written);
  const asRange = (written: string): CellRange[] => {
    const range = parseFullReference(written, odd.sheet);
    return range === null ? [] : [range];
  };
  return {
    extra: reads.filter((written) => !shouldRead.includes(written)).flatMap(asRange),
    missing: shouldRead.filter((written) => !reads.includes(written)).flatMap(asRange),
  };
}

/** Windows that slide on purpose (a depreciation of vintages): the same range, only its far end moves. */
function slides(context: AuditContext, found: Break): boolean {
  const difference = differenceOf(context, found.segment.cells[0]!.address, found.pattern.address);
  if (difference === null || difference.extra.length !== 1 || difference.missing.length !== 1) return false;
  const [a, b] = [difference.extra[0]!, difference.missing[0]!];
  const isRange = (range: CellRange) => range.startColumn0 !== range.endColumn0;
  return isRange(a) && isRange(b) && a.startRow0 === b.startRow0 && a.endColumn0 === b.endColumn0;
}

function draft(context: AuditContext, found: readonly Break[]): FindingDraft {
  const { item, segment, pattern } = found[0]!;
  const odd = segment.cells[0]!;
  const ranges = coverCells(found.flatMap((one) => one.segment.cells.map((cell) => cell.address)));
  const difference = differenceOf(context, odd.address, pattern.address);
  const extra = difference?.extra ?? [];
  const missing = difference?.missing ?? [];
  const what =
    extra.length > 0 && missing.length > 0
      ? say`It reads ${listed(extra.map((range) => place(range)))} where the row’s own formula would read ${listed(missing.map((range) => place(range)))}.`
      : missing.length > 0
        ? say`It leaves out ${listed(missing.map((range) => place(range)))}, which the row’s own formula reads.`
        : extra.length > 0
          ? say`It also reads ${listed(extra.map((range) => place(range)))}, which the rest of the row does not.`
          : say`It reads the same cells but calculates with them differently.`;
  const others =
    found.length === 1
      ? []
      : say` The same happens in ${listed(found.slice(1).map((one) => named(one.item, one.segment.cells[0]!.address)))}.`;
  const confidence = 0.85;
  return {
    severity: "high",
    confidence,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” breaks its own formula in ${odd.period.label}`,
    comment: say`${named(item, ranges[0])} is calculated differently from the cells on both sides of it, such as ${place(pattern.address)}. ${what}${others} If the change is meant, say so beside it; if not, copy the formula across. ${howSure(confidence)}`,
    meaning: `${item.id}/${odd.period.label}`,
    alsoRead: [pattern.address],
  };
}

/** Rows next to each other that break in the same column have one cause. */
function joined(breaks: readonly Break[]): Break[][] {
  const groups: Break[][] = [];
  for (const found of breaks) {
    const group = groups.find(([first]) => {
      const sameColumn = first!.segment.cells[0]!.period.index0 === found.segment.cells[0]!.period.index0;
      return sameColumn && first!.item.axisId === found.item.axisId;
    });
    if (group === undefined) groups.push([found]);
    else group.push(found);
  }
  return groups;
}

export const rowDrift: AuditRule = {
  id: "row-drift",
  find(context) {
    const breaks = withoutSharedBreaks(
      context,
      context.model.lineItems.flatMap((item) => breaksInside(context, item)),
    ).filter((found) => found.segment.key !== typed && !slides(context, found));
    return joined(breaks).map((group) => draft(context, group));
  },
};
