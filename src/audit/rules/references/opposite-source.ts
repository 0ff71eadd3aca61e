import { type CellAddress } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { nameOf } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { labelWords } from "../../lines/row-label";
import { isSafeTarget, rootOf } from "../../meaning/safe-target";
import { addTo } from "../../../workbook/group-by";
import { number, place, say } from "../../wording/say";

/** Words that set two figures of one kind against each other: where both are in the model, one is not taken for the other. */
const opposites: readonly (readonly [string, string])[] = [
  ["entry", "exit"],
  ["acquirer", "target"],
  ["acquiror", "target"],
  ["buyer", "seller"],
  ["levered", "unlevered"],
  ["receivable", "payable"],
  ["senior", "junior"],
  ["senior", "subordinated"],
  ["senior", "mezzanine"],
  ["domestic", "international"],
  ["domestic", "export"],
  ["upside", "downside"],
  ["bull", "bear"],
  ["best", "worst"],
  ["optimistic", "pessimistic"],
  ["min", "max"],
  ["minimum", "maximum"],
  ["asset", "liability"],
  ["fixed", "variable"],
  ["depreciation", "amortization"],
  ["debt", "equity"],
  ["common", "preferred"],
  ["product", "service"],
  ["online", "offline"],
  ["wholesale", "retail"],
  ["revolver", "term"],
];
const oppositeOf = new Map<string, readonly string[]>();
for (const [a, b] of opposites) {
  oppositeOf.set(a, [...(oppositeOf.get(a) ?? []), b]);
  oppositeOf.set(b, [...(oppositeOf.get(b) ?? []), a]);
}
/** A formula of more cells sets one against the other on purpose. */
const mostReads = 4;
/** A name that so many rows go by tells none of them apart. */
const mostTwins = 20;

/** "Receivables days" and "receivable days" name one figure. */
function wordsOf(context: AuditContext, label: string): string[] {
  return labelWords(context, label).map((word) => (/[^s]s$/u.test(word) && word.length > 4 ? word.slice(0, -1) : word));
}

/** Rows and values that hold a figure, by the words of their names. */
function byName(context: AuditContext): ReadonlyMap<string, readonly LabelledRow[]> {
  const map = new Map<string, LabelledRow[]>();
  for (const row of labelledRows(context)) addTo(map, wordsOf(context, row.label).join(" "), row);
  return map;
}

interface Slip {
  readonly label: string;
  readonly cells: readonly CellAddress[];
  readonly read: CellAddress;
  readonly readLabel: string;
  readonly right: CellAddress;
  readonly rightLabel: string;
}

/** The figure of the twin row that would stand where the read one does. */
function twinCell(context: AuditContext, twin: LabelledRow, read: CellAddress, isOne: boolean): CellAddress | null {
  const figures = twin.cells.map(({ address }) => address).filter((cell) => context.numberAt(cell) !== null);
  const sameColumn = figures.find(({ columnIndex0 }) => columnIndex0 === read.columnIndex0);
  if (isOne) return figures.length === 1 ? figures[0]! : null;
  return sameColumn ?? null;
}

