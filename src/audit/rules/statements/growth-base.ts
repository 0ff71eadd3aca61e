import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { walkFormula } from "../../../workbook/walk-formula";
import { addTo } from "../../../workbook/group-by";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { isNumber } from "../../lines/algebra";
import { cellOf } from "../../lines/formula-shape";
import { labelledRows } from "../../lines/labelled-rows";
import { calculated, literal, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const growth = /\b(?:growth|grow|yoy|y\/y|y-o-y|increase|change)\b/iu;
/** These are measured on the new figure by right. */
const onTheNew = /\b(?:discount|margin|decline from|drop|churn|share|mix|off|below)\b/iu;
const compound = /\bcagr\b|\bcompound/iu;

interface OnNewBase {
  readonly address: CellAddress;
  readonly now: CellAddress;
  readonly then: CellAddress;
}

/** Left of it in its row, and not headed as a later year: the figure of an earlier period. */
function isEarlier(context: AuditContext, one: CellAddress, other: CellAddress): boolean {
  const [a, b] = [context.periodAt(one)?.year ?? null, context.periodAt(other)?.year ?? null];
  if (a !== null && b !== null && a > b) return false;
  return one.sheet === other.sheet && one.rowIndex0 === other.rowIndex0 && one.columnIndex0 < other.columnIndex0;
}

/** (new - old) / new, or 1 - old / new. */
function onNewBase(context: AuditContext, address: CellAddress): OnNewBase | null {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "binary") continue;
    const sides = node.operator === "/" ? quotientOfChange(node) : node.operator === "-" ? oneLess(node) : null;
    if (sides === null) continue;
    const [now, then] = sides.map((side) => cellOf(context, address, side));
    if (now && then && isEarlier(context, then, now)) return { address, now, then };
  }
  return null;
}

function quotientOfChange({
  left,
  right,
}: FormulaNode & { kind: "binary" }): readonly [FormulaNode, FormulaNode] | null {
  const change = withoutBrackets(left);
  if (change.kind !== "binary" || change.operator !== "-" || !isSame(change.left, right)) return null;
  return [change.left, change.right];
}

function oneLess({ left, right }: FormulaNode & { kind: "binary" }): readonly [FormulaNode, FormulaNode] | null {
  const quotient = withoutBrackets(right);
  if (!isNumber(left, 1) || quotient.kind !== "binary" || quotient.operator !== "/") return null;
  return [quotient.right, quotient.left];
}

function isSame(one: FormulaNode, other: FormulaNode): boolean {
  const [a, b] = [withoutBrackets(one), withoutBrackets(other)];
  return (
    a.kind === "reference" &&
    b.kind === "reference" &&
    a.start.rowIndex0 === b.start.rowIndex0 &&
    a.start.columnIndex0 === b.start.columnIndex0 &&
    a.qualifier?.written === b.qualifier?.written
  );
}

function wrongBase(context: AuditContext, label: string, found: readonly OnNewBase[]): FindingDraft {
  const { address, now, then } = found[0]!;
  const [a, b] = [context.numberAt(now) ?? 0, context.numberAt(then) ?? 0];
  const right = calculated(b === 0 ? 0 : a / b - 1, "percent", "new / old - 1", { new: now, old: then });
  return {
    severity: "medium",
    confidence: 0.92,
    sheet: address.sheet,
    ranges: coverCells(found.map((one) => one.address)),
    title: `“${label}” is measured on the new figure`,
    comment: say`“${place(address, label)}” divides the change from ${number(context, then)} to ${number(context, now)} by the later of the two and shows ${number(context, address)}. Growth is measured on what it starts from, which gives ${right}; as it stands a rise looks smaller and a fall larger, and growing a figure by it does not lead back to the next. Divide by ${place(then)}.`,
    nature: "slip",
    meaning: `base/${label}`,
    alsoRead: [now, then],
  };
}

