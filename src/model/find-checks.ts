import { type CellAddress, type ModelCheck } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { labelText } from "./find-labels";
import { isVerdict, readCheck } from "./read-check";

/** Rows that are named for comparing; "difference" and "variance" alone also name results of a budget. */
const checkLabel =
  /\b(?:checks?|check[- ]?sum|out[- ]of[- ]balance|in balance|imbalance|tie[- ]?outs?|reconcil(?:iation|es|ed)|proof)\b|\bbalance[sd]?\s*\?|\b(?:should|must) (?:be|equal)\b|^(?:control|balanced|difference|diff\.?)\s*(?:\(.{0,30}\))?\s*:?$/iu;
const noCheck =
  /\b(?:checking|cheques?|pay ?checks?|checklist|checkout|check[- ]?in|background checks?|proof of (?:concept|funds))\b/iu;
const verdictInFormula =
  /,\s*"(?:ok|okay|balanced|pass(?:ed)?|error|errors|fail(?:ed)?|not ok|unbalanced|imbalance|out of balance|not balanced|match|mismatch|✓|✔)\s*!?"/iu;
/** A formula whose verdict is about a comparison, not about which case or method is chosen. */
const comparesSomething = /[=<>-]/;

/** Rows and cells made to show whether two things agree: by their label, or by a formula that answers OK or ERROR. */
export function findChecks(index: WorkbookIndex): ModelCheck[] {
  const occurrences = new Map<string, number>();
  return index.sheets.flatMap((sheet) =>
    sheet.usedRows.flatMap((row0) =>
      checksOfRow(sheet, row0).map(({ label, cells }): ModelCheck => {
        const text = labelText(label)!.replace(/\s*:\s*$/, "");
        const name = `${sheet.name} › ${text}`;
        const occurrence = (occurrences.get(name) ?? 0) + 1;
        occurrences.set(name, occurrence);
        return {
          id: `${name} ✓${occurrence}`,
          sheet: sheet.name,
          label: text,
          labelCell: addressOf(sheet, label),
          cells: cells.map((cell) => readCheck(index, addressOf(sheet, cell), cell)),
        };
      }),
    ),
  );
}

interface RowOfCheck {
  readonly label: Cell;
  readonly cells: Cell[];
}

function checksOfRow(sheet: SheetIndex, row0: number): RowOfCheck[] {
  const found: RowOfCheck[] = [];
  let label: Cell | null = null;
  let isNamed = false;
  for (const cell of sheet.cellsOfRow(row0)) {
    const text = cell.formula === null ? labelText(cell) : null;
    if (text !== null && (checkLabel.test(text) || !isVerdict(text))) {
      label = cell;
      isNamed = checkLabel.test(text) && !noCheck.test(text);
    } else if (label !== null && (isNamed ? isAnswer(cell) : isVerdictFormula(cell))) {
      const open = found.at(-1);
      if (open?.label === label) open.cells.push(cell);
      else found.push({ label, cells: [cell] });
    }
  }
  return found;
}

/** Dates, titles of axes and notes stand beside checks too; an answer is a number, a truth or a verdict. */
function isAnswer(cell: Cell): boolean {
  if (cell.formula !== null) return true;
  if (typeof cell.value === "string") return isVerdict(cell.value);
  return typeof cell.value === "number" || typeof cell.value === "boolean";
}

function isVerdictFormula({ formula }: Cell): boolean {
  return (
    formula !== null && verdictInFormula.test(formula) && /\bIFS?\(/i.test(formula) && comparesSomething.test(formula)
  );
}

function addressOf(sheet: SheetIndex, { rowIndex0, columnIndex0 }: Cell): CellAddress {
  return { sheet: sheet.name, rowIndex0, columnIndex0 };
}
