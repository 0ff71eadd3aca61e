import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellsOfMeaning } from "../../lines/cells-of-meaning";
import { coverCells } from "../../lines/cover-cells";
import { cellOf } from "../../lines/formula-shape";
import { asRange, listed, named, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";
import { withoutBrackets } from "../../../workbook/without-brackets";

interface BlankRead {
  readonly home: Meaning;
  readonly cells: readonly CellAddress[];
  readonly read: CellAddress;
}

/** The cells a formula carries over or multiplies: where one is blank, the whole is nought. */
function decisive(root: FormulaNode): FormulaNode[] {
  const node = withoutBrackets(root);
  if (node.kind === "reference") return node.shape === "cell" ? [node] : [];
  if (node.kind === "unary" && node.operator !== "@") return decisive(node.operand);
  if (node.kind !== "binary") return [];
  if (node.operator === "*") return [...decisive(node.left), ...decisive(node.right)];
  return node.operator === "/" ? decisive(node.left) : [];
}

/** A cell of a row in which nothing stands at all: no input that waits to be filled, for that would have a name. */
function readsEmptyRow(context: AuditContext, home: CellAddress): CellAddress | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read" || context.numberAt(home) !== 0) return null;
  for (const node of decisive(formula.root)) {
    const read = cellOf(context, home, node);
    const sheet = read === null ? null : context.index.sheetNamed(read.sheet);
    if (read === null || sheet === null || sheet.cellsOfRow(read.rowIndex0).length > 0) continue;
    const used = sheet.usedRange;
    if (used !== null && used.startRow0 < read.rowIndex0 && read.rowIndex0 < used.endRow0) return read;
  }
  return null;
}

function draft(blanks: readonly BlankRead[]): FindingDraft {
  const first = blanks[0]!;
  const one = blanks.length === 1;
  return {
    severity: "high",
    confidence: 0.9,
    sheet: first.home.sheet,
    ranges: coverCells(blanks.flatMap(({ cells }) => cells)),
    title: one ? `“${first.home.label.trim()}” reads an empty row` : "Figures read empty rows",
    comment: say`${listed(blanks.map(({ home, cells }) => named(home, asRange(cells[0]!))))} ${one ? "takes its figure" : "take their figures"} from ${place(first.read)}${one ? "" : " and the like"}, a row in which nothing stands, and so ${one ? "shows" : "show"} nought. Rows were moved, or the reference was set a line off. Point ${one ? "it" : "each"} at the row of its name.`,
    nature: "slip",
    meaning: blanks.map(({ home }) => home.id).join(),
    aside: say`It takes its figure from the empty ${place(first.read)}.`,
    alsoRead: blanks.map(({ read }) => read),
  };
}

/** A named figure taken from a row in which nothing stands. */
export const blankSource: AuditRule = {
  id: "blank-source",
  find(context) {
    const bySheet = new Map<string, BlankRead[]>();
    for (const home of [...context.model.lineItems, ...context.model.parameters]) {
      if (home.role === "input") continue;
      const cells: CellAddress[] = [];
      let read: CellAddress | null = null;
      for (const cell of cellsOfMeaning(context, home)) {
        const blank = readsEmptyRow(context, cell);
        if (blank === null) continue;
        cells.push(cell);
        read ??= blank;
      }
      if (read !== null) addTo(bySheet, home.sheet, { home, cells, read });
    }
    return [...bySheet.values()].map(draft);
  },
};