function inspect(
  context: AuditContext,
  cell: CellAddress,
  label: string,
  names: ReadonlyMap<string, readonly LabelledRow[]>,
): Omit<Slip, "cells" | "label"> | null {
  const own = wordsOf(context, label);
  const wanted = own.filter((word) => oppositeOf.has(word));
  if (wanted.length === 0) return null;
  const reads = context.index.precedentsOf(cell);
  if (reads.length === 0 || reads.length > mostReads) return null;
  for (const { sheet, startRow0, endRow0, startColumn0, endColumn0 } of reads) {
    if (startRow0 !== endRow0 || startColumn0 !== endColumn0) continue;
    const read = { sheet, rowIndex0: startRow0, columnIndex0: startColumn0 };
    const readLabel = nameOf(context, read)?.label ?? null;
    if (readLabel === null || (sheet === cell.sheet && startRow0 === cell.rowIndex0)) continue;
    const words = wordsOf(context, readLabel);
    for (const word of wanted) {
      const other = oppositeOf.get(word)!.find((one) => words.includes(one));
      if (other === undefined || words.includes(word) || own.includes(other) || words.length < 2) continue;
      const twinName = words.map((one) => (one === other ? word : one)).join(" ");
      /** What is built of both sides names one of them only: the equity after the debt. */
      if (
        linkOf(context, cell) === null &&
        !own.some((one) => one !== word && one.length > 3 && words.includes(one)) &&
        !isFactor(words)
      )
        continue;
      const namesakes = names.get(twinName) ?? [];
      if (namesakes.length > mostTwins) continue;
      const twins = namesakes.flatMap((row) => {
        const isSelf = row.sheet === cell.sheet && row.rowIndex0 === cell.rowIndex0;
        const isOne = context.itemAt(read) === null;
        const at = isSelf ? null : twinCell(context, row, read, isOne);
        return at === null ? [] : [{ at, label: row.label }];
      });
      const twin = twins.find(({ at }) => at.sheet === read.sheet) ?? (twins.length === 1 ? twins[0] : undefined);
      if (twin === undefined) continue;
      const readsTwin = reads.some(
        (range) =>
          range.sheet === twin.at.sheet && range.startRow0 <= twin.at.rowIndex0 && twin.at.rowIndex0 <= range.endRow0,
      );
      if (readsTwin || cellKey(rootOf(context, twin.at)) === cellKey(rootOf(context, read))) continue;
      if (!isSafeTarget(context, [cell], [twin.at])) continue;
      return { read, readLabel, right: twin.at, rightLabel: twin.label };
    }
  }
  return null;
}

/** A multiple, a rate or a price takes part in a product of another name. */
function isFactor(words: readonly string[]): boolean {
  return words.some((word) => /^(?:multiple|rate|price|growth|yield|margin|days|day|share|beta|premium)$/u.test(word));
}

function judge(context: AuditContext, row: LabelledRow, names: ReadonlyMap<string, readonly LabelledRow[]>): Slip[] {
  const seen = new Map<string, Slip | null>();
  const found: Slip[] = [];
  for (const { address, cell } of row.cells) {
    const shape = cell.formula === null ? null : context.index.r1c1At(address);
    if (shape === null || typeof cell.value !== "number") continue;
    const known = seen.get(shape);
    if (known !== undefined) {
      if (known !== null) (known.cells as CellAddress[]).push(address);
      continue;
    }
    const label = nameOf(context, address)?.label ?? row.label;
    const slip = inspect(context, address, label, names);
    const one = slip === null ? null : { ...slip, label, cells: [address] };
    seen.set(shape, one);
    if (one !== null) found.push(one);
  }
  return found;
}

function draft(context: AuditContext, { label, cells, read, readLabel, right, rightLabel }: Slip): FindingDraft {
  return {
    severity: "high",
    confidence: 0.88,
    sheet: cells[0]!.sheet,
    ranges: coverCells(cells),
    title: `“${label}” takes “${readLabel}”, not “${rightLabel}”`,
    comment: say`“${place(cells[0]!, label)}” is built on “${place(read, readLabel)}” of ${number(context, read)}, while the model has “${place(right, rightLabel)}” of ${number(context, right)}. Even where the two agree today, a change of the second has no effect here. Point it at “${place(right, rightLabel)}”.`,
    nature: "slip",
    meaning: `${label}/${readLabel}`,
    aside: say`It reads “${place(read, readLabel)}”, not “${place(right, rightLabel)}”.`,
    alsoRead: [read, right],
  };
}

/** A figure of one side that reads the other side's: an exit value on the entry multiple, payables on the days of receivables. */
export const oppositeSource: AuditRule = {
  id: "opposite-source",
  find(context) {
    const names = byName(context);
    return labelledRows(context).flatMap((row) => judge(context, row, names).map((slip) => draft(context, slip)));
  },
};
