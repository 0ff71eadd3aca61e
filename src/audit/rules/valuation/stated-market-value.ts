import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { standsAlone } from "../../lines/stands-alone";
import { asRange, calculated, number, say } from "../../wording/say";

const caps: ReadonlySet<ConceptId> = new Set<ConceptId>(["market-capitalization"]);
const prices: ReadonlySet<ConceptId> = new Set<ConceptId>(["share-price"]);
const counts: ReadonlySet<ConceptId> = new Set<ConceptId>(["shares-outstanding", "shares-diluted", "shares-basic"]);
/** Not what the market pays today. */
const otherPrice = /impl|intrinsic|fair|target|offer|exercise|strike|high|low|52|average|adjusted|issue|book|value/iu;
const furthestOff = 0.1;

/** How far a stated value is from price × shares, whatever units the three are in: 0.1 is a tenth. */
function distance(stated: number, product: number): number {
  const tens = Math.log10(stated / product);
  return Math.abs(10 ** (tens - Math.round(tens)) - 1);
}

/** Those in the column of a table of companies; else those of the sheet, where they are of one company. */
function beside(cells: readonly CellAddress[], cap: CellAddress): CellAddress[] {
  const onSheet = cells.filter(({ sheet }) => sheet === cap.sheet);
  const inRow = onSheet.filter(({ rowIndex0 }) => rowIndex0 === cap.rowIndex0);
  const inColumn = onSheet.filter(({ columnIndex0 }) => columnIndex0 === cap.columnIndex0);
  return inRow.length > 0 ? inRow : inColumn.length > 0 ? inColumn : onSheet;
}

function judge(
  context: AuditContext,
  cap: CellAddress,
  allPrices: readonly CellAddress[],
  allCounts: readonly CellAddress[],
): FindingDraft[] {
  const stated = context.numberAt(cap);
  if (stated === null || stated <= 0 || context.index.formulaAt(cap) !== null) return [];
  const paid = beside(allPrices, cap).filter((cell) => context.numberAt(cell)! > 0);
  const shares = beside(allCounts, cap).filter((cell) => context.numberAt(cell)! > 0);
  const [price, count] = [paid[0], shares[0]];
  const isOne = new Set(paid.map((cell) => context.numberAt(cell))).size === 1;
  if (price === undefined || count === undefined || !isOne || shares.length > 3) return [];
  const product = context.numberAt(price)! * context.numberAt(count)!;
  if (shares.some((cell) => distance(stated, context.numberAt(price)! * context.numberAt(cell)!) <= furthestOff))
    return [];
  const shown = calculated(product, "currency", "price * shares", { price, shares: count });
  const isUsed = context.index.isRead(cap);
  return [
    {
      severity: isUsed ? "high" : "medium",
      confidence: 0.88,
      sheet: cap.sheet,
      ranges: [asRange(cap)],
      title: "The market value stated is not price times shares",
      comment: say`${called(context, cap)} is typed, ${number(context, cap)}. ${called(context, price)} of ${number(context, price)} times ${called(context, count)} of ${number(context, count)} is ${shown}, and no change of units brings the two together. ${isUsed ? "What reads it, the weights of capital or a multiple, follows the wrong one. " : ""}Calculate it from price and shares of one date.`,
      nature: "slip",
      meaning: `market-value/${nameOf(context, cap)?.label ?? ""}`,
      alsoRead: [price, count],
    },
  ];
}

/** A typed market capitalization that its own price and share count contradict. */
export const statedMarketValue: AuditRule = {
  id: "stated-market-value",
  find(context) {
    const off = (cell: CellAddress) => standsAlone(context, cell);
    const allPrices = cellsNamed(context, prices, /\bprice\b/iu).filter(
      (cell) => off(cell) && !otherPrice.test(nameOf(context, cell)?.label ?? ""),
    );
    const allCounts = cellsNamed(context, counts, /\bshares\b/iu).filter(off);
    return cellsNamed(context, caps, /\bmarket cap|\bmarket value of equity\b/iu)
      .filter(off)
      .flatMap((cap) => judge(context, cap, allPrices, allCounts))
      .slice(0, 2);
  },
};
