import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf, originOf } from "../../lines/cell-name";
import { cellsCalled } from "../../lines/cells-called";
import { cellOf } from "../../lines/formula-shape";
import { wordsFor } from "../../lines/name-cell";
import { asRange, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const cheap = /\bunder-?\s?valued\b|\bbuy\b|\baccept\b|\baccretive\b|\binvest\b(?!or)|\bgo ahead\b|\bproceed\b/iu;
const dear = /\bover-?\s?valued\b|\bsell\b|\breject\b|\bdilutive\b|\bdo not invest\b|\bavoid\b/iu;
const negated = /\bnot\b|\bdon'?t\b|\bnon-/iu;
const longestVerdict = 24;

type Verdict = "cheap" | "dear";

function verdictOf(text: string): Verdict | null {
  if (negated.test(text) || cheap.test(text) === dear.test(text)) return null;
  return cheap.test(text) ? "cheap" : "dear";
}

/** What a figure above another, or above nought, speaks for: gains and values for buying, prices against. */
function speaksFor(context: AuditContext, cell: CellAddress): "value" | "price" | "gain" | "rate" | null {
  const origin = originOf(context, cell);
  const labels = `${nameOf(context, cell)?.label ?? ""} / ${nameOf(context, origin)?.label ?? ""}`;
  const concept = conceptOf(context, cell);
  if (/\bimplied\b|\bintrinsic\b|\bfair\b|\bvalue per share\b|\btarget price\b/iu.test(labels)) return "value";
  if (concept === "implied-share-price" || concept === "equity-value") return "value";
  if (concept === "net-present-value" || concept === "upside" || concept === "accretion-dilution") return "gain";
  if (/\bNPV\b|\bnet present value\b|\bupside\b|\baccretion\b/iu.test(labels)) return "gain";
  if (concept === "internal-rate-of-return" || /\bIRR\b/u.test(labels)) return "rate";
  if (concept === "share-price" || /\b(?:market|current|share|stock) price\b|^price$/iu.test(labels)) return "price";
  return null;
}

interface Comparison {
  readonly left: CellAddress;
  /** Null for nought. */
  readonly right: CellAddress | null;
  readonly isGreater: boolean;
}

function comparisonOf(context: AuditContext, home: CellAddress, node: FormulaNode): Comparison | null {
  const test = withoutBrackets(node);
  if (test.kind !== "binary" || !/^[<>]=?$/u.test(test.operator)) return null;
  const left = cellOf(context, home, test.left);
  const right = cellOf(context, home, test.right);
  const below = withoutBrackets(test.right);
  if (left === null || (right === null && !(below.kind === "number" && below.value === 0))) return null;
  return { left, right, isGreater: test.operator.startsWith(">") };
}

/** What it would be right to conclude where the comparison holds; null where the two sides cannot be told. */
function rightVerdict(context: AuditContext, { left, right, isGreater }: Comparison): Verdict | null {
  const [a, b] = [speaksFor(context, left), right === null ? null : speaksFor(context, right)];
  if (right === null) return a !== "gain" ? null : isGreater ? "cheap" : "dear";
  if (a === "value" && b === "price") return isGreater ? "cheap" : "dear";
  if (a === "price" && b === "value") return isGreater ? "dear" : "cheap";
  const isHurdle = /\bWACC\b|\bhurdle\b|\brequired\b|\bdiscount rate\b|\bcost of capital\b/iu.test(
    nameOf(context, right)?.label ?? "",
  );
  return a === "rate" && isHurdle ? (isGreater ? "cheap" : "dear") : null;
}

/** =IF(price>value,"Undervalued","Overvalued"): the words on the wrong sides. */
function turnedRound(context: AuditContext): FindingDraft[] {
  const drafts: FindingDraft[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    const shown = cell.value;
    if (typeof shown !== "string" || !/\bIF\(/iu.test(cell.formula!) || verdictOf(shown) === null) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    const root = formula?.kind === "read" ? withoutBrackets(formula.root) : null;
    const [test, yes] = root?.kind === "call" && root.name === "IF" ? root.args : [];
    const words = yes === undefined ? null : withoutBrackets(yes);
    const comparison = test === undefined ? null : comparisonOf(context, home, test);
    if (comparison === null || words?.kind !== "text") continue;
    const [said, right] = [verdictOf(words.value), rightVerdict(context, comparison)];
    if (said === null || right === null || said === right) continue;
    const { left, right: other, isGreater } = comparison;
    const against = other === null ? say`nought` : say`${called(context, other)} of ${number(context, other)}`;
    drafts.push({
      severity: "high",
      confidence: 0.93,
      sheet,
      ranges: [asRange(home)],
      title: "The verdict says the opposite of what it tests",
      comment: say`${place(home)} answers “${words.value}” where ${called(context, left)} of ${number(context, left)} is ${isGreater ? "above" : "below"} ${against}. That speaks for the opposite${right === "dear" ? ": one would pay more than it is worth" : ": one would get more than one pays"}. It now shows “${shown}”. Exchange the two answers.`,
      nature: "slip",
      meaning: `verdict/${wordsFor(context, home).row ?? ""}`,
      alsoRead: other === null ? [left] : [left, other],
    });
  }
  return drafts;
}

/** "BUY" typed beside an upside below nought. */
function contradicted(context: AuditContext): FindingDraft[] {
  const gains = cellsCalled(context, /\bupside\b|\baccretion\b|\bNPV\b|\bnet present value\b/iu).filter(
    (cell) => speaksFor(context, cell) === "gain" && context.index.formulaAt(cell) !== null,
  );
  if (gains.length === 0) return [];
  return context.index.sheets.flatMap((sheet) => {
    const [gain, ...more] = gains.filter((cell) => cell.sheet === sheet.name);
    const size = gain === undefined ? null : context.numberAt(gain);
    if (gain === undefined || size === null || size === 0 || more.length > 0) return [];
    return sheet.usedRows.flatMap((rowIndex0) =>
      sheet.cellsOfRow(rowIndex0).flatMap((cell): FindingDraft[] => {
        const isTyped = typeof cell.value === "string" && cell.formula === null;
        if (!isTyped || cell.value.length > longestVerdict || /\d|\/|%|:/u.test(cell.value)) return [];
        const said = verdictOf(cell.value);
        if (said === null || (said === "cheap") === size > 0) return [];
        const home = sheet.addressAt(rowIndex0, cell.columnIndex0);
        return [
          {
            severity: "high",
            confidence: 0.82,
            sheet: sheet.name,
            ranges: [asRange(home)],
            title: "A typed verdict contradicts the figure beside it",
            comment: say`${place(home)} says “${cell.value.trim()}”, typed in. ${called(context, gain)} is ${number(context, gain)}, which says the opposite. A reader takes the word for the result. Let a formula say it, from that figure.`,
            nature: "slip",
            meaning: `typed verdict/${wordsFor(context, home).row ?? cell.value}`,
            alsoRead: [gain],
          },
        ];
      }),
    );
  });
}

/** Conclusions in words that the numbers under them do not bear out. */
export const verdictLogic: AuditRule = {
  id: "verdict-logic",
  find: (context) => [...turnedRound(context), ...contradicted(context).slice(0, 1)],
};
