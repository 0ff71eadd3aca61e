import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellsOfMeaning } from "../../lines/cells-of-meaning";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { labelWords, rowLabel } from "../../lines/row-label";
import { compositionOf } from "../../meaning/composition";
import { isSafeTarget, rootOf } from "../../meaning/safe-target";
import { asRange, named, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

/** How far apart the rows of one list may stand. */
const reach = 8;
/** A formula of more cells than this is a total, named after none of them. */
const mostReads = 12;
/** Words by which rows differ that do belong together: an opening balance reads a closing one. */
const steps: ReadonlySet<string> = new Set(
  "opening closing beginning ending begin start end prior previous current next gross net total before after pre post actual budget forecast min max low high average avg short long basic diluted new old existing plus less change increase decrease growth year month quarter day days non and of in from to the per cumulative accumulated interest principal book tax base target".split(
    " ",
  ),
);

interface Slip {
  readonly home: LineItem;
  readonly cells: readonly CellAddress[];
  readonly read: CellAddress;
  readonly readLabel: string;
  readonly right: CellAddress;
  readonly rightLabel: string;
}

/** Rows around a cell that hold something in its column, with what they are called. */
function neighboursOf(context: AuditContext, cell: CellAddress): { address: CellAddress; label: string }[] {
  const found: { address: CellAddress; label: string }[] = [];
  const rows = context.index.sheetNamed(cell.sheet);
  const at = rows?.usedRowsAbove(cell.rowIndex0) ?? 0;
  for (const rowIndex0 of rows?.usedRows.slice(Math.max(0, at - reach), at + reach + 1) ?? []) {
    const address = { ...cell, rowIndex0 };
    const label = rowIndex0 === cell.rowIndex0 ? null : rowLabel(context, address);
    if (label !== null) found.push({ address, label });
  }
  return found;
}

/** The one word by which two labels of equal length differ; null where they differ in more, or in none. */
function differingWord(a: readonly string[], b: readonly string[]): { readonly a: string; readonly b: string } | null {
  if (a.length !== b.length || a.length < 2) return null;
  let off = -1;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i]) continue;
    if (off !== -1) return null;
    off = i;
  }
  return off === -1 ? null : { a: a[off]!, b: b[off]! };
}

/** A total with the row in it, or a range over it: the row is read, if not by itself. */
function isTakenUp(context: AuditContext, cell: CellAddress, reads: readonly CellAddress[], row: CellAddress): boolean {
  return (
    context.index.dependentsOf(row).some((reader) => cellKey(reader) === cellKey(cell)) ||
    reads.some((read) => compositionOf(context, read).parts.has(cellKey(row)))
  );
}

/** "COGS of product 1" that reads product 2, while product 1 stands beside it and is not read. */
function namesAnother(
  context: AuditContext,
  home: LineItem,
  cell: CellAddress,
  reads: readonly CellAddress[],
): Finding | null {
  const own = labelWords(context, home.label);
  for (const read of reads) {
    const readLabel = rowLabel(context, read);
    if (readLabel === null) continue;
    const words = labelWords(context, readLabel);
    /** A member of the same list: it may well build on its neighbour. */
    if (read.sheet === home.sheet && differingWord(words, own) !== null) continue;
    for (const { address, label } of neighboursOf(context, read)) {
      const siblings = labelWords(context, label);
      const word = differingWord(siblings, words);
      if (word === null || steps.has(word.a) || steps.has(word.b)) continue;
      if (
        !own.includes(word.a) ||
        own.includes(word.b) ||
        (address.sheet === home.sheet && address.rowIndex0 === home.index0)
      )
        continue;
      const isNumber = /^\p{N}+$/u.test(word.a);
      if (isNumber ? !siblings.every((one) => own.includes(one)) : word.a.length < 3) continue;
      if (reads.some((other) => other.sheet === address.sheet && other.rowIndex0 === address.rowIndex0)) continue;
      if (context.cellAt(address) === null || isTakenUp(context, cell, reads, address)) continue;
      return { read, readLabel, right: address, rightLabel: label };
    }
  }
  return null;
}

