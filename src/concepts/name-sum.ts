import { type ConceptId, type Statement } from "../contracts/concept";
import { linesOfSections, type Section } from "./dictionary/sections";
import { isDebtBalance, signConvention } from "./sign-convention";

/** What a row adds or takes away; null where nobody knows what that is. */
export interface SumPart {
  readonly concept: ConceptId | null;
  readonly sign: 1 | -1;
}

const sectionsOf = new Map<ConceptId, Section[]>();
for (const section of Object.keys(linesOfSections) as Section[])
  for (const id of linesOfSections[section]) sectionsOf.set(id, [...(sectionsOf.get(id) ?? []), section]);

const contra: ReadonlySet<ConceptId> = new Set(["accumulated-depreciation", "treasury-stock"]);

/** What a sum of such parts is, whatever it is called: "cash + receivables + inventory" are current assets. Null where the parts do not tell. */
export function conceptOfSum(parts: readonly SumPart[], statement: Statement | null): ConceptId | null {
  const known = parts.filter(isKnown);
  if (parts.length < 2 || known.length === 0 || known.length * 2 < parts.length) return null;
  const isWhole = known.length === parts.length;
  return (
    (isWhole ? (stepOfStatement(known) ?? netOf(known)) : null) ??
    balanceTotal(known) ??
    (statement === "cash-flow" ? cashFlowTotal(known) : null) ??
    (statement === "income-statement" ? costTotal(known) : null)
  );
}

interface KnownPart {
  readonly concept: ConceptId;
  readonly sign: 1 | -1;
}

function isKnown(part: SumPart): part is KnownPart {
  return part.concept !== null;
}

function isIn(id: ConceptId, section: Section): boolean {
  return sectionsOf.get(id)?.includes(section) === true;
}

/** Steps that a statement takes from one subtotal to the next: the first part, what may stand beside it, the result. */
const steps: readonly (readonly [from: readonly ConceptId[], beside: (id: ConceptId) => boolean, result: ConceptId])[] =
  [
    [["revenue"], oneOf("cost-of-revenue"), "gross-profit"],
    [
      ["ebit", "operating-income"],
      oneOf("interest-expense", "interest-income", "net-interest-expense", "other-income-expense", "pik-interest"),
      "pretax-income",
    ],
    [["pretax-income"], oneOf("income-tax-expense", "current-tax", "deferred-tax"), "net-income"],
    [["ebitda"], oneOf("depreciation-and-amortization", "depreciation", "amortization"), "ebit"],
    [
      ["operating-cash-flow"],
      oneOf("investing-cash-flow", "financing-cash-flow", "fx-effect-on-cash"),
      "net-change-in-cash",
    ],
    [["beginning-cash"], oneOf("net-change-in-cash", "fx-effect-on-cash"), "ending-cash"],
    [["gross-pp-and-e"], oneOf("accumulated-depreciation"), "property-plant-equipment"],
    [["total-assets"], oneOf("total-liabilities"), "net-assets"],
  ];

function oneOf(...ids: readonly ConceptId[]): (id: ConceptId) => boolean {
  return (id) => ids.includes(id);
}

function stepOfStatement(parts: readonly KnownPart[]): ConceptId | null {
  for (const [from, isBeside, result] of steps) {
    const first = parts.filter(({ concept }) => from.includes(concept));
    if (first.length !== 1 || first[0]!.sign !== 1) continue;
    if (!parts.every((part) => part === first[0] || isBeside(part.concept))) continue;
    const needsFinancing = result === "net-change-in-cash";
    if (needsFinancing && !parts.some(({ concept }) => concept === "financing-cash-flow")) continue;
    return result;
  }
  return null;
}

/** Debt less cash; receivables and inventory less payables. */
function netOf(parts: readonly KnownPart[]): ConceptId | null {
  const added = parts.filter(({ sign }) => sign === 1).map(({ concept }) => concept);
  const taken = parts.filter(({ sign }) => sign === -1).map(({ concept }) => concept);
  if (added.length === 0) return null;
  if (taken.length === 0) {
    if (added.every((id) => id === "goodwill" || id === "intangible-assets")) return "goodwill-and-intangibles";
    return added.every((id) => isDebtBalance(id) && id !== "total-debt") ? "total-debt" : null;
  }
  const isCash = (id: ConceptId) => id === "cash-and-equivalents" || id === "cash-and-short-term-investments";
  if (added.every(isDebtBalance) && taken.every(isCash)) return "net-debt";
  const isOperating = (ids: readonly ConceptId[], section: Section) =>
    ids.every((id) => isIn(id, section) && !isCash(id) && !isDebtBalance(id));
  if (isOperating(added, "current-assets") && isOperating(taken, "current-liabilities")) return "working-capital";
  return null;
}

