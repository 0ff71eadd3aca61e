import { type CellAddress, type LineItem, type Parameter } from "../../contracts/model-map";
import { type Cell } from "../../contracts/workbook-snapshot";
import { type AuditContext, type SeriesCell } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { calls } from "../formula-shape";
import { calculated, howSure, listed, named, number, place, say } from "../say";

/** Rounding in a filing's millions is no imbalance. */
const tolerance = 0.001;
const checkLabel =
  /\b(?:check|checks|out of balance|imbalance|balanced\?|balances\?|balance difference)\b|^difference\b.*\b(?:assets|liabilit|balance)/iu;
const noCheck = /\b(?:checking|cheque|paycheck|checklist|checkout|background)\b/iu;
const failing =
  /^(?:error|false|no|fail(?:ed|s)?|not ok|unbalanced|out of balance|not balanced|does not balance|imbalance|wrong|check!?)$/iu;
const masks = new Set(["IFERROR", "IFNA", "ISERROR"]);

function fails(context: AuditContext, { address, cell }: SeriesCell): boolean {
  return cell !== null && failsAt(context, address, cell);
}

function failsAt(context: AuditContext, address: CellAddress, cell: Cell): boolean {
  const { value } = cell;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return failing.test(value.trim());
  if (typeof value !== "number") return false;
  const isVerdict = value === 1 && /^=\s*(?:IF|AND|OR|N|--)\b|[<>=]/u.test(cell.formula?.slice(1) ?? "");
  return (
    !isVerdict && Math.abs(value) > Math.max(0.5, tolerance * largestRead(context, address)) && cell.formula !== null
  );
}

function largestRead(context: AuditContext, address: CellAddress): number {
  let largest = 0;
  for (const range of context.index.precedentsOf(address)) {
    for (const cell of context.index.cellsIn(range))
      if (typeof cell.value === "number") largest = Math.max(largest, Math.abs(cell.value));
  }
  return largest;
}

function isCheck(item: LineItem): boolean {
  return checkLabel.test(item.label) && !noCheck.test(item.label);
}

function failedCheck(context: AuditContext, item: LineItem): FindingDraft | null {
  const bad = context.seriesOf(item).filter((entry) => fails(context, entry));
  const first = bad[0];
  if (first === undefined) return null;
  const ranges = coverCells(bad.map((entry) => entry.address));
  const compared = context.index.precedentsOf(first.address).map((range) => {
    const cell = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
    const meaning = context.meaningAt(cell);
    return meaning === null ? say`${place(range)}` : say`${named(meaning, cell)} of ${number(context, cell)}`;
  });
  const value = first.cell?.value;
  const shows = typeof value === "number" ? say`shows ${number(context, first.address)}` : say`reports a failure`;
  const from = compared.length === 0 ? [] : say` It compares ${listed(compared)}.`;
  return {
    severity: "high",
    confidence: 0.95,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” fails`,
    comment: say`${named(item, ranges[0])} ${shows} in ${place(first.address, first.period.label)}${bad.length > 1 ? " and in other periods" : ""}; it should show none.${from} Until it holds, no output can be trusted. Trace the difference from the first period it appears in.`,
    meaning: `check/${item.id}`,
    concernsWholeModel: true,
  };
}

function maskedCheck(context: AuditContext, item: LineItem): FindingDraft | null {
  const entries = context.seriesOf(item).filter(({ cell }) => cell !== null && cell.value !== null);
  const formulas = entries.filter(({ cell }) => cell?.formula !== null);
  const typedOk = entries.filter(
    ({ cell }) =>
      cell?.formula === null &&
      (cell.value === 0 || (typeof cell.value === "string" && /^(?:ok|true|balanced|yes)$/iu.test(cell.value.trim()))),
  );
  const hiding = formulas.filter(({ address }) => {
    const formula = context.index.formulaAt(address);
    return formula?.kind === "read" && calls(formula.root, masks);
  });
  const bad =
    typedOk.length > 0 && typedOk.length === entries.length
      ? typedOk
      : typedOk.length > 0 && formulas.length > 0
        ? typedOk
        : hiding;
  const first = bad[0];
  if (first === undefined) return null;
  const isTyped = first.cell?.formula === null;
  const ranges = coverCells(bad.map((entry) => entry.address));
  return {
    severity: "medium",
    confidence: isTyped ? 0.85 : 0.7,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” cannot fail`,
    comment: isTyped
      ? say`${named(item, ranges[0])} is typed, not calculated: it says that all is well whatever the model does. Calculate it from the two sides it compares.`
      : say`${named(item, ranges[0])} turns errors into a pass. A broken side would not be seen. Let the check show the error. ${howSure(0.7)}`,
    meaning: `masked/${item.id}`,
    concernsWholeModel: isTyped,
  };
}

