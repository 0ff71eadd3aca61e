import { type CellAddress } from "../../../contracts/model-map";
import { factorsOf } from "../../lines/algebra";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { cellOf, linkOf } from "../../lines/formula-shape";
import { addTo } from "../../../workbook/group-by";
import { calculated, number, place, say } from "../../wording/say";

const fewestParts = 3;
const mostParts = 12;

interface Part {
  readonly cell: CellAddress;
  readonly share: CellAddress;
}

interface Split {
  readonly total: CellAddress;
  readonly parts: readonly Part[];
}

/** total × share, one below another, with shares that make one. */
function splits(context: AuditContext): Split[] {
  const byTotal = new Map<string, { total: CellAddress; part: Part }[]>();
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!cell.formula!.includes("*") || cell.formula!.length > 60) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    const factors = formula?.kind === "read" ? factorsOf(formula.root) : [];
    const cells = factors.flatMap(({ node, divides }) => (divides ? [] : (cellOf(context, home, node) ?? [])));
    if (factors.length !== 2 || cells.length !== 2) continue;
    for (const [total, share] of [cells, [...cells].reverse()]) {
      if (total === undefined || share === undefined || share.sheet !== sheet) continue;
      const value = context.numberAt(share);
      if (share.rowIndex0 !== home.rowIndex0 || value === null || value < 0 || value > 1) continue;
      addTo(byTotal, `${cellKey(total)} ${home.columnIndex0}`, { total, part: { cell: home, share } });
    }
  }
  return [...byTotal.values()].flatMap((found): Split[] => {
    const parts = found.map(({ part }) => part);
    const sum = parts.reduce((all, { share }) => all + context.numberAt(share)!, 0);
    const isWhole = parts.length >= fewestParts && parts.length <= mostParts && Math.abs(sum - 1) < 0.005;
    return isWhole ? [{ total: found[0]!.total, parts }] : [];
  });
}

/** The list elsewhere that carries over all parts but one. */
function judge(context: AuditContext, { total, parts }: Split): FindingDraft[] {
  const lists = new Map<string, { part: Part; link: CellAddress }[]>();
  for (const part of parts) {
    for (const reader of context.index.dependentsOf(part.cell)) {
      if (linkOf(context, reader) !== null)
        addTo(lists, `${reader.sheet}!${reader.columnIndex0}`, { part, link: reader });
    }
  }
  for (const carried of lists.values()) {
    const left = parts.filter((part) => !carried.some((one) => one.part === part));
    const rows = carried.map(({ link }) => link.rowIndex0);
    const isOneList = Math.max(...rows) - Math.min(...rows) === carried.length - 1;
    const [missing] = left;
    if (missing === undefined || left.length > 1 || carried.length !== parts.length - 1 || !isOneList) continue;
    const size = context.numberAt(missing.cell);
    if (size === null || size === 0) continue;
    const links = carried.map(({ link }) => link);
    const isRead = links.every((link) => context.index.isRead(link));
    if (
      !isRead ||
      context.index.dependentsOf(missing.cell).some((cell) => links[0]!.sheet === cell.sheet && isBeside(cell, links))
    )
      continue;
    const share = calculated(context.numberAt(missing.share)!, "percent", "share", { share: missing.share });
    return [
      {
        severity: "high",
        confidence: 0.86,
        sheet: links[0]!.sheet,
        ranges: coverCells(links),
        title: "A part of the split is missing where the others are carried over",
        comment: say`${place(coverCells(links)[0]!)} carries over the parts of ${called(context, total)}, ${number(context, total)}, but not ${called(context, missing.cell)} of ${number(context, missing.cell)} in ${place(missing.cell)}, ${share} of it. The list then holds less than was split, and whatever balances it takes up the difference unseen. Add the line, or give its share to the others.`,
        nature: "slip",
        meaning: `split/${nameOf(context, missing.cell)?.label ?? ""}`,
        alsoRead: [total, ...parts.map(({ cell }) => cell)],
      },
    ];
  }
  return [];
}

function isBeside(cell: CellAddress, links: readonly CellAddress[]): boolean {
  return links.some(
    (link) => Math.abs(link.rowIndex0 - cell.rowIndex0) <= 2 && link.columnIndex0 === cell.columnIndex0,
  );
}

/** A total split by shares into tranches of which one never reaches the list of sources. */
export const splitLeftOut: AuditRule = {
  id: "split-left-out",
  find: (context) => splits(context).flatMap((split) => judge(context, split)),
};
