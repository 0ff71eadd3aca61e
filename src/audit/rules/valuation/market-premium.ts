import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { addendsOf, factorsOf } from "../../lines/algebra";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, isSameCell, nameOf, originOf } from "../../lines/cell-name";
import { cellsCalled } from "../../lines/cells-called";
import { cellOf } from "../../lines/formula-shape";
import { asRange, number, say } from "../../wording/say";

const premium = /\bpremium\b|\b(?:ERP|MRP|EMRP)\b/iu;
/** More betas than this are a list of companies, of which no cost of equity reads each. */
const mostBetas = 500;
const wholeReturn = /\b(?:market|index|expected) returns?\b|\breturns? (?:on|of) (?:the )?(?:market|index)\b|^rm\b/iu;

interface Capm {
  readonly home: CellAddress;
  readonly beta: CellAddress;
  /** What beta multiplies. */
  readonly excess: FormulaNode;
  readonly riskFree: CellAddress;
}

function isRiskFree(context: AuditContext, cell: CellAddress): boolean {
  return (
    conceptOf(context, cell) === "risk-free-rate" || /\brisk[- ]?free\b/iu.test(nameOf(context, cell)?.label ?? "")
  );
}

/** risk-free + beta × …, with each part where it stands. */
function capmAt(context: AuditContext, home: CellAddress, beta: CellAddress): Capm | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const addends = addendsOf(formula.root);
  const base = addends.map(({ node, sign }) => (sign === 1 ? cellOf(context, home, node) : null));
  const riskFree = base.find((cell) => cell !== null && isRiskFree(context, cell)) ?? null;
  for (const { node, sign } of addends) {
    const factors = factorsOf(node);
    const others = factors.filter((factor) => !isSameCell(cellOf(context, home, factor.node), beta));
    const other = others[0];
    if (sign !== 1 || factors.length !== 2 || others.length !== 1 || other === undefined || other.divides) continue;
    return riskFree === null ? null : { home, beta, excess: other.node, riskFree };
  }
  return null;
}

function draft(
  { home, beta }: Capm,
  label: string,
  title: string,
  comment: FindingDraft["comment"],
  alsoRead: readonly CellAddress[],
): FindingDraft {
  return {
    severity: "high",
    confidence: 0.9,
    sheet: home.sheet,
    ranges: [asRange(home)],
    title,
    comment,
    nature: "slip",
    meaning: `capm/${label}`,
    alsoRead: [beta, ...alsoRead],
  };
}

function judge(context: AuditContext, capm: Capm): FindingDraft[] {
  const { home, beta, excess, riskFree } = capm;
  const label = nameOf(context, home)?.label ?? "cost of equity";
  const [minuend, subtrahend, ...more] = addendsOf(excess);
  if (minuend !== undefined && subtrahend?.sign === -1 && more.length === 0) {
    const taken = cellOf(context, home, minuend.node);
    const off = cellOf(context, home, subtrahend.node);
    if (taken === null || off === null || !isSameCell(originOf(context, off), originOf(context, riskFree))) return [];
    if (!premium.test(nameOf(context, taken)?.label ?? "")) return [];
    return [
      draft(
        capm,
        label,
        "The risk-free rate is taken off a premium that is net of it",
        say`${called(context, home)} multiplies ${called(context, beta)} by ${called(context, taken)} of ${number(context, taken)} less ${called(context, off)} of ${number(context, off)}. A premium is the return above the risk-free rate already, so the rate is taken off twice and the cost of equity comes out too low. Multiply by the premium as it stands, or name the figure a market return.`,
        [taken, off],
      ),
    ];
  }
  const whole = cellOf(context, home, excess);
  if (whole === null) return [];
  const name = nameOf(context, whole)?.label ?? "";
  const isReturn = (conceptOf(context, whole) === "market-return" || wholeReturn.test(name)) && !premium.test(name);
  if (!isReturn || context.index.formulaAt(originOf(context, whole)) !== null) return [];
  return [
    draft(
      capm,
      label,
      "Beta multiplies the whole market return",
      say`${called(context, home)} adds ${called(context, beta)} times ${called(context, whole)} of ${number(context, whole)} to ${called(context, riskFree)} of ${number(context, riskFree)}. Beta scales the return above the risk-free rate only; this counts that rate once more. Take it off the market return first.`,
      [whole, riskFree],
    ),
  ];
}

/** A cost of equity in which the market's return and its premium are mistaken for each other. */
export const marketPremium: AuditRule = {
  id: "market-premium",
  find(context) {
    const betas = cellsCalled(context, /\bbeta\b|β/iu);
    if (betas.length > mostBetas) return [];
    return betas.flatMap((beta) =>
      context.index.dependentsOf(beta).flatMap((home) => {
        const capm = capmAt(context, home, beta);
        return capm === null ? [] : judge(context, capm);
      }),
    );
  },
};
