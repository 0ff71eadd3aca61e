import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { addendsOf, factorsOf, overOne, shortOfOne } from "../../lines/algebra";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, isSameCell, nameOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { cellsOf } from "../../lines/cover-cells";
import { cellOf, rangesOf } from "../../lines/formula-shape";
import { asRange, calculated, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const betas: ReadonlySet<ConceptId> = new Set<ConceptId>(["beta"]);
const averages: ReadonlySet<ConceptId> = new Set<ConceptId>(["wacc"]);
const costOfEquity = /\b(?:cost of equity|ke|re|rs)\b/iu;
const leastApart = 0.05;
const leastRelative = 0.25;

interface Gearing {
  readonly value: number;
  readonly operands: Readonly<Record<string, CellAddress>>;
  readonly at: CellAddress;
}

/** The debt over equity inside 1 + (1 - t) × D/E: one cell, or one divided by another. */
function gearingIn(context: AuditContext, home: CellAddress, factor: FormulaNode): Gearing | null {
  const inner = overOne(factor);
  if (inner === null) return null;
  const rest = factorsOf(inner).filter(({ node }) => shortOfOne(node) === null);
  if (rest.length === 0 || rest.length > 2 || rest.length === factorsOf(inner).length) return null;
  const above = rest.find(({ divides }) => !divides);
  const below = rest.find(({ divides }) => divides);
  const debt = above === undefined ? null : cellOf(context, home, above.node);
  const equity = below === undefined ? null : cellOf(context, home, below.node);
  if (debt === null || (rest.length === 2 && equity === null)) return null;
  const value = context.numberAt(debt)! / (equity === null ? 1 : context.numberAt(equity)!);
  return Number.isFinite(value) && value >= 0
    ? { value, operands: equity === null ? { "debt to equity": debt } : { debt, equity }, at: debt }
    : null;
}

/** What a weight comes to: a cell, a sum of cells, or a quotient of them; null for anything else. */
function weigh(context: AuditContext, home: CellAddress, node: FormulaNode): number | null {
  const factors = factorsOf(node);
  if (factors.length > 1) {
    return factors.reduce<number | null>((product, factor) => {
      const value = weigh(context, home, factor.node);
      if (product === null || value === null || (factor.divides && value === 0)) return null;
      return factor.divides ? product / value : product * value;
    }, 1);
  }
  const addends = addendsOf(node);
  const isSum = addends.length > 1 || (node.kind === "call" && node.name === "SUM");
  if (isSum) {
    const terms = node.kind === "call" ? node.args : addends.map((addend) => addend.node);
    return terms.reduce<number | null>((sum, term) => {
      const values = rangesOf(context, home, withoutBrackets(term))
        .flatMap(cellsOf)
        .map((cell) => context.numberAt(cell));
      return sum === null || values.length === 0 || values.includes(null) ? null : sum + sumOf(values);
    }, 0);
  }
  const cell = cellOf(context, home, node);
  return cell === null ? null : context.numberAt(cell);
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

interface EquityShare {
  readonly average: CellAddress;
  readonly share: number;
  readonly operands: readonly CellAddress[];
}

/** The weight that the average cost of capital gives to equity. */
function equityShare(context: AuditContext, home: CellAddress): EquityShare | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const addends = addendsOf(formula.root);
  if (addends.length < 2) return null;
  for (const { node, sign } of addends) {
    const factors = factorsOf(node);
    const cost = factors.find((factor) => {
      const cell = factor.divides ? null : cellOf(context, home, factor.node);
      if (cell === null) return false;
      return conceptOf(context, cell) === "cost-of-equity" || costOfEquity.test(nameOf(context, cell)?.label ?? "");
    });
    if (cost === undefined || sign !== 1) continue;
    const others = factors.filter((factor) => factor !== cost);
    const share = others.reduce<number | null>((product, { node: other, divides }) => {
      const value = weigh(context, home, other);
      if (product === null || value === null || (divides && value === 0)) return null;
      return divides ? product / value : product * value;
    }, 1);
    const operands = others.flatMap((factor) => cellOf(context, home, factor.node) ?? []);
    if (others.length > 0 && share !== null && share > 0.05 && share <= 1.001)
      return { average: home, share: Math.min(share, 1), operands };
  }
  return null;
}

function judge(context: AuditContext, home: CellAddress, weights: EquityShare): FindingDraft[] {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  if (!context.index.allDependents([home]).some((cell) => isSameCell(cell, weights.average))) return [];
  const factors = factorsOf(formula.root);
  if (factors.some(({ divides }) => divides)) return [];
  const gearing = factors.map(({ node }) => gearingIn(context, home, node)).find((found) => found !== null) ?? null;
  if (gearing === null) return [];
  const weighted = (1 - weights.share) / weights.share;
  const apart = Math.abs(weighted - gearing.value);
  if (apart < leastApart || apart < leastRelative * Math.max(weighted, gearing.value)) return [];
  const inBeta = calculated(gearing.value, "percent", Object.keys(gearing.operands).join(" / "), gearing.operands);
  const operands = Object.fromEntries(weights.operands.map((cell, i) => [`part ${i + 1}`, cell]));
  const inWeights = calculated(weighted, "percent", "(1 - equity weight) / equity weight", operands);
  return [
    {
      severity: "medium",
      confidence: 0.84,
      sheet: home.sheet,
      ranges: [asRange(home), ...(gearing.at.sheet === home.sheet ? [asRange(gearing.at)] : [])],
      title: "Beta and the weights assume two capital structures",
      comment: say`${called(context, home)} of ${number(context, home)} is relevered at debt to equity of ${inBeta} (${place(gearing.at)}), while the weights in ${called(context, weights.average)} stand for ${inWeights}. The cost of equity then carries the risk of another amount of debt than the average weighs. Use one structure in both.`,
      nature: "slip",
      meaning: `structure/${nameOf(context, home)?.label ?? "beta"}`,
      alsoRead: [weights.average, ...weights.operands, ...Object.values(gearing.operands)],
    },
  ];
}

/** A beta relevered with another debt than the cost of capital is weighted with. */
export const betaStructure: AuditRule = {
  id: "beta-structure",
  find(context) {
    const weights = cellsNamed(context, averages, /\bwacc\b|weighted average cost|\bcost of capital\b/iu)
      .map((home) => equityShare(context, home))
      .filter((found) => found !== null);
    return cellsNamed(context, betas, /beta|β/iu)
      .flatMap((home) => weights.flatMap((one) => judge(context, home, one)))
      .slice(0, 1);
  },
};