function balanceTotal(parts: readonly KnownPart[]): ConceptId | null {
  if (!parts.every(({ concept, sign }) => sign === 1 || contra.has(concept))) return null;
  const ids = parts.map(({ concept }) => concept);
  if (ids.includes("working-capital")) return null;
  if (ids.every(isAsset)) return assetTotal(ids);
  const owed = ids.filter((id) => signConvention(id)?.side === "liability");
  const own = ids.filter((id) => signConvention(id)?.side === "equity");
  if (owed.length + own.length < ids.length) return null;
  if (owed.length > 0 && own.length > 0) return ids.includes("net-assets") ? null : "total-liabilities-and-equity";
  return owed.length === 0 ? (own.length > 1 && !own.includes("total-equity") ? "total-equity" : null) : claims(owed);
}

function isAsset(id: ConceptId): boolean {
  return signConvention(id)?.side === "asset" || id === "accumulated-depreciation" || id === "ending-cash";
}

function assetTotal(ids: readonly ConceptId[]): ConceptId | null {
  const current = ids.filter((id) => id === "total-current-assets" || isIn(id, "current-assets"));
  const fixed = ids.filter((id) => id === "total-non-current-assets" || isIn(id, "non-current-assets"));
  if (current.length > 0 && fixed.length > 0)
    return ids.includes("total-current-assets") || current.length > 1 ? "total-assets" : null;
  if (ids.length < 2 || ids.some((id) => id.startsWith("total-"))) return null;
  if (current.length > 1) return current.length === ids.length ? "total-current-assets" : null;
  const isOfPlant = ids.every((id) => plant.has(id));
  return fixed.length === ids.length && !isOfPlant ? "total-non-current-assets" : null;
}

/** Kinds of plant added up are plant, gross or net: which, nobody says. */
const plant: ReadonlySet<ConceptId> = new Set([
  "land",
  "buildings",
  "machinery-and-equipment",
  "construction-in-progress",
  "property-plant-equipment",
  "gross-pp-and-e",
  "accumulated-depreciation",
]);

function claims(ids: readonly ConceptId[]): ConceptId | null {
  const current = ids.filter((id) => id === "total-current-liabilities" || isIn(id, "current-liabilities"));
  const later = ids.filter((id) => id === "total-non-current-liabilities" || isIn(id, "non-current-liabilities"));
  if (ids.length < 2 || ids.includes("total-liabilities")) return null;
  if (current.length > 0 && later.length > 0) return "total-liabilities";
  if (ids.includes("total-current-liabilities")) return "total-liabilities";
  if (current.length > 1) return current.length === ids.length ? "total-current-liabilities" : null;
  return later.length === ids.length && later.length > 1 && !later.every(isDebtBalance)
    ? "total-non-current-liabilities"
    : null;
}

const results: ReadonlySet<ConceptId> = new Set(["net-income", "net-income-including-noncontrolling", "pretax-income"]);

function cashFlowTotal(parts: readonly KnownPart[]): ConceptId | null {
  const ids = parts.map(({ concept }) => concept);
  if (ids.every((id) => isIn(id, "operating"))) {
    if (ids.some((id) => results.has(id))) return "operating-cash-flow";
    return ids.length > 1 && ids.every((id) => id.startsWith("change-in-")) ? "change-in-working-capital" : null;
  }
  if (ids.every((id) => isIn(id, "investing"))) return "investing-cash-flow";
  return ids.every((id) => isIn(id, "financing")) ? "financing-cash-flow" : null;
}

function costTotal(parts: readonly KnownPart[]): ConceptId | null {
  const isOfOneSign = parts.every(({ sign }) => sign === parts[0]!.sign);
  const isCosts = parts.length > 1 && parts.every(({ concept }) => isIn(concept, "operating-costs"));
  const isOfDepreciation = parts.every(({ concept }) => /depreciation|^amortization$/u.test(concept));
  if (!isOfOneSign || !isCosts) return null;
  return isOfDepreciation ? "depreciation-and-amortization" : "operating-expenses";
}
