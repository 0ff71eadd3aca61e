import { type ConceptId, type UnitKind } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { type LabelSurroundings, matchName } from "./match-name";
import { isDebtBalance } from "./sign-convention";

interface LineOfSection {
  readonly label: RegExp;
  readonly heading: RegExp;
  readonly id: ConceptId;
  /** Only where the row is measured so. */
  readonly units?: readonly UnitKind[];
}

const others = /^(?:any |all )?others?(?:,? net| items?| lines?)?$/iu;
const currentAssets = /^(?:total )?(?:other )?current assets$/iu;
const laterAssets = /^(?:total )?(?:other )?(?:non-? ?current|long-? ?term|fixed) assets$/iu;
const currentClaims = /^(?:total )?(?:other )?current liabilities$|^(?:creditors|amounts falling) due within/iu;
const laterClaims = /^(?:total )?(?:other )?(?:non-? ?current|long-? ?term) liabilities$/iu;
const cashFlow = /^(?:statement of )?cash[- ]?flows?(?: statement| summary)?$/iu;
const plant =
  /^(?:(?:gross|net) )?(?:pp&e|ppe|fixed assets|property,? plant (?:and|&) equipment|tangible (?:fixed )?assets)(?:,? net)?$/iu;
const money: readonly UnitKind[] = ["currency", "unknown"];

/** Words that name a line only within their section. */
const lines: readonly LineOfSection[] = [
  {
    label: /^(?:from )?operat(?:ions|ing)(?: activities)?$/iu,
    heading: cashFlow,
    id: "operating-cash-flow",
    units: money,
  },
  {
    label: /^(?:from )?invest(?:ing|ments?)(?: activities)?$/iu,
    heading: cashFlow,
    id: "investing-cash-flow",
    units: money,
  },
  {
    label: /^(?:from )?financ(?:ing|es?)(?: activities)?$/iu,
    heading: cashFlow,
    id: "financing-cash-flow",
    units: money,
  },
  { label: others, heading: currentAssets, id: "other-current-assets", units: money },
  { label: others, heading: laterAssets, id: "other-non-current-assets", units: money },
  { label: others, heading: currentClaims, id: "other-current-liabilities", units: money },
  { label: others, heading: laterClaims, id: "other-non-current-liabilities", units: money },
  { label: others, heading: /operating activities$/iu, id: "other-operating-activities", units: money },
  { label: others, heading: /investing activities$/iu, id: "other-investing-activities", units: money },
  { label: others, heading: /financing activities$/iu, id: "other-financing-activities", units: money },
  {
    label: others,
    heading: /^(?:total )?operating (?:expenses|costs)$|^opex$/iu,
    id: "other-operating-expenses",
    units: money,
  },
  { label: others, heading: /^(?:total )?(?:revenues?|sales|turnover)$/iu, id: "other-revenue", units: money },
  { label: /^accumulated$/iu, heading: plant, id: "accumulated-depreciation", units: money },
  {
    label: /^(?:gross|at cost|cost|gross value|gross book value)$/iu,
    heading: plant,
    id: "gross-pp-and-e",
    units: money,
  },
  { label: /^(?:net|net value|net book value)$/iu, heading: plant, id: "property-plant-equipment", units: money },
  {
    label: /^current portion$|^(?:due )?within (?:one|1|a) year$/iu,
    heading: /\b(?:debt|loans?|borrowings?|notes)\b/iu,
    id: "short-term-debt",
    units: money,
  },
  {
    label: /^(?:non-? ?current|long-? ?term) portion$|^(?:due )?after (?:one|1|a) year$/iu,
    heading: /\b(?:debt|loans?|borrowings?|notes)\b/iu,
    id: "long-term-debt",
    units: money,
  },
  { label: /^basic$/iu, heading: /\b(?:eps|(?:earnings|income|loss) per share)\b/iu, id: "eps-basic" },
  { label: /^diluted$/iu, heading: /\b(?:eps|(?:earnings|income|loss) per share)\b/iu, id: "eps-diluted" },
  { label: /^basic$/iu, heading: /\b(?:weighted|average|shares|share count)\b/iu, id: "shares-basic" },
  { label: /^diluted$/iu, heading: /\b(?:weighted|average|shares|share count)\b/iu, id: "shares-diluted" },
  {
    label: /^(?:new |net )?(?:share )?issuances?\s*\/\s*\(?(?:buy-?\s?backs?|repurchases?)\)?$/iu,
    heading: /\b(?:shares?|stock|equity|capital)\b/iu,
    id: "net-share-issuance",
    units: money,
  },
];

