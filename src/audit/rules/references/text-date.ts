import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called } from "../../lines/cell-name";
import { sourceOf } from "../../meaning/factors";
import { rangesOf } from "../../lines/formula-shape";
import { rowLabel } from "../../lines/row-label";
import { asRange, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

/** "2026-01-01", "31/12/2025", "1 Jan 2026", "Dec 31, 2025": a day that a reader understands and a calculation does not. */
const looksLikeADay =
  /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[-\s]\p{L}{3,9}\.?[-\s,]+\d{2,4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4})(?:[T\s]\d{2}:\d{2}(?::\d{2})?)?\s*$/u;
/** Which argument of a function by dates holds them. */
const datesOf: ReadonlyMap<string, number> = new Map([
  ["XIRR", 1],
  ["XNPV", 2],
]);
const mostDates = 2000;

interface TextDate {
  readonly cell: CellAddress;
  readonly text: string;
  readonly reader: CellAddress;
  readonly by: string;
}

function textsIn(context: AuditContext, reader: CellAddress, by: string, dates: FormulaNode): TextDate[] {
  return rangesOf(context, reader, withoutBrackets(dates)).flatMap((range) => {
    const cells = [...context.index.cellsIn(range)];
    return cells.length > mostDates
      ? []
      : cells.flatMap(({ value, rowIndex0, columnIndex0 }) =>
          typeof value === "string" && looksLikeADay.test(value)
            ? [{ cell: { sheet: range.sheet, rowIndex0, columnIndex0 }, text: value.trim(), reader, by }]
            : [],
        );
  });
}

/** Days written as text that a return by dates reads, one entry a place where they are written. */
function textDates(context: AuditContext): TextDate[] {
  const found = new Map<string, TextDate>();
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!/\bX(?:IRR|NPV)\(/iu.test(cell.formula!)) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    if (formula?.kind !== "read") continue;
    for (const node of walkFormula(formula.root)) {
      const dates = node.kind === "call" ? node.args[datesOf.get(node.name) ?? -1] : undefined;
      if (node.kind !== "call" || dates === undefined) continue;
      for (const text of textsIn(context, home, node.name, dates)) {
        const key = cellKey(sourceOf(context, text.cell));
        if (!found.has(key)) found.set(key, text);
      }
    }
  }
  return [...found.values()];
}

function draft(context: AuditContext, { cell, text, reader, by }: TextDate): FindingDraft {
  const source = sourceOf(context, cell);
  const isCarried = cellKey(source) !== cellKey(cell);
  return {
    severity: "high",
    confidence: 0.92,
    sheet: source.sheet,
    ranges: [asRange(source), ...(isCarried && cell.sheet === source.sheet ? [asRange(cell)] : [])],
    title: `“${rowLabel(context, source) ?? "A date"}” is a date kept as text`,
    comment: say`${called(context, source)} holds “${place(source, text)}” as text${isCarried ? say`, carried over to ${place(cell)}` : ""}. ${called(context, reader)} in ${place(reader)} takes it as a date of its cash flows, and ${by} counts days: text is no day, so it fails or leaves the flow out, as the program goes. Enter it as a date.`,
    nature: "slip",
    meaning: `date/${rowLabel(context, source) ?? text}`,
    alsoRead: [cell, reader],
  };
}

/** A date written as text where a return is counted by dates. */
export const textDate: AuditRule = {
  id: "text-date",
  find: (context) => textDates(context).map((text) => draft(context, text)),
};
