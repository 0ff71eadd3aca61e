import { type LineItem } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";

const asked = new WeakMap<LineItem, boolean>();

/** Whether every formula of a row is a copy of the first, so that what is true of one period is true of all. */
export function isOneFormula(context: AuditContext, item: LineItem): boolean {
  let isOne = asked.get(item);
  if (isOne === undefined) asked.set(item, (isOne = look(context, item)));
  return isOne;
}

function look(context: AuditContext, item: LineItem): boolean {
  let first: string | null = null;
  for (const { address, cell } of context.ownSeriesOf(item)) {
    if ((cell?.formula ?? null) === null) continue;
    const spelled = context.index.r1c1At(address);
    if (spelled === null || (first !== null && spelled !== first)) return false;
    first = spelled;
  }
  return true;
}