/** What a word that says little is in its section: "Other" under "Current assets", "Financing" under "Cash flow". */
export function matchInSection(label: string, around: LabelSurroundings): ConceptMatch | null {
  const heading = around.path
    ?.at(-1)
    ?.replace(/\s*:\s*$/u, "")
    .trim();
  if (heading === undefined) return null;
  const bare = label
    .trim()
    .replace(/^(?:(?:less|plus|add)\b|\([-+]\))\s*:?\s*|\s*:$/giu, "")
    .trim();
  const unit = around.unit ?? "unknown";
  const line = lines.find(
    (one) => one.label.test(bare) && one.heading.test(heading) && (one.units === undefined || one.units.includes(unit)),
  );
  if (line !== undefined) return { id: line.id, confidence: 0.85, reason: reasonOf(label, heading) };
  return unit === "percent" ? rateOfDebt(bare, heading, label) : null;
}

/** "Term loan B" in percent under "Interest rates" is its rate. */
function rateOfDebt(bare: string, heading: string, label: string): ConceptMatch | null {
  if (!/\b(?:interest|coupon|borrowing)\b.*\brates?\b|^rates?$|^cost of (?:debt|borrowing)/iu.test(heading))
    return null;
  const named = matchName(bare.replace(/\s+[a-d\d]$/iu, ""));
  if (named === null || !isDebtBalance(named.id)) return null;
  return { id: "interest-rate", confidence: 0.85, reason: reasonOf(label, heading) };
}

/** Debt shown among the current liabilities is what falls due within the year. */
export function debtBySection(named: ConceptMatch, label: string, around: LabelSurroundings): ConceptMatch | null {
  if (named.id !== "total-debt" || around.statement !== "balance-sheet") return null;
  const heading =
    around.path
      ?.at(-1)
      ?.replace(/\s*:\s*$/u, "")
      .trim() ?? "";
  if (/\btotal\b/iu.test(label)) return null;
  const id = currentClaims.test(heading) ? "short-term-debt" : laterClaims.test(heading) ? "long-term-debt" : null;
  return id === null ? null : { id, confidence: 0.85, reason: reasonOf(label, heading) };
}

const staff =
  /\b(?:personnel|headcount|payroll|salar(?:y|ies)|staff|wages|employees?|hiring|people|team|compensation)\b/iu;
const department =
  /^(?:direct |inside |field )?(?:sales|marketing|sales (?:and|&) marketing|customer (?:success|support|service)|support|products?|product (?:management|development)|engineering|development|technology|creative|design|operations|production|research|r&d|g&a|admin(?:istration)?|general (?:and|&) administrative|finance|executives?|management|exec ?\/ ?admin)$/iu;

/** "Sales" under "Personnel" is what its people cost, or how many they are, never revenue. */
export function departmentOfStaff(label: string, around: LabelSurroundings): ConceptMatch | "unknown" | null {
  const heading = around.path?.at(-1) ?? "";
  if (!staff.test(heading) || !department.test(label.trim())) return null;
  const isPaid = around.unit === "currency" && !/\b(?:headcount|hiring)\b/iu.test(heading);
  return isPaid ? { id: "salaries-and-wages", confidence: 0.6, reason: reasonOf(label, heading) } : "unknown";
}

function reasonOf(label: string, heading: string): string {
  return `“${label.trim()}” stands under “${heading}”`;
}
