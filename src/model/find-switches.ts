import { type CellAddress, type ScenarioChoice, type ScenarioSwitch } from "../contracts/model-map";
import { type CellRange } from "../contracts/workbook-snapshot";
import { cellKey } from "../workbook/cell-key";
import { type FormulaNode, type FormulaNodeOf } from "../workbook/formula";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { walkFormula } from "../workbook/walk-formula";
import { labelText } from "./find-labels";
import { caseNamesOf, labelsOfAlternatives } from "./name-cases";

/** Formulas that may choose by a cell; every other formula is passed over unread. */
const mayChoose = /\b(?:CHOOSE|SWITCH|OFFSET|INDEX|IFS?|[HVX]?LOOKUP|MATCH)\(/i;
const switchWords =
  /\b(?:scenarios?|cases?|switch(?:es)?|toggles?|select(?:ed|or|ion)?|options?|choice|active|live|method|circ(?:ularity)?|on\s*\/\s*off)\b/i;
/** CHOOSE says by itself that a case is chosen; the others also look tables up and shift by months. */
const enoughAlone = 2;
const mostHops = 5;
const largestNumber = 20;
const longestName = 40;

interface Choice extends ScenarioChoice {
  readonly switchCell: CellAddress;
}

/** The cells by which formulas choose between cases, each with all that choose by it. */
export function findSwitches(index: WorkbookIndex): ScenarioSwitch[] {
  const found = new Map<string, { cell: CellAddress; cases: readonly string[]; choices: ScenarioChoice[] }>();
  for (const { sheet, cell } of index.formulaCells()) {
    if (!mayChoose.test(cell.formula!)) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    for (const { switchCell, ...choice } of choicesAt(index, home)) {
      const { cell: source, cases } = sourceOf(index, switchCell);
      const key = `${source.sheet}!${cellKey(source.rowIndex0, source.columnIndex0)}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { cell: source, cases, choices: [choice] });
      else known.choices.push(choice);
    }
  }
  return [...found.values()].flatMap(({ cell, cases, choices }) => {
    const label = labelOf(index, cell);
    const current = index.cellAt(cell.sheet, cell.rowIndex0, cell.columnIndex0)?.value ?? null;
    const isNamed = label !== null && switchWords.test(label);
    const chooses = choices.filter(({ by }) => by === "CHOOSE" || by === "SWITCH").length;
    if (!isNamed && chooses < enoughAlone) return [];
    if (typeof current === "string" ? current.length > longestName : !isCaseNumber(current)) return [];
    return [
      {
        id: `${cell.sheet} › ${label ?? "switch"} ⇄`,
        label,
        cell,
        current: current as number | string,
        cases: cases.length > 0 ? cases : labelsOfAlternatives(index, choices),
        choices,
      },
    ];
  });
}

function isCaseNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= largestNumber;
}

function choicesAt(index: WorkbookIndex, home: CellAddress): Choice[] {
  const formula = index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  const ranges = new Map<FormulaNode, readonly CellRange[]>();
  for (const reference of index.referencesAt(home)) ranges.set(reference.node, index.rangesOf(reference, home));
  const choices: Choice[] = [];
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "call") continue;
    const { by, from } = partsOfChoice(node);
    const range = by === null ? undefined : fixedCell(by, ranges);
    if (range === undefined) continue;
    const switchCell = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
    const alternatives = from.flatMap((part) =>
      [...walkFormula(part)].flatMap((inner) => ranges.get(inner)?.slice(0, 1) ?? []),
    );
    choices.push({ switchCell, cell: home, by: node.name, alternatives });
  }
  return choices;
}

/** The argument that chooses, and those chosen from. */
function partsOfChoice(call: FormulaNodeOf<"call">): { by: FormulaNode | null; from: readonly FormulaNode[] } {
  const [first, second, third] = call.args;
  switch (call.name) {
    case "CHOOSE":
    case "SWITCH":
      return { by: first ?? null, from: call.args.slice(1) };
    case "INDEX":
    case "OFFSET": {
      const by = [second, third].find((part) => part !== undefined && isFixed(part));
      return { by: by ?? null, from: first === undefined ? [] : [first] };
    }
    case "MATCH":
    case "HLOOKUP":
    case "VLOOKUP":
    case "XLOOKUP":
    case "LOOKUP":
      return { by: first ?? null, from: second === undefined ? [] : [second] };
    case "IF":
    case "IFS": {
      const test = first?.kind === "group" ? first.inner : first;
      if (test?.kind === "binary" && test.operator === "=")
        return { by: isFixed(test.left) ? test.left : test.right, from: call.args.slice(1) };
      return { by: null, from: [] };
    }
    default:
      return { by: null, from: [] };
  }
}

/** A cell that stays the same when the formula is copied: with dollars, by name, or on another sheet. */
function isFixed(node: FormulaNode): boolean {
  if (node.kind === "group") return isFixed(node.inner);
  if (node.kind === "name") return true;
  if (node.kind === "binary" && (node.operator === "-" || node.operator === "+")) return isFixed(node.left);
  return node.kind === "reference" && node.shape === "cell" && node.start.rowAbsolute && node.start.columnAbsolute;
}

function fixedCell(node: FormulaNode, ranges: ReadonlyMap<FormulaNode, readonly CellRange[]>): CellRange | undefined {
  if (!isFixed(node)) return undefined;
  const read = [...walkFormula(node)].flatMap((part) => ranges.get(part) ?? []);
  const [range] = read;
  const isOne = read.length === 1 && range!.startRow0 === range!.endRow0 && range!.startColumn0 === range!.endColumn0;
  return isOne ? range : undefined;
}

/** =Inputs!C4 and =MATCH(C4, names, 0) stand for the cell that somebody sets. */
function sourceOf(index: WorkbookIndex, start: CellAddress): { cell: CellAddress; cases: readonly string[] } {
  let cell = start;
  let cases: readonly string[] = [];
  for (let hop = 0; hop < mostHops; hop++) {
    const formula = index.formulaAt(cell);
    if (formula?.kind !== "read") break;
    const { root } = formula;
    const isMatch = root.kind === "call" && root.name === "MATCH";
    if (!isMatch && root.kind !== "reference" && root.kind !== "name") break;
    const [source, list] = index.precedentsOf(cell);
    if (source === undefined || source.startRow0 !== source.endRow0 || source.startColumn0 !== source.endColumn0) break;
    if (isMatch && list !== undefined) cases = caseNamesOf(index, list);
    cell = { sheet: source.sheet, rowIndex0: source.startRow0, columnIndex0: source.startColumn0 };
  }
  return { cell, cases };
}

function labelOf(index: WorkbookIndex, { sheet, rowIndex0, columnIndex0 }: CellAddress): string | null {
  const beside = (index.sheetNamed(sheet)?.cellsOfRow(rowIndex0) ?? []).findLast(
    (cell) => cell.columnIndex0 < columnIndex0 && labelText(cell) !== null,
  );
  const above = rowIndex0 === 0 ? null : index.cellAt(sheet, rowIndex0 - 1, columnIndex0);
  const found = beside ?? above;
  return found === null ? null : labelText(found);
}
