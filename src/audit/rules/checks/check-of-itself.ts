import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { compositionOf, termsOf } from "../../meaning/composition";
import { walkFormula } from "../../../workbook/walk-formula";
import { addendsOf } from "../../lines/algebra";
import { cellOf } from "../../lines/formula-shape";
import { coverCells } from "../../lines/cover-cells";
import { sourceOf } from "../../meaning/factors";
import { type LabelledRow } from "../../lines/labelled-rows";
import { asRange, named, number, place, say } from "../../wording/say";
import { checkRows } from "./balance-check";

interface Compared {
  readonly address: CellAddress;
  readonly source: CellAddress;
  readonly sign: 1 | -1;
}

function comparedBy(context: AuditContext, check: CellAddress): Compared[] {
  const { terms, exact } = termsOf(context, check);
  const compared = exact ? terms : sidesOfComparison(context, check);
  return compared.length >= 2 && compared.length <= 8
    ? compared.map(({ address, sign }) => ({ address, source: sourceOf(context, address), sign }))
    : [];
}

/** What the first comparison of a verdict holds against what: the left side added, the right one taken away. */
function sidesOfComparison(context: AuditContext, check: CellAddress): { address: CellAddress; sign: 1 | -1 }[] {
  const formula = context.index.formulaAt(check);
  if (formula?.kind !== "read") return [];
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "binary" || !["=", "<>", "-"].includes(node.operator)) continue;
    const sides = [
      ...addendsOf(node.left),
      ...addendsOf(node.right).map((one) => ({ ...one, sign: -one.sign as 1 | -1 })),
    ];
    const cells = sides.flatMap(({ node: side, sign }) => {
      const address = cellOf(context, check, side);
      return address === null ? [] : [{ address, sign }];
    });
    /** A comparison with a number or a sum of a range is left to the reader. */
    return cells.length === sides.length ? cells : [];
  }
  return [];
}

function cancels(terms: readonly { readonly key: string; readonly sign: number }[]): boolean {
  const left = new Map<string, number>();
  for (const { key, sign } of terms) left.set(key, (left.get(key) ?? 0) + sign);
  return [...left.values()].every((sum) => sum === 0);
}

/** The compared figure that is itself worked out from the others, wherever it is carried over from. */
function derivedSide(context: AuditContext, compared: readonly Compared[]): Compared | null {
  const plain = compared.map(({ source, sign }) => ({ key: cellKey(source), sign }));
  if (compared.length > 0 && cancels(plain)) return compared[compared.length - 1]!;
  for (const side of compared) {
    /** A total added up again in place guards against a typed-over total; only what comes from elsewhere is no check. */
    if (side.source.sheet === side.address.sheet) continue;
    const { terms, exact } = termsOf(context, side.source);
    if (!exact || terms.length < 2) continue;
    const inner = terms.map(({ address, sign }) => ({
      key: cellKey(sourceOf(context, address)),
      sign: sign * side.sign,
    }));
    const others = compared
      .filter((other) => other !== side)
      .map(({ source, sign }) => ({ key: cellKey(source), sign }));
    if (cancels([...others, ...inner])) return side;
  }
  return null;
}

function checkOfNothing(context: AuditContext, row: LabelledRow): FindingDraft | null {
  const formulas = row.cells.filter(({ cell }) => cell.formula !== null);
  const empty = formulas.flatMap(({ address }) => {
    const side = derivedSide(context, comparedBy(context, address));
    return side === null ? [] : [{ address, side }];
  });
  const last = empty.at(-1);
  if (last === undefined || empty.length < formulas.length / 2) return null;
  const { side } = last;
  const same = cellKey(side.address) === cellKey(side.source);
  const meaning = context.meaningAt(side.address);
  const name = meaning === null ? say`${place(side.address)}` : named(meaning, asRange(side.address));
  return {
    severity: "medium",
    confidence: 0.88,
    sheet: row.sheet,
    ranges: coverCells(empty.map(({ address }) => address)),
    title: `“${row.label}” compares a figure with itself`,
    comment: say`“${place(last.address, row.label)}” can show nothing but nought: ${name}${same ? " stands on both sides of it" : say` is read from ${place(side.source)}, which is worked out from the very figures it is compared with`}. Whatever goes wrong, it passes. Compare two figures that come about apart, such as the cash flow’s closing cash and a balance sheet that stands on its own.`,
    nature: "slip",
    meaning: `itself/${row.label}`,
    alsoRead: [side.address, side.source],
  };
}

/** A side of the balance sheet that takes up the total of the other: it balances whatever the model does. */
function plugged(context: AuditContext, total: LineItem, other: LineItem): FindingDraft | null {
  const cells = context.seriesOf(total).flatMap((entry, i) => {
    const against = context.seriesOf(other)[i]!.address;
    if ((entry.cell?.formula ?? null) === null) return [];
    const { parts } = compositionOf(context, entry.address);
    if (!parts.has(cellKey(against))) return [];
    const plug = [...parts.values()].find(
      ({ address }) =>
        context.itemAt(address)?.axisId === total.axisId &&
        termsOf(context, address).terms.some((term) => cellKey(term.address) === cellKey(against)),
    );
    return [{ entry, against, plug: plug?.address ?? entry.address }];
  });
  const first = cells[0];
  if (first === undefined) return null;
  const plug = context.itemAt(first.plug);
  const name = plug === null ? say`${place(first.plug)}` : named(plug, first.plug);
  return {
    severity: "high",
    confidence: 0.9,
    sheet: total.sheet,
    ranges: coverCells(cells.map((one) => one.plug)),
    title: `“${(plug ?? total).label.trim()}” is made to fit`,
    comment: say`${name} of ${number(context, first.plug)} is worked out from ${named(other, first.against)}, so the balance sheet balances whatever the model does and its check proves nothing. An error anywhere ends up in this line unseen. Roll the line forward from its own flows, and let the check show the difference.`,
    nature: "slip",
    meaning: `plug/${(plug ?? total).id}`,
    alsoRead: cells.map(({ against }) => against),
    concernsWholeModel: true,
  };
}

function plugs(context: AuditContext): FindingDraft[] {
  return context.itemsOf("total-liabilities-and-equity", 0.84).flatMap((both) => {
    const assets = context.itemsOf("total-assets", 0.84).find((item) => item.axisId === both.axisId);
    if (assets === undefined) return [];
    return plugged(context, both, assets) ?? plugged(context, assets, both) ?? [];
  });
}

/** Checks that cannot fail because both sides are one figure, and balance sheets that are made to balance. */
export const checkOfItself: AuditRule = {
  id: "check-of-itself",
  find: (context) => [...checkRows(context).flatMap((row) => checkOfNothing(context, row) ?? []), ...plugs(context)],
};
