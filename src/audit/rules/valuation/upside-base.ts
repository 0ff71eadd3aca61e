import { type CellAddress } from "../../../contracts/model-map";
import { addendsOf, factorsOf, isNumber } from "../../lines/algebra";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf } from "../../lines/cell-name";
import { cellsCalled } from "../../lines/cells-called";
import { cellOf } from "../../lines/formula-shape";
import { asRange, number, say } from "../../wording/say";

const difference = /\bupside\b|\bdownside\b|\bpremium\b|\bdiscount\b|\b(?:over|under)valu/iu;
const otherPremium =
  /risk|rate|factor|equity premium|country|size|insurance|market premium|acqui|takeover|offer|bond|period|control/iu;

interface Quotient {
  readonly above: CellAddress;
  readonly below: CellAddress;
}

function quotientOf(context: AuditContext, home: CellAddress, node: Parameters<typeof factorsOf>[0]): Quotient | null {
  const factors = factorsOf(node);
  const [above] = factors.filter(({ divides }) => !divides).map((factor) => cellOf(context, home, factor.node));
  const [below] = factors.filter(({ divides }) => divides).map((factor) => cellOf(context, home, factor.node));
  return factors.length === 2 && (above ?? null) !== null && (below ?? null) !== null
    ? { above: above!, below: below! }
    : null;
}

const isPrice = (context: AuditContext, cell: CellAddress) =>
  conceptOf(context, cell) === "share-price" &&
  !/implied|intrinsic|fair|value/iu.test(nameOf(context, cell)?.label ?? "");
const isValue = (context: AuditContext, cell: CellAddress) =>
  conceptOf(context, cell) === "implied-share-price" ||
  /implied|intrinsic|fair value|value per share/iu.test(nameOf(context, cell)?.label ?? "");

function judge(context: AuditContext, home: CellAddress): FindingDraft[] {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return [];
  const addends = addendsOf(formula.root);
  const lessOne = addends.length === 2 && addends.some(({ node, sign }) => sign === -1 && isNumber(node, 1));
  const quotient = addends.map(({ node }) => quotientOf(context, home, node)).find((found) => found !== null) ?? null;
  if (quotient === null || (addends.length !== 1 && !lessOne)) return [];
  const { above, below } = quotient;
  const upsideDown = isPrice(context, above) && isValue(context, below);
  const rightWay = isValue(context, above) && isPrice(context, below);
  if ((!upsideDown && !rightWay) || (lessOne && (rightWay || !/upside/iu.test(nameOf(context, home)?.label ?? ""))))
    return [];
  const wrong = lessOne
    ? "sets the price against the value"
    : upsideDown
      ? "divides the price by the value and leaves it there"
      : "is the whole quotient, not what it is above one";
  return [
    {
      severity: "medium",
      confidence: 0.85,
      sheet: home.sheet,
      ranges: [asRange(home)],
      title: "The gap between value and price is measured wrongly",
      comment: say`${called(context, home)} shows ${number(context, home)}: it ${wrong}, ${called(context, above)} of ${number(context, above)} over ${called(context, below)} of ${number(context, below)}. A buyer gains the value over the price paid, less one. Divide value by price and take one off.`,
      nature: "slip",
      meaning: nameOf(context, home)?.label ?? "upside",
      alsoRead: [above, below],
    },
  ];
}

/** Upside, premium or discount taken on the wrong base. */
export const upsideBase: AuditRule = {
  id: "upside-base",
  find: (context) =>
    cellsCalled(context, difference)
      .filter((cell) => !otherPremium.test(nameOf(context, cell)?.label ?? ""))
      .flatMap((home) => judge(context, home))
      .slice(0, 2),
};
