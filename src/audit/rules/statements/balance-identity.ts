import { signConvention } from "../../../concepts/sign-convention";
import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { termsOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { conceptOfRow, labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { sheetsWithAFailedCheck } from "../checks/balance-check";
import { calculated, listed, number, place, say } from "../../wording/say";

const tolerance = 0.001;
const mostRowsApart = 40;

interface Gap {
  readonly assets: CellAddress;
  readonly sides: readonly CellAddress[];
  readonly value: number;
}

function gapsOf(
  context: AuditContext,
  assets: LabelledRow,
  sides: readonly LabelledRow[],
): { readonly gaps: Gap[]; readonly compared: number } {
  const gaps: Gap[] = [];
  let compared = 0;
  for (const { address } of assets.cells) {
    const left = context.numberAt(address);
    const cells = sides.map((side) => ({ ...address, rowIndex0: side.rowIndex0 }));
    const right = cells.map((cell) => context.numberAt(cell));
    if (left === null || left === 0 || right.some((value) => value === null || value === 0)) continue;
    compared += 1;
    const value = left - right.reduce<number>((total, part) => total + part!, 0);
    if (Math.abs(value) > tolerance * Math.abs(left)) gaps.push({ assets: address, sides: cells, value });
  }
  return { gaps, compared };
}

function judge(context: AuditContext, assets: LabelledRow, sides: readonly LabelledRow[]): FindingDraft | null {
  const { gaps } = gapsOf(context, assets, sides);
  const first = gaps[0];
  if (first === undefined) return null;
  const names = sides.map((side) => side.label.toLowerCase());
  const operands = { assets: first.assets, ...Object.fromEntries(names.map((name, i) => [name, first.sides[i]!])) };
  const gap = calculated(first.value, "currency", ["assets", ...names].join(" - "), operands);
  const against = sides.map(
    (side, i) => say`“${place(first.sides[i]!, side.label)}” of ${number(context, first.sides[i]!)}`,
  );
  const period = context.periodAt(first.assets);
  return {
    severity: "high",
    confidence: 0.93,
    sheet: assets.sheet,
    ranges: coverCells(gaps.flatMap((one) => [one.assets, ...one.sides])),
    title: "The balance sheet does not balance",
    comment: say`“${place(first.assets, assets.label)}” is ${number(context, first.assets)}${period === null ? "" : ` in ${period.label}`}, against ${listed(against)}: a difference of ${gap}${gaps.length > 1 ? ", and other periods differ too" : ""}. Until the sides agree, no output can be trusted. Trace it from the first period it appears in, and add a check row.`,
    meaning: `imbalance/${assets.label}`,
    concernsWholeModel: true,
  };
}

function isTotal(row: LabelledRow | undefined): row is LabelledRow {
  return row !== undefined && /\btotal\b/iu.test(row.label);
}

/** The row below that adds liabilities and equity up, whatever it is called. */
function otherSide(context: AuditContext, assets: LabelledRow): LabelledRow | null {
  const below = labelledRows(context).filter(
    (row) =>
      row.sheet === assets.sheet &&
      row.rowIndex0 > assets.rowIndex0 &&
      row.rowIndex0 <= assets.rowIndex0 + mostRowsApart,
  );
  const sums = below.filter((row) => {
    const first = row.cells.find(({ cell }) => cell.formula !== null);
    if (first === undefined) return false;
    const { terms, exact } = termsOf(context, first.address);
    const sides = new Set(
      terms.map(({ address, sign }) => {
        const concept = context.itemAt(address)?.concept?.id;
        return concept === undefined || sign !== 1 ? null : (signConvention(concept)?.side ?? null);
      }),
    );
    return exact && sides.has("liability") && sides.has("equity") && !sides.has("asset");
  });
  return sums.length === 1 ? sums[0]! : null;
}

/** Assets against liabilities and equity, wherever a sheet shows the totals in the same columns. */
export const balanceIdentity: AuditRule = {
  id: "balance-identity",
  find(context) {
    const bySheet = new Map<string, Map<string, LabelledRow>>();
    for (const row of labelledRows(context)) {
      const concept = conceptOfRow(row);
      if (concept === null || !row.cells.some(({ address }) => context.numberAt(address) !== null)) continue;
      const onSheet = bySheet.get(row.sheet) ?? new Map<string, LabelledRow>();
      if (!onSheet.has(concept)) onSheet.set(concept, row);
      bySheet.set(row.sheet, onSheet);
    }
    const told = sheetsWithAFailedCheck(context);
    return [...bySheet].flatMap(([sheet, rows]) => {
      if (told.has(sheet)) return [];
      const [assets, both] = [rows.get("total-assets"), rows.get("total-liabilities-and-equity")];
      const [liabilities, equity] = [rows.get("total-liabilities"), rows.get("total-equity")];
      if (assets === undefined) return [];
      if (both !== undefined) return judge(context, assets, [both]) ?? [];
      if (isTotal(liabilities) && isTotal(equity)) return judge(context, assets, [liabilities, equity]) ?? [];
      const other = liabilities === undefined && equity === undefined ? otherSide(context, assets) : null;
      return other === null ? [] : (judge(context, assets, [other]) ?? []);
    });
  },
};
