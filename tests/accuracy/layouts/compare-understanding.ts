import { AuditContext } from "../../../src/audit/audit-context";
import { type CellAddress, type LineItem, type Period } from "../../../src/contracts/model-map";
import { type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { understandModel } from "../../../src/model/understand-model";
import { indexWorkbook } from "../../../src/workbook/index-workbook";

/** How many line items of a model are read as before: by concept (or label), and by the period of their cells. */
export interface Compared {
  readonly items: number;
  readonly kept: number;
  /** Read, but as something else or in another period: worse than not read. */
  readonly wrong: number;
}

const enoughOfTheRow = 0.9;

export function contextOf(workbook: WorkbookSnapshot): AuditContext {
  const index = indexWorkbook(workbook);
  return new AuditContext(index, understandModel(index));
}

/** Each line item of `before` looked up where its cells went. */
export function compareUnderstanding(
  before: AuditContext,
  after: AuditContext,
  placeOf: (address: CellAddress) => CellAddress,
): Compared {
  let [items, kept, wrong] = [0, 0, 0];
  for (const item of before.model.lineItems) {
    const cells = before.ownSeriesOf(item).filter(({ cell }) => cell !== null);
    if (cells.length === 0) continue;
    items++;
    let [same, other] = [0, 0];
    for (const { address, period } of cells) {
      const place = placeOf(address);
      const now = after.itemAt(place);
      if (now === null) continue;
      if (isSameItem(item, now) && isSamePeriod(period, after.periodAt(place))) same++;
      else other++;
    }
    if (same >= cells.length * enoughOfTheRow) kept++;
    else if (other > cells.length - same - other) wrong++;
  }
  return { items, kept, wrong };
}

function isSameItem(before: LineItem, after: LineItem): boolean {
  if (before.concept !== null) return after.concept?.id === before.concept.id;
  return after.concept === null && after.label === before.label;
}

/** A phase the header told before must be told now; one only guessed from formulas may be. */
function isSamePeriod(before: Period, after: Period | null): boolean {
  if (after === null) return false;
  return (
    before.kind === after.kind &&
    before.year === after.year &&
    before.ordinal === after.ordinal &&
    (before.phase === "unknown" || before.phase === after.phase)
  );
}
