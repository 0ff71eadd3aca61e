import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { addendsOf } from "../../lines/algebra";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called } from "../../lines/cell-name";
import { cellOf } from "../../lines/formula-shape";
import { labelledRows } from "../../lines/labelled-rows";
import { wordsFor } from "../../lines/name-cell";
import { caseRank } from "../../meaning/case-names";
import { addTo } from "../../../workbook/group-by";
import { asRange, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const guards: ReadonlySet<string> = new Set(["ROUND", "IFERROR", "IFNA", "MAX", "ABS"]);
const fewestCases = 3;
const mostCases = 8;

/** What a formula adds up, behind the rounding around it. */
function addendsBehind(root: FormulaNode) {
  const node = withoutBrackets(root);
  if (node.kind === "call" && guards.has(node.name) && node.args[0] !== undefined) return addendsOf(node.args[0]);
  return addendsOf(node);
}

interface Case {
  readonly home: CellAddress;
  readonly size: number;
  /** Cells added or taken away as they stand, by where they are: the very cell, or the same line of the case's own column or row. */
  readonly steps: ReadonlyMap<string, { readonly cell: CellAddress; readonly sign: 1 | -1 }>;
}

function caseAt(context: AuditContext, home: CellAddress): Case | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const addends = addendsBehind(formula.root);
  const steps = new Map<string, { readonly cell: CellAddress; readonly sign: 1 | -1 }>();
  for (const { node, sign } of addends) {
    const cell = cellOf(context, home, node);
    if (cell === null) continue;
    steps.set(`${sign} ${cellKey(cell)}`, { cell, sign });
    if (cell.sheet === home.sheet && cell.columnIndex0 === home.columnIndex0)
      steps.set(`${sign} row ${cell.rowIndex0}`, { cell, sign });
    if (cell.sheet === home.sheet && cell.rowIndex0 === home.rowIndex0)
      steps.set(`${sign} column ${cell.columnIndex0}`, { cell, sign });
  }
  return { home, size: addends.length, steps };
}

/** The step that all cases but one take, the rest being as long in each. */
function missingStep(cases: readonly Case[]): { odd: Case; step: CellAddress; sign: 1 | -1; other: Case } | null {
  for (const odd of cases) {
    const others = cases.filter((one) => one !== odd);
    const [first] = others;
    if (first === undefined || others.some(({ size }) => size !== odd.size + 1)) continue;
    for (const [key, { cell, sign }] of first.steps) {
      if (odd.steps.has(key) || !others.every(({ steps }) => steps.has(key))) continue;
      return { odd, step: cell, sign, other: first };
    }
  }
  return null;
}

interface Line {
  readonly label: string;
  readonly homes: readonly { readonly address: CellAddress; readonly called: string }[];
}

/** Rows whose columns are headed by the names of cases, and columns whose rows are. */
function linesOfCases(context: AuditContext): Line[] {
  const across: Line[] = [];
  const down = new Map<string, { address: CellAddress; called: string }[]>();
  for (const { sheet, label, cells } of labelledRows(context)) {
    const formulas = cells.filter(({ cell }) => cell.formula !== null && typeof cell.value === "number");
    if (caseRank(label) !== null) {
      for (const { address } of formulas) addTo(down, `${sheet}!${address.columnIndex0}`, { address, called: label });
    } else if (formulas.length >= fewestCases && formulas.length <= mostCases) {
      const homes = formulas.flatMap(({ address }) => {
        const { column } = wordsFor(context, address);
        return column === null || caseRank(column) === null ? [] : [{ address, called: column }];
      });
      if (homes.length === formulas.length) across.push({ label, homes });
    }
  }
  const columns = [...down.values()].flatMap((homes): Line[] => {
    const { column } = wordsFor(context, homes[0]!.address);
    return homes.length < fewestCases || homes.length > mostCases ? [] : [{ label: column ?? "value", homes }];
  });
  return [...across, ...columns];
}

function judge(context: AuditContext, { label, homes }: Line): FindingDraft[] {
  const cases = homes.flatMap(({ address }) => caseAt(context, address) ?? []);
  const found = cases.length === homes.length ? missingStep(cases) : null;
  if (found === null) return [];
  const { odd, step, sign, other } = found;
  const size = context.numberAt(step);
  const name = homes.find(({ address }) => address === odd.home)?.called ?? "case";
  if (size === null || size === 0) return [];
  const off = sign === -1;
  return [
    {
      severity: "high",
      confidence: 0.9,
      sheet: odd.home.sheet,
      ranges: [asRange(odd.home)],
      title: `One case of “${label}” leaves out a step that the others take`,
      comment: say`“${place(odd.home, name)}” ${off ? "never takes off" : "never adds"} ${called(context, step)} of ${number(context, step)}, which every other case beside it ${off ? "deducts" : "holds"} (${place(other.home)}). It shows ${number(context, odd.home)}, ${off ? "too much" : "too little"} by that step, and the cases cannot be compared. Take the same steps in each.`,
      nature: "slip",
      meaning: `case-step/${label}/${name}`,
      alsoRead: [step, other.home],
    },
  ];
}

/** Cases of one valuation of which one forgets a step: debt not taken off in the best case. */
export const caseStep: AuditRule = {
  id: "case-step",
  find: (context) => linesOfCases(context).flatMap((line) => judge(context, line)),
};
