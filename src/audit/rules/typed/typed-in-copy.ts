import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { wordsOfFormula } from "../../lines/compare-formulas";
import { coverCells } from "../../lines/cover-cells";
import { formulaColumns } from "../../lines/formula-columns";
import { wordsFor } from "../../lines/name-cell";
import { number, place, say } from "../../wording/say";
import { type FormulaLine, type LineCell } from "../../lines/zones";
import { addTo, groupBy } from "../../../workbook/group-by";

/** Fewer calculated copies than this make no pattern. */
const fewestCopies = 3;

interface TypedCopy {
  readonly line: FormulaLine;
  readonly typed: readonly LineCell[];
  /** The same column in a copy of the table that calculates it. */
  readonly calculated: LineCell;
}

/** Columns with one heading and one length that stand under each other: copies of one table. */
function copiesOf(lines: readonly FormulaLine[]): FormulaLine[][] {
  const copies = new Map<string, FormulaLine[]>();
  for (const line of lines) {
    const column = line.cells[0]!.address.columnIndex0;
    const key = `${line.sheet}/${column}/${line.label}/${line.cells.length}`;
    addTo(copies, key, line);
  }
  return [...copies.values()].filter((lines) => lines.length > fewestCopies);
}

/** The words of the one formula that fills the column; null where it is typed or mixed. */
function onlyFormula({ cells }: FormulaLine): string | null {
  const words = new Set(cells.map(formulaWords));
  const [only] = words;
  return words.size === 1 ? (only ?? null) : null;
}

function formulaWords({ cell }: LineCell): string | null {
  const formula = cell?.formula ?? null;
  return formula === null ? null : wordsOfFormula(formula);
}

function typedAmong(copies: readonly FormulaLine[]): TypedCopy[] {
  const byWords = new Map<string, FormulaLine[]>();
  for (const line of copies) {
    const words = onlyFormula(line);
    if (words !== null) addTo(byWords, words, line);
  }
  const [usual] = [...byWords].sort((a, b) => b[1].length - a[1].length);
  if (usual === undefined || usual[1].length < fewestCopies || usual[1].length * 2 <= copies.length) return [];
  return copies.flatMap((line): TypedCopy[] => {
    const typed = line.cells.filter((cell) => formulaWords(cell) === null);
    const kept = line.cells.filter((cell) => formulaWords(cell) === usual[0]);
    if (typed.length === 0 || kept.length === 0 || typed.length + kept.length < line.cells.length) return [];
    return [{ line, typed, calculated: usual[1][0]!.cells[0]! }];
  });
}

/** What is typed in the same rows of a table has one cause. */
function byRows(found: readonly TypedCopy[]): TypedCopy[][] {
  const groups = groupBy(
    found,
    (one) => `${one.line.sheet}/${one.typed.map(({ address }) => address.rowIndex0).join()}`,
  );
  return [...groups.values()];
}

function draft(context: AuditContext, found: readonly TypedCopy[]): FindingDraft {
  const { line, typed, calculated } = found[0]!;
  const first = typed[0]!;
  const isNought = found.every((one) => one.typed.every(({ cell }) => cell?.value === 0));
  const ranges = coverCells(found.flatMap((one) => one.typed.map(({ address }) => address)));
  const { row } = wordsFor(context, first.address);
  return {
    severity: isNought ? "low" : "medium",
    confidence: isNought ? 0.65 : 0.8,
    sheet: line.sheet,
    ranges,
    title: `A copy of a table on ${line.sheet} has “${line.label}” typed that the others calculate`,
    comment: say`${place(ranges[0]!)} under “${line.label}” is typed (${number(context, first.address)}), while the same column of the other copies of this table is calculated, such as ${place(calculated.address)}, and so are the cells after it. It will not move with what it stands for. Copy the formula over it, or say why this copy differs.`,
    nature: "slip",
    meaning: `${line.id}/${row ?? ""}/${typed.length}`,
    alsoRead: [calculated.address],
  };
}

/** Numbers typed in one copy of a table that calculates them everywhere else. */
export const typedInCopy: AuditRule = {
  id: "typed-in-copy",
  find: (context) =>
    byRows(copiesOf(formulaColumns(context)).flatMap(typedAmong)).map((found) => draft(context, found)),
};