/** A check of one cell off every axis: sources less uses, a grand total. */
function failedParameter(context: AuditContext, parameter: Parameter): FindingDraft | null {
  if (!checkLabel.test(parameter.label) || noCheck.test(parameter.label)) return null;
  const cell = context.cellAt(parameter.cell);
  if (cell === null || cell.formula === null || !failsAt(context, parameter.cell, cell)) return null;
  const shows = typeof cell.value === "number" ? say`shows ${number(context, parameter.cell)}` : say`reports a failure`;
  return {
    severity: "high",
    confidence: 0.9,
    sheet: parameter.sheet,
    ranges: coverCells([parameter.cell]),
    title: `“${parameter.label.trim()}” fails`,
    comment: say`${named(parameter)} ${shows}; it should show none. What it compares is not equal: ${listed(context.index.precedentsOf(parameter.cell).map((range) => place(range)))}. Trace the difference before anything that builds on them is used.`,
    meaning: `check/${parameter.id}`,
    concernsWholeModel: true,
  };
}

interface Side {
  readonly name: string;
  readonly item: LineItem;
}

/** Assets against liabilities and equity, where the sheet has the totals but no check of its own. */
function imbalance(context: AuditContext, assets: LineItem): FindingDraft | null {
  const onSheet = (concept: string) =>
    context.itemsOf(concept).find((item) => item.sheet === assets.sheet && item.axisId === assets.axisId);
  const both = onSheet("total-liabilities-and-equity");
  const [liabilities, equity] = [onSheet("total-liabilities"), onSheet("total-equity")];
  const sides: Side[] =
    both !== undefined
      ? [{ name: "liabilities and equity", item: both }]
      : liabilities !== undefined && equity !== undefined
        ? [
            { name: "liabilities", item: liabilities },
            { name: "equity", item: equity },
          ]
        : [];
  if (sides.length === 0) return null;
  const bad = context.seriesOf(assets).flatMap((entry, i) => {
    const left = context.numberAt(entry.address);
    const cells = sides.map((side) => context.seriesOf(side.item)[i]!.address);
    const right = cells.map((cell) => context.numberAt(cell));
    if (left === null || left === 0 || right.some((value) => value === null || value === 0)) return [];
    const gap = left - right.reduce<number>((total, value) => total + value!, 0);
    return Math.abs(gap) > tolerance * Math.abs(left) ? [{ entry, cells, gap }] : [];
  });
  const first = bad[0];
  if (first === undefined) return null;
  const operands = {
    assets: first.entry.address,
    ...Object.fromEntries(sides.map((side, i) => [side.name, first.cells[i]!])),
  };
  const gap = calculated(first.gap, "currency", ["assets", ...sides.map((side) => side.name)].join(" - "), operands);
  const against = say`${listed(sides.map((side, i) => say`${named(side.item, first.cells[i])} of ${number(context, first.cells[i]!)}`))}`;
  return {
    severity: "high",
    confidence: 0.93,
    sheet: assets.sheet,
    ranges: coverCells([...bad.map(({ entry }) => entry.address), ...bad.flatMap(({ cells }) => cells)]),
    title: "The balance sheet does not balance",
    comment: say`${named(assets, first.entry.address)} is ${number(context, first.entry.address)} in ${first.entry.period.label}, against ${against}: a difference of ${gap}${bad.length > 1 ? ", and other periods differ too" : ""}. Until the sides agree, no output can be trusted. Trace it from the first period it appears in, and add a check row.`,
    meaning: `imbalance/${assets.id}`,
    concernsWholeModel: true,
  };
}

/** Checks that fail, checks that cannot fail, and balance sheets without a check that do not balance. */
export const balanceCheck: AuditRule = {
  id: "balance-check",
  find(context) {
    const checks = context.model.lineItems.filter(isCheck);
    const failed = checks.flatMap((item) => failedCheck(context, item) ?? []);
    const masked = checks.flatMap((item) =>
      failedCheck(context, item) === null ? (maskedCheck(context, item) ?? []) : [],
    );
    const told = new Set(failed.map((draft) => draft.sheet));
    const imbalances = context
      .itemsOf("total-assets")
      .filter((item) => !told.has(item.sheet))
      .flatMap((item) => imbalance(context, item) ?? []);
    const single = context.model.parameters.flatMap((parameter) => failedParameter(context, parameter) ?? []);
    return [...failed, ...single, ...masked, ...imbalances];
  },
};
