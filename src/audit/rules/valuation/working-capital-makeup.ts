import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { compositionOf, termsOf } from "../../meaning/composition";
import { bridgeAt, equityValues } from "../../meaning/equity-bridge-steps";
import { named, number, place, say } from "../../wording/say";

const owed: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>([
  "total-current-liabilities",
  "accounts-payable",
  "accrued-liabilities",
  "other-current-liabilities",
]);
const owned: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>([
  "total-current-assets",
  "accounts-receivable",
  "inventory",
]);
const money: ReadonlySet<ConceptId | null> = new Set<ConceptId | null>(["cash-and-equivalents", "ending-cash"]);

interface Filled {
  readonly item: LineItem;
  readonly cells: readonly CellAddress[];
  readonly last: CellAddress;
}

/** The rows of working capital that are calculated. */
function workingCapital(context: AuditContext): Filled[] {
  return context.itemsOf("working-capital").flatMap((item) => {
    if (item.unit.kind === "percent") return [];
    const cells = context
      .seriesOf(item)
      .filter(({ cell }) => typeof cell?.formula === "string" && typeof cell.value === "number")
      .map(({ address }) => address);
    const last = cells.at(-1);
    return last === undefined ? [] : [{ item, cells, last }];
  });
}

/** What is owed to suppliers is added to what customers owe, instead of taken off. */
function liabilitiesAdded(context: AuditContext, { item, cells, last }: Filled): FindingDraft[] {
  const parts = termsOf(context, last).terms.map(({ address, sign }) => ({
    cell: address,
    sign,
    concept: conceptOf(context, address),
    effect: sign * (context.numberAt(address) ?? 0),
  }));
  const liability = parts.find(({ concept, effect }) => owed.has(concept) && effect > 0);
  const asset = parts.find(({ concept, effect }) => owned.has(concept) && effect > 0);
  if (liability === undefined || asset === undefined) return [];
  return [
    {
      severity: "high",
      confidence: 0.93,
      sheet: item.sheet,
      ranges: coverCells(cells),
      title: "Working capital adds what is owed to suppliers",
      comment: say`${named(item, last)} in ${place(last)} adds ${called(context, liability.cell)} of ${number(context, liability.cell)} to ${called(context, asset.cell)} of ${number(context, asset.cell)}. Liabilities finance a part of the current assets, so they come off; the sum overstates the capital tied up by twice their amount, and its change can have the wrong sign. Turn the sign.`,
      nature: "slip",
      meaning: `liabilities/${item.id}`,
      alsoRead: [liability.cell, asset.cell],
    },
  ];
}

/** Cash that is added to the value of the operations is held in their working capital too. */
function cashWithin(context: AuditContext, { item, cells, last }: Filled, bridgeCash: CellAddress): FindingDraft[] {
  const parts = [...compositionOf(context, last).parts.values()];
  const cash = parts.find(
    ({ address, factor }) =>
      factor > 0 && money.has(conceptOf(context, address)) && (context.numberAt(address) ?? 0) > 0,
  );
  const readers = context.index.allDependents(cells);
  const isValued = readers.some((cell) => /free-cash-flow/u.test(conceptOf(context, cell) ?? ""));
  if (cash === undefined || !isValued) return [];
  return [
    {
      severity: "high",
      confidence: 0.85,
      sheet: item.sheet,
      ranges: coverCells(cells),
      title: "Working capital holds the cash that the bridge adds again",
      comment: say`${named(item, last)} in ${place(last)} contains ${called(context, cash.address)} of ${number(context, cash.address)}. Every rise of cash is then taken off the free cash flow as if operations needed it, while ${called(context, bridgeCash)} of ${number(context, bridgeCash)} is added on the way to equity value. Leave cash, and debt, out of working capital.`,
      nature: "slip",
      meaning: `cash/${item.id}`,
      alsoRead: [cash.address, bridgeCash],
    },
  ];
}

/** What a working capital is made of. */
export const workingCapitalMakeup: AuditRule = {
  id: "working-capital-makeup",
  find(context) {
    const rows = workingCapital(context);
    if (rows.length === 0) return [];
    const bridgeCash = equityValues(context)
      .flatMap((home) => bridgeAt(context, home)?.steps ?? [])
      .find(({ concept, effect, cell }) => money.has(concept) && effect > 0 && nameOf(context, cell) !== null);
    return rows.flatMap((row) => [
      ...liabilitiesAdded(context, row),
      ...(bridgeCash === undefined ? [] : cashWithin(context, row, bridgeCash.cell)),
    ]);
  },
};
