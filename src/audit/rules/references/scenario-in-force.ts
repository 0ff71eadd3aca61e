import { type CellAddress } from "../../../contracts/model-map";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { caseRank, type CaseRank } from "../../meaning/case-names";
import { cellOf } from "../../lines/formula-shape";
import { asRange, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

/** How far over a figure the name of its case may stand. */
const farthestUp = 12;
const mostCases = 8;

interface InForce {
  readonly picker: CellAddress;
  readonly name: string;
  readonly rank: CaseRank;
}

/** The name of a case that stands over one of its figures, in its column or in that of its label. */
function nameOver(context: AuditContext, figure: CellAddress): string | null {
  for (let up = 1; up <= farthestUp && figure.rowIndex0 - up >= 0; up++) {
    for (const left of [0, 1]) {
      if (figure.columnIndex0 < left) continue;
      const value = context.cellAt({
        sheet: figure.sheet,
        rowIndex0: figure.rowIndex0 - up,
        columnIndex0: figure.columnIndex0 - left,
      })?.value;
      if (typeof value === "string" && caseRank(value) !== null) return value.trim();
    }
  }
  return null;
}

function inForce(picker: CellAddress, names: readonly (string | null)[], current: number): InForce[] {
  const name = names[current - 1];
  if (name === null || name === undefined) return [];
  const named = names.map((one) => (one === null ? null : caseRank(one)));
  const rank = named[current - 1];
  return rank === null || rank === undefined || !named.includes("base") ? [] : [{ picker, name, rank }];
}

/** CHOOSE(picker, one, other, third) whose figures stand under the names of their cases. */
function chosenByNumber(context: AuditContext): InForce[] {
  const seen = new Set<string>();
  const found: InForce[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!/CHOOSE\(/iu.test(cell.formula!)) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    if (formula?.kind !== "read") continue;
    for (const node of walkFormula(formula.root)) {
      if (node.kind !== "call" || node.name !== "CHOOSE" || node.args.length > mostCases) continue;
      const picker = cellOf(context, home, withoutBrackets(node.args[0]!));
      if (picker === null || context.cellAt(picker)?.formula !== null || seen.has(cellKey(picker))) continue;
      const current = context.numberAt(picker);
      const figures = node.args.slice(1).map((arg) => cellOf(context, home, withoutBrackets(arg)));
      const names = figures.map((figure) => (figure === null ? null : nameOver(context, figure)));
      if (current === null || new Set(names).size < names.length) continue;
      seen.add(cellKey(picker));
      found.push(...inForce(picker, names, current));
    }
  }
  return found;
}

/** The switches the model knows, whose cases are written out. */
function chosenByName(context: AuditContext): InForce[] {
  return context.model.switches.flatMap(({ cell, current, cases }) => {
    const position = typeof current === "number" ? current : cases.indexOf(current) + 1;
    return context.cellAt(cell)?.formula === null ? inForce(cell, cases, position) : [];
  });
}

function draft({ picker, name, rank }: InForce): FindingDraft {
  return {
    severity: "medium",
    confidence: 0.82,
    sheet: picker.sheet,
    ranges: [asRange(picker)],
    title: `The model stands on its “${name}” case`,
    comment: say`${place(picker)} selects “${name}”, so every figure shown is that of the ${rank === "high" ? "hopeful" : "cautious"} case, not of the base case the workbook also holds. A value or return read off it flatters or slights the business by the choice of a cell. Set it back to the base case before quoting a figure, or say the case beside each result.`,
    nature: "judgement",
    meaning: `in force/${name}`,
    concernsWholeModel: true,
  };
}

/** A workbook saved with another case in force than its base case. */
export const scenarioInForce: AuditRule = {
  id: "scenario-in-force",
  find(context) {
    const found = new Map<string, InForce>();
    for (const one of [...chosenByName(context), ...chosenByNumber(context)]) {
      if (one.rank !== "base" && !found.has(cellKey(one.picker))) found.set(cellKey(one.picker), one);
    }
    return [...found.values()].slice(0, 2).map(draft);
  },
};
