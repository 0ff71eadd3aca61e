import { type CellAddress } from "../../../contracts/model-map";
import { type RichText } from "../../../contracts/rich-text";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { checkTolerance, largestRead, maskOf, passing } from "../../meaning/check-masks";
import { coverCells } from "../../lines/cover-cells";
import { checkColumns } from "../../meaning/check-columns";
import { cellOf } from "../../lines/formula-shape";
import { conceptOfRow, labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { calculated, listed, named, number, place, say } from "../../wording/say";

const checkLabel =
  /\b(?:check|checks|out of balance|imbalance|balanced\?|balances\?|balance difference|should be (?:zero|0|nil)|must be (?:zero|0|nil))\b|\bassets?\s*(?:-|–|minus|less)\s*(?:total\s+)?(?:liabilit|l\b|equity)|^(?:difference|diff)\b.*\b(?:assets|liabilit|balance)|\bin balance\b|\bbalance test\b|\bintegrity (?:test|check)|\btie[- ]?outs?\b|\bcontrol totals?\b|\berror flag\b|\bassets? = |\bпроверка\b|\bсходимость\b|\bprüfsumme\b|\bcontrôle\b/iu;
const bareLabel = /^(?:difference|diff\.?|variance|balance[ds]?\??|control|tie|ok\??|delta|gap|plug)\s*:?$/iu;
const noCheck = /\b(?:checking|cheque|paycheck|checklist|checkout|background|sanity checklist)\b/iu;
const failing =
  /^(?:error|false|no|fail(?:ed|s)?|not ok|unbalanced|out of balance|not balanced|does not balance|imbalance|wrong|check!?)$/iu;

type Entry = LabelledRow["cells"][number];

/** Weights are added up to a whole; nothing is compared there. */
function isTotalOfShares(context: AuditContext, address: CellAddress): boolean {
  const formula = context.cellAt(address)?.formula ?? "";
  if (!/^=[^-<>=]*(?:\+|\bSUM\()[^-<>=]*$/iu.test(formula) || /\b(?:IF|ABS|AND|OR)\(/iu.test(formula)) return false;
  const parts = context.index.precedentsOf(address).flatMap((range) => [...context.index.cellsIn(range)]);
  const shares = parts.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
  const asPercent = parts.some(({ numberFormat }) => (numberFormat ?? "").includes("%"));
  const sum = shares.reduce((all, share) => all + share, 0);
  return (
    shares.length > 1 && shares.every((share) => share >= 0 && share <= 1) && (asPercent || Math.abs(sum - 1) < 0.005)
  );
}

function fails(context: AuditContext, { address, cell }: Entry): boolean {
  const { value } = cell;
  if (cell.formula === null) return false;
  if (typeof value === "boolean") return !value;
  if (typeof value === "string") return failing.test(value.trim());
  if (typeof value !== "number") return false;
  /** One is "true", or the whole that shares must come to. */
  const isVerdict = Math.abs(value - 1) < 1e-9 && /^(?:IF|AND|OR|N|--|SUM)\b|[<>=]/iu.test(cell.formula.slice(1));
  if (isTotalOfShares(context, address)) return Math.abs(value - 1) > 0.005;
  return !isVerdict && Math.abs(value) > Math.max(0.5, checkTolerance * largestRead(context, address));
}

function nameOf(row: LabelledRow, at: readonly Entry[]): RichText {
  const range = coverCells(at.map(({ address }) => address))[0]!;
  return say`“${place(range, row.label)}”`;
}

function failedCheck(context: AuditContext, row: LabelledRow): FindingDraft | null {
  const bad = row.cells.filter((entry) => fails(context, entry));
  const first = bad[0];
  if (first === undefined) return null;
  const compared = context.index.precedentsOf(first.address).map((range) => {
    const cell = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
    const meaning = context.meaningAt(cell);
    return meaning === null ? say`${place(range)}` : say`${named(meaning, cell)} of ${number(context, cell)}`;
  });
  const shows =
    typeof first.cell.value === "number" ? say`shows ${number(context, first.address)}` : say`reports a failure`;
  const period = context.periodAt(first.address);
  const when = period === null ? say`${place(first.address)}` : say`${place(first.address, period.label)}`;
  return {
    severity: "high",
    confidence: 0.95,
    sheet: row.sheet,
    ranges: coverCells(bad.map(({ address }) => address)),
    title: `“${row.label}” fails`,
    comment: say`${nameOf(row, bad)} ${shows} in ${when}${bad.length > 1 ? " and elsewhere in the row" : ""}; ${isTotalOfShares(context, first.address) ? say`the shares it adds up, ${listed(compared)}, should come to the whole. What is weighted by them is off. Correct the shares.` : say`it should show none.${compared.length === 0 ? [] : say` It compares ${listed(compared)}.`} Until it holds, no output can be trusted. Trace the difference from the first period it appears in.`}`,
    meaning: `check/${row.label}`,
    concernsWholeModel: true,
  };
}

/** A difference the check's limit lets pass, larger than rounding; null where the sides agree or cannot be read. */
function hiddenDifference(context: AuditContext, address: CellAddress) {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "binary" || node.operator !== "-") continue;
    const [left, right] = [cellOf(context, address, node.left), cellOf(context, address, node.right)];
    if (left === null || right === null) return null;
    const [a, b] = [context.numberAt(left), context.numberAt(right)];
    if (a === null || b === null) return null;
    const gap = a - b;
    if (Math.abs(gap) <= Math.max(0.5, checkTolerance * Math.abs(a))) return null;
    return { address, gap: calculated(gap, "currency", "one side - the other", { "one side": left, other: right }) };
  }
  return null;
}

function inPeriod(context: AuditContext, address: CellAddress): RichText {
  const period = context.periodAt(address);
  return period === null ? say` at ${place(address)}` : say` in ${place(address, period.label)}`;
}

/** "-", "n/a": a period that the check leaves out in so many words. */
function isDash({ cell }: Entry): boolean {
  return (
    cell.value === null || (typeof cell.value === "string" && /^\s*(?:[-–—]+|n\.?\/?a\.?)?\s*$/iu.test(cell.value))
  );
}

/** The answers of a row that holds nothing but typed answers; typed among calculated ones are told by another rule. */
function typedAnswers(row: LabelledRow): Entry[] {
  const typed = row.cells.filter(
    ({ cell }) =>
      cell.formula === null &&
      (cell.value === 0 || cell.value === true || (typeof cell.value === "string" && passing.test(cell.value.trim()))),
  );
  return row.cells.every((entry) => typed.includes(entry) || isDash(entry)) ? typed : [];
}

function typedCheck(row: LabelledRow): FindingDraft | null {
  const typed = typedAnswers(row);
  if (typed.length === 0) return null;
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: row.sheet,
    ranges: coverCells(typed.map(({ address }) => address)),
    title: `“${row.label}” cannot fail`,
    comment: say`${nameOf(row, typed)} is typed, not calculated: it says that all is well whatever the model does. Calculate it from the two sides it compares.`,
    nature: "slip",
    meaning: `masked/${row.label}`,
    concernsWholeModel: true,
  };
}