/** A link to a row of another name, while a row of its own name stands beside that one, and a row of that name beside this one. */
function linksAnother(context: AuditContext, home: LineItem, cell: CellAddress): Finding | null {
  const read = linkOf(context, cell)?.target;
  const readLabel = read === undefined ? null : rowLabel(context, read);
  if (read === undefined || readLabel === null || read.sheet === home.sheet) return null;
  const [own, other] = [nameOf(context, home.label), nameOf(context, readLabel)];
  if (own === other || own.length < 4 || /\b(?:open\w*|begin\w*|start\w*|prior|previous)\b/iu.test(own)) return null;
  const right = neighboursOf(context, read).find(({ label }) => nameOf(context, label) === own);
  const twin = neighboursOf(context, cell).find(({ label }) => nameOf(context, label) === other);
  return right === undefined || twin === undefined
    ? null
    : { read, readLabel, right: right.address, rightLabel: right.label };
}

function nameOf(context: AuditContext, label: string): string {
  return labelWords(context, label).join(" ");
}

type Finding = Pick<Slip, "read" | "readLabel" | "right" | "rightLabel">;

function inspect(context: AuditContext, home: LineItem, cell: CellAddress): Finding | null {
  const reads = context.index
    .precedentsOf(cell)
    .filter((range) => range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0)
    .map(({ sheet, startRow0, startColumn0 }) => ({ sheet, rowIndex0: startRow0, columnIndex0: startColumn0 }));
  if (reads.length === 0 || reads.length > mostReads) return null;
  const found = namesAnother(context, home, cell, reads) ?? linksAnother(context, home, cell);
  /** Both rows may lead to one figure, and what is built on this cell cannot be its source. */
  const isOne = found !== null && cellKey(rootOf(context, found.read)) === cellKey(rootOf(context, found.right));
  return found === null || isOne || !isSafeTarget(context, [cell], [found.right]) ? null : found;
}

function judge(context: AuditContext, home: LineItem): Slip | null {
  let slip: Slip | null = null;
  const cells: CellAddress[] = [];
  /** Copies of one formula read the same rows: the first speaks for all. */
  const seen = new Map<string, Finding | null>();
  for (const cell of cellsOfMeaning(context, home)) {
    const formula = context.index.r1c1At(cell);
    if (formula === null) continue;
    let found = seen.get(formula);
    if (found === undefined) seen.set(formula, (found = inspect(context, home, cell)));
    if (found === null) continue;
    if (slip !== null && (found.read.rowIndex0 !== slip.read.rowIndex0 || found.read.sheet !== slip.read.sheet))
      continue;
    cells.push(cell);
    slip ??= { home, cells, ...found };
  }
  return slip;
}

function draft(slips: readonly Slip[]): FindingDraft {
  const first = slips[0]!;
  const others = slips.slice(1);
  const where = first.read.sheet === first.home.sheet ? "" : ` on ${first.read.sheet}`;
  return {
    severity: "high",
    confidence: 0.9,
    sheet: first.home.sheet,
    ranges: coverCells(slips.flatMap(({ cells }) => cells)),
    title:
      others.length === 0
        ? `“${first.home.label.trim()}” reads “${first.readLabel}”`
        : `“${first.home.label.trim()}” and its neighbours read each other's rows`,
    comment: say`${named(first.home, asRange(first.cells[0]!))} reads “${place(first.read, first.readLabel)}”${where}, while “${place(first.right, first.rightLabel)}” stands beside it and is not read.${others.length === 0 ? "" : " The rows next to it have slid in the same way."} Each figure is that of another line under this name. Point ${others.length === 0 ? "it" : "each"} at the row of its own name.`,
    nature: "slip",
    meaning: slips.map(({ home, readLabel }) => `${home.id}/${readLabel}`).join(),
    aside: say`It reads “${place(first.read, first.readLabel)}”, not “${place(first.right, first.rightLabel)}”.`,
    alsoRead: slips.map(({ read }) => read),
  };
}

/** A row that reads the neighbour of the row it is named after. */
export const wrongNeighbour: AuditRule = {
  id: "wrong-neighbour",
  find(context) {
    const byAxis = new Map<string, Slip[]>();
    for (const home of context.model.lineItems) {
      const slip = home.role === "input" ? null : judge(context, home);
      if (slip !== null) addTo(byAxis, home.axisId, slip);
    }
    return [...byAxis.values()].map(draft);
  },
};
