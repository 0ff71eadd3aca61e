import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { linkOf } from "./formula-shape";

/** Two figures of one row, a period apart. */
export interface LeadingStep {
  readonly from: CellAddress;
  readonly to: CellAddress;
}

/** At a share that hardly moves, a row takes the step of what it is a share of. */
const nearEnough = 0.02;
const longestChain = 12;

/** The step of a row the formula reads that is the formula's own step since the cell before: it merely follows. */
export function leadingStep(context: AuditContext, before: CellAddress, home: CellAddress): LeadingStep | null {
  const [then, now] = [context.numberAt(before), context.numberAt(home)];
  if (then === null || now === null || then === 0) return null;
  const rows = home.rowIndex0 - before.rowIndex0;
  const columns = home.columnIndex0 - before.columnIndex0;
  for (const range of context.index.precedentsOf(home)) {
    if (range.startRow0 !== range.endRow0 || range.startColumn0 !== range.endColumn0) continue;
    const to = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
    const isOwnRow =
      to.sheet === home.sheet && (rows === 0 ? to.rowIndex0 === home.rowIndex0 : to.columnIndex0 === home.columnIndex0);
    const from = { ...to, rowIndex0: to.rowIndex0 - rows, columnIndex0: to.columnIndex0 - columns };
    const [was, is] = [context.numberAt(from), context.numberAt(to)];
    if (isOwnRow || was === null || is === null || was === 0) continue;
    if (Math.abs(is / was - now / then) <= nearEnough * Math.abs(now / then)) return { from, to };
  }
  return null;
}

/** Where a figure is made, over any number of links that carry it on, whichever their sign. */
export function madeAt(context: AuditContext, address: CellAddress): CellAddress {
  let at = address;
  for (let step = 0; step < longestChain; step++) {
    const link = linkOf(context, at);
    if (link === null) return at;
    at = link.target;
  }
  return at;
}