/** The power of a quotient of two figures of one row, with how many periods lie between them. */
function compoundedOver(context: AuditContext, address: CellAddress) {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  for (const node of walkFormula(formula.root)) {
    const [base, exponent] =
      node.kind === "binary" && node.operator === "^"
        ? [withoutBrackets(node.left), withoutBrackets(node.right)]
        : node.kind === "call" && node.name === "POWER" && node.args.length === 2
          ? [withoutBrackets(node.args[0]!), withoutBrackets(node.args[1]!)]
          : [null, null];
    if (base?.kind !== "binary" || base.operator !== "/" || exponent?.kind !== "binary") continue;
    if (exponent.operator !== "/" || !isNumber(exponent.left, 1)) continue;
    const [end, start] = [cellOf(context, address, base.left), cellOf(context, address, base.right)];
    const steps = end === null || start === null ? null : stepsBetween(context, start, end);
    const written = withoutBrackets(exponent.right);
    const cell = cellOf(context, address, written);
    const periods = written.kind === "number" ? written.value : cell === null ? null : context.numberAt(cell);
    if (end === null || start === null || steps === null || periods === null) continue;
    const shown =
      cell === null && written.kind === "number"
        ? literal(written.value, written.written, address)
        : number(context, cell!);
    return { end, start, steps, periods, shown, cell };
  }
  return null;
}

/** Years from one figure of a row to another; null where the headings do not say. */
function stepsBetween(context: AuditContext, start: CellAddress, end: CellAddress): number | null {
  const [from, to]: (LineItem | null)[] = [context.itemAt(start), context.itemAt(end)];
  const [first, last] = [context.periodAt(start), context.periodAt(end)];
  if (from === null || from !== to || first?.kind !== "year" || last?.kind !== "year") return null;
  const years = first.year !== null && last.year !== null ? last.year - first.year : null;
  return years !== null && years > 0 ? years : null;
}

function wrongPeriods(context: AuditContext, label: string, address: CellAddress): FindingDraft | null {
  const found = compoundedOver(context, address);
  if (found === null || found.periods === found.steps || found.periods < 1) return null;
  const { start, end, steps, cell } = found;
  const ratio = (context.numberAt(end) ?? 0) / (context.numberAt(start) ?? 1);
  if (!(ratio > 0)) return null;
  const operands = { start, end };
  const right = calculated(ratio ** (1 / steps) - 1, "percent", "(end / start) ^ (1 / years between) - 1", operands);
  return {
    severity: "medium",
    confidence: 0.92,
    sheet: address.sheet,
    ranges: coverCells([address]),
    title: `“${label}” counts the wrong number of years`,
    comment: say`“${place(address, label)}” grows ${number(context, start)} of ${place(start, context.periodAt(start)!.label)} to ${number(context, end)} of ${place(end, context.periodAt(end)!.label)} over ${found.shown} years, while ${calculated(steps, "count", "last year - first year", operands)} lie between them: the number of figures is not the number of steps. It shows ${number(context, address)} where ${right} is right. Count the years from the first figure to the last.`,
    nature: "slip",
    meaning: `periods/${label}/${context.itemAt(start)!.label}`,
    alsoRead: [start, end, ...(cell === null ? [] : [cell])],
  };
}

/** Growth measured on the figure it leads to, and compound growth over the wrong number of years. */
export const growthBase: AuditRule = {
  id: "growth-base",
  find: (context) =>
    labelledRows(context).flatMap((row): FindingDraft[] => {
      const bases = new Map<string, OnNewBase[]>();
      const isGrowth = growth.test(row.label) && !onTheNew.test(row.label) && !compound.test(row.label);
      const drafts: FindingDraft[] = [];
      for (const { address, cell } of row.cells) {
        if (cell.formula === null) continue;
        const wrong = isGrowth ? onNewBase(context, address) : null;
        if (wrong !== null) addTo(bases, row.label, wrong);
        const periods = /\^|POWER/iu.test(cell.formula) ? wrongPeriods(context, row.label, address) : null;
        if (periods !== null) drafts.push(periods);
      }
      const found = bases.get(row.label);
      return found === undefined ? drafts : [wrongBase(context, row.label, found), ...drafts];
    }),
};
