import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { oncePerReview } from "../../once-per-review";
import { called, nameOf } from "../../lines/cell-name";
import { compositionOf } from "../../meaning/composition";
import { bridgeAt, equityValues, type BridgeStep } from "../../meaning/equity-bridge-steps";
import { asRange, calculated, number, say } from "../../wording/say";

const mostShare = 0.6;
const leastOfDebt = 0.1;

interface Claim {
  readonly words: RegExp;
  /** What part of equity value is worth a word. */
  readonly leastShare: number;
  /** Part of what a step called debt would hold. */
  readonly isDebt: boolean;
  readonly title: string;
  readonly why: string;
}

const claims: readonly Claim[] = [
  {
    words: /\bnon[- ]?controlling|\bminorit/iu,
    leastShare: 0.02,
    isDebt: false,
    title: "Others’ share of the subsidiaries stays in equity value",
    why: "The cash flows are those of the whole group, so the part that belongs to others must come off. Deduct it, best at what it is worth.",
  },
  {
    words: /\bprefer(?:red|ence) (?:stock|shares?|equity|capital)\b/iu,
    leastShare: 0.02,
    isDebt: false,
    title: "Preferred stock stays in the value of the common shares",
    why: "Its holders are paid before the common shareholders. Deduct it at what it must be redeemed or converted at.",
  },
  {
    words: /\blease (?:liabilit|obligation)/iu,
    /** Whether rent is a cost or a debt is a choice; it asks for a word only where it moves the value. */
    leastShare: 0.03,
    isDebt: true,
    title: "The debt of the bridge leaves lease liabilities out",
    why: "Where rents are split into depreciation and interest, the cash flows do not bear them, and lessors stand beside the lenders. Add them to debt, or show that the flows are after rent.",
  },
  {
    words:
      /\brevolv(?:er|ing)|\bshort[- ]term (?:debt|borrowing|loan)|\bcurrent (?:portion|maturities|maturity) of (?:long[- ]term )?(?:debt|borrowings|loans|notes)\b/iu,
    leastShare: 0.005,
    isDebt: true,
    title: "The debt of the bridge leaves a part of the borrowings out",
    why: "Every lender is paid before the shareholders, the short-term ones first. Add it to the debt that is deducted.",
  },
];

interface Balance {
  readonly item: LineItem;
  readonly at: CellAddress;
}

/** The last figures of such rows of the balance sheet that history ends with, the largest first. */
function balances(context: AuditContext, words: RegExp): Balance[] {
  const sheets = new Set(context.itemsOf("total-assets").map(({ axisId }) => axisId));
  return context.model.lineItems
    .filter(
      ({ label, isTotal, unit, statement, axisId }) =>
        words.test(label) &&
        !isTotal &&
        unit.kind !== "percent" &&
        !/change|increase|income|profit|share of|payment|interest (?:expense|paid|payable|on)|repay|issu|draw|\brate/iu.test(
          label,
        ) &&
        (statement === "balance-sheet" || sheets.has(axisId)),
    )
    .flatMap((item) => {
      const known = context
        .seriesOf(item)
        .filter(({ period, address }) => period.phase !== "forecast" && context.numberAt(address) !== null);
      const last = known.at(-1);
      return last === undefined ? [] : [{ item, at: last.address }];
    })
    .sort((a, b) => context.numberAt(b.at)! - context.numberAt(a.at)!);
}

/** The rows that end up in the bridge, however far behind. */
function itemsWithin(
  context: AuditContext,
  home: CellAddress,
): { readonly items: ReadonlySet<LineItem>; readonly labels: string } {
  const parts = [...compositionOf(context, home).parts.values()];
  const items = new Set(parts.flatMap(({ address }) => context.itemAt(address) ?? []));
  return { items, labels: parts.map(({ address }) => nameOf(context, address)?.label ?? "").join(" / ") };
}

/** The step that takes the debt off, where it is calculated from rows of the model rather than typed. */
function debtStep(context: AuditContext, steps: readonly BridgeStep[]): BridgeStep | null {
  const debts = steps.filter(({ concept, cell }) => {
    const label = nameOf(context, cell)?.label ?? "";
    return concept === "net-debt" || /debt$/u.test(concept ?? "") || /\bdebt\b|\bborrowings?\b/iu.test(label);
  });
  const [only, ...more] = debts;
  if (only === undefined || more.length > 0 || only.effect >= 0) return null;
  return compositionOf(context, only.cell).parts.size > 0 ? only : null;
}

/** The largest balance of each claim: the same whichever bridge passes over it. */
const claimed = oncePerReview((context) =>
  claims.map((claim) => ({ claim, largest: balances(context, claim.words)[0] ?? null })),
);

function judge(context: AuditContext, home: CellAddress): FindingDraft[] {
  const bridge = bridgeAt(context, home);
  const value = context.numberAt(home);
  if (bridge === null || value === null || value <= 0 || bridge.steps.length === 0) return [];
  const debt = debtStep(context, bridge.steps);
  const { items, labels } = itemsWithin(context, home);
  return claimed(context).flatMap(({ claim, largest }): FindingDraft[] => {
    const size = largest === null ? null : context.numberAt(largest.at);
    if (largest === null || size === null || claim.words.test(labels) || items.has(largest.item)) return [];
    if (size < value * claim.leastShare || size > value * mostShare) return [];
    if (claim.isDebt && (debt === null || size < leastOfDebt * Math.abs(debt.effect))) return [];
    const share = calculated(size / value, "percent", "claim / equity value", {
      claim: largest.at,
      "equity value": home,
    });
    const step = claim.isDebt && debt !== null ? debt.cell : home;
    return [
      {
        severity: "medium",
        confidence: claim.isDebt ? 0.76 : 0.8,
        sheet: step.sheet,
        ranges: [asRange(step)],
        title: claim.title,
        comment: say`${called(context, step)} takes nothing off for ${called(context, largest.at)} of ${number(context, largest.at)} on ${largest.at.sheet}, ${share} of the equity value. ${claim.why}`,
        nature: "slip",
        meaning: `${claim.title}/${nameOf(context, home)?.label ?? ""}`,
        alsoRead: [largest.at, home],
      },
    ];
  });
}

/** Holders of a part of the enterprise whom the bridge to equity value passes over although the balance sheet knows them. */
export const claimsLeftOut: AuditRule = {
  id: "claims-left-out",
  find(context) {
    const byMeaning = new Map<string, FindingDraft>();
    for (const draft of equityValues(context).flatMap((home) => judge(context, home)))
      if (!byMeaning.has(draft.meaning)) byMeaning.set(draft.meaning, draft);
    return [...byMeaning.values()].slice(0, 3);
  },
};
