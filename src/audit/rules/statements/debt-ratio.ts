import { readRatioLabel } from "../../../concepts/read-ratio-label";
import { isDebtBalance } from "../../../concepts/sign-convention";
import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called } from "../../lines/cell-name";
import { compositionOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { ratioSides, soleRead } from "../../meaning/ratio-sides";
import { named, number, place, say } from "../../wording/say";
import { isSurely, sureConcept } from "../../meaning/sure-concept";

/** Owed to suppliers, staff and the state, without interest. */
const operatingClaims: ReadonlySet<ConceptId> = new Set([
  "accounts-payable",
  "accrued-liabilities",
  "accrued-expenses",
  "deferred-revenue",
  "income-taxes-payable",
  "other-current-liabilities",
]);
const afterDepreciation: ReadonlySet<ConceptId> = new Set(["ebit", "operating-income"]);
const charges = ["depreciation-and-amortization", "depreciation"] as const;
const aboutDebt = /^\s*(?:total\s+|gross\s+|net\s+)?debt\b(?!\s*service)/iu;
/** Where debt is most of what is owed, the difference is one of wording. */
const mostlyDebt = 0.6;
const farFrom = 0.05;

interface Wrong {
  readonly home: CellAddress;
  readonly over: { readonly read: CellAddress; readonly debt: CellAddress; readonly other: CellAddress } | null;
  readonly under: { readonly read: CellAddress; readonly charge: CellAddress } | null;
}

/** Liabilities of trade within what is divided as debt, though the balance sheet shows debt by itself. */
function tradeIn(context: AuditContext, home: CellAddress, read: CellAddress): Wrong["over"] {
  const parts = [...compositionOf(context, read).parts.values()].filter(({ factor }) => factor === 1);
  const shown = parts.map(({ address }) => ({ address, id: sureConcept(context.itemAt(address)) ?? "" }));
  const other = shown.find(({ id, address }) => operatingClaims.has(id) && (context.numberAt(address) ?? 0) > 0);
  const debts = shown.filter(({ id }) => isDebtBalance(id));
  const debt = debts[0];
  const whole = context.numberAt(read);
  if (other === undefined || debt === undefined || whole === null || whole <= 0) return null;
  const owed = debts.reduce((sum, { address }) => sum + (context.numberAt(address) ?? 0), 0);
  return owed > whole * mostlyDebt || read.columnIndex0 !== home.columnIndex0
    ? null
    : { read, debt: debt.address, other: other.address };
}

/** Operating profit after depreciation in the place of EBITDA, though depreciation is shown. */
function profitAfter(context: AuditContext, home: LineItem, cell: CellAddress, read: CellAddress): Wrong["under"] {
  const profit = context.itemAt(read);
  if (sureConcept(home) !== "debt-to-ebitda" || profit === null || !isSurely(profit, afterDepreciation)) return null;
  const column = context.seriesOf(profit).findIndex(({ address }) => cellKey(address) === cellKey(read));
  const charge = charges
    .flatMap((concept) => context.itemsOf(concept, 0.84))
    .find(({ axisId }) => axisId === profit.axisId);
  const value = context.numberAt(read);
  const at = charge === undefined ? undefined : context.seriesOf(charge)[column]?.address;
  const size = at === undefined ? null : context.numberAt(at);
  if (at === undefined || size === null || value === null || Math.abs(size) < Math.abs(value) * farFrom) return null;
  return cellKey(at) === cellKey(cell) ? null : { read, charge: at };
}

function wrongAt(context: AuditContext, item: LineItem, home: CellAddress): Wrong | null {
  const sides = ratioSides(context, home);
  if (sides === null) return null;
  const over = soleRead(context, home, sides.over);
  const under = soleRead(context, home, sides.under);
  const wrong = {
    home,
    over: over === null ? null : tradeIn(context, home, over),
    under: under === null ? null : profitAfter(context, item, home, under),
  };
  return wrong.over === null && wrong.under === null ? null : wrong;
}

function judge(context: AuditContext, item: LineItem): FindingDraft[] {
  const ratio = readRatioLabel(item.label);
  const isOfDebt =
    /^debt-to-|^debt-weight$/u.test(sureConcept(item) ?? "") || ratio?.numerator?.concept === "total-debt";
  if (!isOfDebt && !/\bdebt\s*(?:to|\/)/iu.test(item.label)) return [];
  if (!aboutDebt.test(item.label)) return [];
  const found = context.seriesOf(item).flatMap(({ address }) => wrongAt(context, item, address) ?? []);
  const first = found[0];
  if (first === undefined) return [];
  const { home, over, under } = first;
  const period = context.periodAt(home)?.label;
  const when = period === undefined ? [] : say` in ${place(home, period)}`;
  const overText =
    over === null
      ? []
      : say` What it divides${when} is ${number(context, over.read)} of liabilities, ${called(context, over.other)} of ${number(context, over.other)} among them, while ${called(context, over.debt)} is ${number(context, over.debt)}. Money owed to suppliers bears no interest, so the ratio says nothing about borrowing. Divide the debt, or call it liabilities.`;
  const underText =
    under === null
      ? []
      : say` It divides by ${called(context, under.read)} of ${number(context, under.read)}, which is after ${called(context, under.charge)} of ${number(context, under.charge)}: EBITDA is before it. Add that back.`;
  return [
    {
      severity: "high",
      confidence: 0.88,
      sheet: item.sheet,
      ranges: coverCells(found.map((one) => one.home)),
      title: `“${item.label.trim()}” is ${over === null ? "not taken on EBITDA" : "made of all liabilities"}`,
      comment: say`${named(item, home)} is not what its name says.${overText}${underText}`,
      nature: "slip",
      meaning: item.id,
      alsoRead: [
        ...(over === null ? [] : [over.read, over.debt, over.other]),
        ...(under === null ? [] : [under.read, under.charge]),
      ],
    },
  ];
}

/** A ratio of debt whose parts are another thing: all liabilities, or a profit after depreciation. */
export const debtRatio: AuditRule = {
  id: "debt-ratio",
  find: (context) => context.model.lineItems.flatMap((item) => judge(context, item)),
};
