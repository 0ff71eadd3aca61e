import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellOf, rangesOf } from "../../lines/formula-shape";
import { asRange, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const mostCases = 12;
const longestLabel = 40;
const names = /\b(?:scenario|case)\b/iu;

/** A list of cases by name and the cell that picks one of them. */
interface Selection {
  readonly picker: CellAddress;
  readonly cases: readonly string[];
  readonly listed: ReadonlySet<string>;
  readonly current: string;
}

function textAt(context: AuditContext, cell: CellAddress): string | null {
  const value = context.cellAt(cell)?.value;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** INDEX(names, picker) and CHOOSE(picker, "Base", "Low"): the case in force by its name. */
function selectionOf(context: AuditContext, home: CellAddress, node: FormulaNode): Selection | null {
  if (node.kind !== "call" || (node.name !== "INDEX" && node.name !== "CHOOSE")) return null;
  const pickedBy = node.args[node.name === "INDEX" ? 1 : 0];
  const picker = pickedBy === undefined ? null : cellOf(context, home, withoutBrackets(pickedBy));
  if (picker === null || node.args.length < 2 || context.cellAt(picker)?.formula !== null) return null;
  const places =
    node.name === "INDEX"
      ? rangesOf(context, home, withoutBrackets(node.args[0]!)).flatMap((range) =>
          range.endRow0 - range.startRow0 < mostCases && range.endColumn0 === range.startColumn0
            ? Array.from({ length: range.endRow0 - range.startRow0 + 1 }, (_, i) => ({
                sheet: range.sheet,
                rowIndex0: range.startRow0 + i,
                columnIndex0: range.startColumn0,
              }))
            : [],
        )
      : [];
  const cases =
    node.name === "INDEX"
      ? places.map((cell) => textAt(context, cell))
      : node.args.slice(1).map((arg) => {
          const inner = withoutBrackets(arg);
          return inner.kind === "text" ? inner.value.trim() : null;
        });
  const position = context.numberAt(picker);
  const current = position === null ? undefined : cases[position - 1];
  if (cases.length < 2 || current === undefined || current === null || cases.some((name) => name === null)) return null;
  return { picker, cases: cases.flatMap((name) => name ?? []), listed: new Set(places.map(cellKey)), current };
}

function selectionsOf(context: AuditContext): Selection[] {
  const found = new Map<string, Selection>();
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (typeof cell.value !== "string" || !/INDEX\(|CHOOSE\(/iu.test(cell.formula!)) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    if (formula?.kind !== "read") continue;
    for (const node of walkFormula(formula.root)) {
      const selection = selectionOf(context, home, node);
      if (selection !== null) found.set(cellKey(selection.picker), selection);
    }
  }
  return [...found.values()];
}

/** Names of cases that some cell works out: there a reader sees the one in force. */
function casesShownByFormula(context: AuditContext): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { cell } of context.index.formulaCells())
    if (typeof cell.value === "string" && cell.value.trim() !== "") shown.add(cell.value.trim());
  return shown;
}

/** Words that stand beside "Scenario:". */
function statedCases(context: AuditContext): { cell: CellAddress; text: string }[] {
  return context.index.sheets.flatMap((sheet) =>
    sheet.snapshot.cells.flatMap(({ value, rowIndex0, columnIndex0: column0 }) => {
      if (typeof value !== "string" || value.length > longestLabel || !names.test(value)) return [];
      for (let columnIndex0 = column0 + 1; columnIndex0 <= column0 + 3; columnIndex0++) {
        const cell = { sheet: sheet.name, rowIndex0, columnIndex0 };
        const text = textAt(context, cell);
        if (text !== null) return [{ cell, text }];
      }
      return [];
    }),
  );
}

function draft(context: AuditContext, cell: CellAddress, text: string, selection: Selection): FindingDraft {
  return {
    severity: "high",
    confidence: 0.88,
    sheet: cell.sheet,
    ranges: [asRange(cell)],
    title: `The scenario shown is “${text}”, the one in force is “${selection.current}”`,
    comment: say`${place(cell)} says “${text}”, but no formula reads it. The model chooses by ${place(selection.picker)}, which is ${number(context, selection.picker)} and stands for “${selection.current}”. Every figure is that of “${selection.current}”, while a reader takes it for “${text}”. Show the name by formula from the switch, or make this cell the switch.`,
    nature: "slip",
    meaning: `${text}/${selection.current}`,
    alsoRead: [selection.picker],
    concernsWholeModel: true,
  };
}

/** A typed name of a scenario that is not the one the model runs. */
export const scenarioLabel: AuditRule = {
  id: "scenario-label",
  find(context) {
    const selections = selectionsOf(context);
    if (selections.length === 0) return [];
    const shown = casesShownByFormula(context);
    return statedCases(context).flatMap(({ cell, text }) => {
      const content = context.cellAt(cell);
      const selection = selections.find(
        ({ cases, listed, current }) => cases.includes(text) && current !== text && !listed.has(cellKey(cell)),
      );
      const isRead = context.index.dependentsOf(cell).length > 0;
      return selection === undefined || shown.has(selection.current) || content?.formula !== null || isRead
        ? []
        : [draft(context, cell, text, selection)];
    });
  },
};
