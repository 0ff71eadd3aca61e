import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { walkFormula } from "../../../workbook/walk-formula";
import { addendsOf, factorsOf, shortOfOne } from "../../lines/algebra";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf, originOf } from "../../lines/cell-name";
import { cellsNamed } from "../../lines/cells-called";
import { cellOf, rangesOf } from "../../lines/formula-shape";
import { cellsOf } from "../../lines/cover-cells";
import { asRange, calculated, number, say } from "../../wording/say";

const averages: ReadonlySet<ConceptId> = new Set<ConceptId>(["wacc"]);
const costOfDebt = /\b(?:cost of debt|interest rate|debt rate|kd|rd)\b/iu;
const costOfEquity = /\b(?:cost of equity|ke|re|rs)\b/iu;
const afterTax = /\bafter[- ]?tax|\bpost[- ]?tax|\bnet of tax/iu;

interface Leg {
  readonly of: "debt" | "equity";
  readonly cost: CellAddress;
  readonly weight: CellAddress | null;
  readonly isTaxed: boolean;
}

/** One product of the average: a cost, its weight, and the tax shield where it is taken here. */
function legOf(context: AuditContext, home: CellAddress, node: FormulaNode): Leg | null {
  const factors = factorsOf(node);
  const cells = factors.flatMap((factor) => (factor.divides ? [] : (cellOf(context, home, factor.node) ?? [])));
  const isTaxed = factors.some((factor) => shortOfOne(factor.node) !== null);
  for (const cost of cells) {
    const label = nameOf(context, cost)?.label ?? "";
    const concept = conceptOf(context, cost);
    const isDebt = concept === "cost-of-debt" || concept === "after-tax-cost-of-debt" || costOfDebt.test(label);
    const isEquity = concept === "cost-of-equity" || costOfEquity.test(label);
    if (isDebt === isEquity) continue;
    const others = cells.filter((cell) => cell !== cost);
    const isQuotient = factors.some((factor) => factor.divides);
    return {
      of: isDebt ? "debt" : "equity",
      cost,
      weight: others.length === 1 && !isQuotient ? others[0]! : null,
      isTaxed,
    };
  }
  return null;
}

/** Whether the figure itself is net of tax: by its name, or by how it is calculated. */
function isNetOfTax(context: AuditContext, cost: CellAddress): boolean {
  const origin = originOf(context, cost);
  if (conceptOf(context, cost) === "after-tax-cost-of-debt") return true;
  if ([cost, origin].some((cell) => afterTax.test(nameOf(context, cell)?.label ?? ""))) return true;
  const formula = context.index.formulaAt(origin);
  return formula?.kind === "read" && [...walkFormula(formula.root)].some((node) => shortOfOne(node) !== null);
}

function draft(
  home: CellAddress,
  label: string,
  kind: string,
  parts: Pick<FindingDraft, "title" | "comment" | "confidence">,
  alsoRead: readonly CellAddress[],
): FindingDraft {
  return {
    severity: "high",
    sheet: home.sheet,
    ranges: [asRange(home)],
    nature: "slip",
    meaning: `${kind}/${label}`,
    alsoRead,
    ...parts,
  };
}

function judgeTax(context: AuditContext, home: CellAddress, leg: Leg): FindingDraft[] {
  const label = nameOf(context, home)?.label ?? "WACC";
  const net = isNetOfTax(context, leg.cost);
  if (net === leg.isTaxed && net)
    return [
      draft(
        home,
        label,
        "taxed-twice",
        {
          confidence: 0.9,
          title: "The tax shield of debt is taken twice",
          comment: say`${called(context, home)} takes tax off ${called(context, leg.cost)} of ${number(context, leg.cost)}, which is after tax already. The discount rate is too low. Use the rate before tax here, or drop the tax factor.`,
        },
        [leg.cost],
      ),
    ];
  if (net || leg.isTaxed) return [];
  return [
    draft(
      home,
      label,
      "untaxed",
      {
        confidence: 0.8,
        title: "Debt enters the WACC before tax",
        comment: say`${called(context, home)} weighs ${called(context, leg.cost)} of ${number(context, leg.cost)} as it stands, with no tax taken off. Interest is deductible, and the free cash flow it discounts is taxed as if there were none, so the shield belongs in the rate. Multiply the cost of debt by one less the tax rate.`,
      },
      [leg.cost],
    ),
  ];
}

function judgeWeights(context: AuditContext, home: CellAddress, weights: readonly CellAddress[]): FindingDraft[] {
  const values = weights.map((cell) => context.numberAt(cell));
  if (values.some((value) => value === null || value < 0 || value > 1.5)) return [];
  const sum = values.reduce<number>((total, value) => total + value!, 0);
  if (Math.abs(sum - 1) < 0.005 || sum < 0.3) return [];
  const operands = Object.fromEntries(weights.map((cell, i) => [`weight ${i + 1}`, cell]));
  return [
    draft(
      home,
      nameOf(context, home)?.label ?? "WACC",
      "weights",
      {
        confidence: 0.9,
        title: "The weights of the WACC do not make one",
        comment: say`The weights in ${called(context, home)} sum to ${calculated(sum, "percent", "sum of the weights", operands)}, not to the whole. The average is out in the same proportion, and every value discounted with it. Take both weights of the same total capital.`,
      },
      weights,
    ),
  ];
}

function judge(context: AuditContext, home: CellAddress): FindingDraft[] {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  const root = formula.root;
  if (root.kind === "call" && root.name === "SUMPRODUCT" && root.args.length === 2) {
    const ranges = root.args.map((arg) => rangesOf(context, home, arg)[0]);
    const lists = ranges.map((range) =>
      range === undefined ? [] : cellsOf(range).filter((cell) => context.numberAt(cell) !== null),
    );
    const weights = lists.find(
      (list) =>
        list.every((cell) => /weight|%|capital/iu.test(nameOf(context, cell)?.label ?? "")) &&
        sumOf(context, list) > sumOf(context, lists.find((other) => other !== list) ?? []),
    );
    return weights === undefined || weights.length < 2 ? [] : judgeWeights(context, home, weights);
  }
  const addends = addendsOf(root);
  const legs = addends.map(({ node }) => legOf(context, home, node));
  const debt = legs.find((leg) => leg?.of === "debt") ?? null;
  if (addends.length < 2 || legs.length > 4 || !legs.some((leg) => leg?.of === "equity")) return [];
  const weights = legs.flatMap((leg) => leg?.weight ?? []);
  return [
    ...(debt === null ? [] : judgeTax(context, home, debt)),
    ...(weights.length === legs.length ? judgeWeights(context, home, weights) : []),
  ];
}

function sumOf(context: AuditContext, cells: readonly CellAddress[]): number {
  return cells.reduce((sum, cell) => sum + (context.numberAt(cell) ?? 0), 0);
}

/** A weighted average cost of capital that weighs or taxes wrongly. */
export const weightedCost: AuditRule = {
  id: "weighted-cost",
  find: (context) =>
    cellsNamed(context, averages, /\bwacc\b|weighted average cost|\bcost of capital\b/iu).flatMap((home) =>
      judge(context, home),
    ),
};