function maskedCheck(context: AuditContext, row: LabelledRow): FindingDraft | null {
  const formulas = row.cells.filter(({ cell }) => cell.formula !== null);
  const hidden = formulas.flatMap(({ address }) => hiddenDifference(context, address) ?? []);
  const masked = row.cells.find((entry) => maskOf(context, entry) !== null);
  const how = masked === undefined ? null : maskOf(context, masked);
  if (masked === undefined || how === null) return null;
  /** One formula along the row is one mask, whether or not the limit is wide for every year. */
  const mask = context.index.r1c1At(masked.address);
  const bad = formulas.filter((entry) => context.index.r1c1At(entry.address) === mask);
  const now =
    hidden.length === 0
      ? how.wouldPass
      : say`It passes over real differences now: ${listed(hidden.map(({ gap, address }) => say`${gap}${inPeriod(context, address)}`))}.`;
  return {
    severity: "medium",
    confidence: hidden.length > 0 ? 0.92 : 0.75,
    sheet: row.sheet,
    ranges: coverCells(bad.map(({ address }) => address)),
    title: `“${row.label}” ${how.title}`,
    comment: say`${nameOf(row, bad)} ${how.how}. ${now} Let the check show the plain difference.`,
    nature: "slip",
    meaning: `masked/${row.label}`,
    concernsWholeModel: true,
  };
}

/** Both sides of what must be equal: a bare "Difference" or "Balance" that reads them is a check. */
const sides: ReadonlySet<string> = new Set([
  "total-assets",
  "total-liabilities-and-equity",
  "sources-total",
  "uses-total",
]);

function comparesSides(context: AuditContext, row: LabelledRow): boolean {
  const first = row.cells.find(({ cell }) => cell.formula !== null);
  if (first === undefined) return false;
  const read = context.index.precedentsOf(first.address).map((range) => {
    const labels = labelledRows(context).filter(
      (one) => one.sheet === range.sheet && one.rowIndex0 === range.startRow0,
    );
    return labels.map(conceptOfRow).find((concept) => concept !== null && sides.has(concept)) ?? null;
  });
  return read.filter((concept) => concept !== null).length >= 2;
}

/** Rows, and columns, that by their label or by what they compare are checks. */
export function checkRows(context: AuditContext): LabelledRow[] {
  const rows = labelledRows(context).filter((row) => {
    if (noCheck.test(row.label)) return false;
    return checkLabel.test(row.label) || (bareLabel.test(row.label) && comparesSides(context, row));
  });
  const told = new Set(rows.map((row) => cellKey(row.labelCell)));
  return [...rows, ...checkColumns(context).filter((column) => !told.has(cellKey(column.labelCell)))];
}

/** Sheets whose own check says already that they do not balance. */
export function sheetsWithAFailedCheck(context: AuditContext): ReadonlySet<string> {
  const failed = checkRows(context).filter((row) => row.cells.some((entry) => fails(context, entry)));
  return new Set(failed.map((row) => row.sheet));
}

/** Checks that fail, and checks that let pass what they should report. */
export const balanceCheck: AuditRule = {
  id: "balance-check",
  find: (context) =>
    checkRows(context).flatMap((row) => {
      const failed = failedCheck(context, row);
      const typed = typedCheck(row);
      const masked = failed === null && typed === null ? maskedCheck(context, row) : null;
      return [failed, typed, masked].flatMap((draft) => draft ?? []);
    }),
};
