import { type CellAddress } from "../../../contracts/model-map";
import { type CellRange, type CellValue } from "../../../contracts/workbook-snapshot";
import { formatFullReference } from "../../../workbook/address";
import { type FormulaNode } from "../../../workbook/formula";
import { walkFormula } from "../../../workbook/walk-formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { rangesOf } from "../../lines/formula-shape";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";
import { withoutBrackets } from "../../../workbook/without-brackets";

const fewestKeys = 3;
type Call = FormulaNode & { readonly kind: "call" };

/** The keys a look-up that takes the nearest match goes through; null for exact ones and for what cannot be told. */
function keysOf(context: AuditContext, home: CellAddress, call: Call): CellRange | null {
  const table = call.args[1];
  if (table === undefined) return null;
  const range = rangesOf(context, home, withoutBrackets(table))[0];
  if (range === undefined) return null;
  if (call.name === "VLOOKUP") return isNearest(call.args[3]) ? { ...range, endColumn0: range.startColumn0 } : null;
  if (call.name === "HLOOKUP") return isNearest(call.args[3]) ? { ...range, endRow0: range.startRow0 } : null;
  return call.name === "MATCH" && isNearest(call.args[2]) ? range : null;
}

/** Left out, 1 or TRUE. */
function isNearest(mode: FormulaNode | undefined): boolean {
  if (mode === undefined) return true;
  const inner = withoutBrackets(mode);
  return (inner.kind === "number" && inner.value === 1) || (inner.kind === "boolean" && inner.value);
}

/** The first key that is smaller than the one before it; null where they ascend or are of several kinds. */
function firstFalling(context: AuditContext, keys: CellRange): CellAddress | null {
  let before: CellValue = null;
  let count = 0;
  let falling: CellAddress | null = null;
  for (const { value, rowIndex0, columnIndex0 } of context.index.cellsIn(keys)) {
    if (value === null) continue;
    if (typeof value !== "number" && typeof value !== "string") return null;
    if (before !== null && typeof value !== typeof before) return null;
    if (before !== null && falling === null && isSmaller(value, before))
      falling = { sheet: keys.sheet, rowIndex0, columnIndex0 };
    before = value;
    count++;
  }
  return count >= fewestKeys ? falling : null;
}

function isSmaller(value: number | string, before: CellValue): boolean {
  if (typeof value === "number" || typeof before !== "string") return Number(value) < Number(before);
  return value.toLowerCase() < before.toLowerCase();
}

interface Unsorted {
  readonly address: CellAddress;
  readonly keys: CellRange;
  readonly falling: CellAddress;
}

function draft(context: AuditContext, found: readonly Unsorted[]): FindingDraft {
  const { address, keys, falling } = found[0]!;
  const ranges = coverCells(found.map((one) => one.address));
  return {
    severity: "high",
    confidence: 0.85,
    sheet: address.sheet,
    ranges,
    title: `${titleName(context, address)} looks up the nearest match among unsorted keys`,
    comment: say`${calledAt(context, address, ranges[0])} looks for the nearest match in ${place(keys)}, which works only where the keys ascend; at ${place(falling)} they fall. It may return another row’s value without any error. Ask for an exact match, or sort the keys.`,
    nature: "slip",
    meaning: `${meaningOf(context, address)}/nearest`,
    alsoRead: [falling],
  };
}

/** An approximate look-up in keys that are not sorted. */
export const unsortedLookup: AuditRule = {
  id: "unsorted-lookup",
  find(context) {
    const fallingByKeys = new Map<string, CellAddress | null>();
    const bySheet = new Map<string, Unsorted[]>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!/(?:LOOKUP|MATCH)\(/iu.test(cell.formula!)) continue;
      const address = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      const formula = context.index.formulaAt(address);
      if (formula?.kind !== "read") continue;
      for (const node of walkFormula(formula.root)) {
        const keys = node.kind === "call" ? keysOf(context, address, node) : null;
        if (keys === null) continue;
        const key = formatFullReference(keys);
        if (!fallingByKeys.has(key)) fallingByKeys.set(key, firstFalling(context, keys));
        const falling = fallingByKeys.get(key)!;
        if (falling === null) continue;
        addTo(bySheet, `${sheet}/${key}`, { address, keys, falling });
        break;
      }
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
