import { type FactChange, type FactReport } from "../../contracts/fact-history";
import { type ComparedFact } from "../../storage/store";
import { movementAround } from "./moved-parts";
import { agreeWithin, shownHalfUnit, statedHalfUnit } from "./precision";
import { isRounding } from "./rounding";
import { type Split, splitBetween } from "./splits";
import { type wordsOfChange } from "./words-of-change";

/** What is known about a change besides its two figures. */
export interface ChangeContext {
  /** How many digits a document rounds its figures of a unit to; null where that does not show. */
  readonly usualDigits: (documentId: string, unit: string | null) => number | null;
  readonly splits: readonly Split[];
  /** All the later filing states anew. */
  readonly compared: readonly ComparedFact[];
  /** The same thing in the filings before the first and after the second of the two. */
  readonly previous: FactReport | null;
  readonly next: FactReport | null;
  /** What the filings say of the same concept in other periods. */
  readonly otherPeriods: readonly FactReport[];
  /** What the later filing's words beside the figure call it. */
  readonly words: ReturnType<typeof wordsOfChange>;
}

/** Few figures corrected by an amendment are slips; many are another set of accounts. */
const mostCorrected = 3;

/** How one figure became another, by the first evidence that tells; `unclear` where none does. */
export function classifyChange(before: FactReport, after: FactReport, context: ChangeContext): FactChange {
  const rounds = (one: FactReport, other: FactReport) =>
    isRounding(one, other, {
      before: context.usualDigits(one.document.id, one.unit),
      after: context.usualDigits(other.document.id, other.unit),
    });
  if (rounds(before, after)) return change("rounding", "Both are one figure, given to a different number of digits.");
  if (before.source !== after.source)
    return change(
      "reading",
      "One of the two was read from a table that nobody tagged, so the filer may have changed nothing.",
    );
  if (rounds({ ...before, value: -before.value }, after))
    return change("sign", "The later filing gives the same figure with the other sign.");
  const turned = isRescaled({ ...before, value: -before.value }, after);
  if (turned || isRescaled(before, after))
    return change(
      "scale",
      `The later filing gives the same digits in another scale${turned ? " and with the other sign" : ""}, so one of the two was tagged wrongly.`,
    );
  const split = splitBetween(before, after, context.splits);
  if (split !== null)
    return {
      kind: "split",
      ratio: split.ratio,
      reason: `Share counts and per-share figures of the company moved by this ratio between the two filings${split.rescaled ? "; the earlier one also gave this in another scale" : ""}.`,
    };
  return correctionOf(before, after, context, rounds) ?? judgeByEvidence(before, after, context, rounds);
}

type Rounds = (one: FactReport, other: FactReport) => boolean;

function correctionOf(
  before: FactReport,
  after: FactReport,
  { previous, next, otherPeriods }: ChangeContext,
  rounds: Rounds,
): FactChange | null {
  if (next !== null && rounds(before, next))
    return change(
      "correction",
      "Only this filing says so: the one before and the one after it agree, so it was probably tagged wrongly.",
    );
  if (previous !== null && rounds(previous, after))
    return change("correction", "The filing between stood alone: this one returns to what was said before it.");
  for (const [report, other, named] of [
    [before, after, "earlier"],
    [after, before, "later"],
  ] as const)
    if (isOfAnotherPeriod(report, other, otherPeriods))
      return change(
        "correction",
        `The ${named} filing gives the very figure of another period here, so it was probably tagged to the wrong one.`,
      );
  return null;
}

/** A figure that its filing also gives for a longer or shorter period with the same start or end, and the other filing does not. */
function isOfAnotherPeriod(report: FactReport, other: FactReport, otherPeriods: readonly FactReport[]): boolean {
  if (report.start === null || significantDigits(report.value) < 3) return false;
  return otherPeriods.some(
    (one) =>
      one.document.id === report.document.id &&
      one.value === report.value &&
      one.unit === report.unit &&
      one.value !== other.value &&
      (one.start === report.start) !== (one.end === report.end),
  );
}

function judgeByEvidence(before: FactReport, after: FactReport, context: ChangeContext, rounds: Rounds): FactChange {
  const { words, compared } = context;
  if (words === "restatement")
    return change("restatement", "Beside the figure the later filing says that it was restated or recast.");
  if (words === "reclassification")
    return change(
      "reclassification",
      "Beside the figure the later filing says that amounts of earlier periods were reclassified.",
    );
  const moved = (fact: ComparedFact) => !rounds(reportOf(fact, fact.before, before), reportOf(fact, fact.after, after));
  const movement = movementAround(
    { ...after, end: after.end ?? "", before: before.value, after: after.value },
    compared,
    moved,
  );
  const amends = after.document.form?.endsWith("/A") === true;
  if (movement.bottomLine !== null)
    return change(
      "restatement",
      `${capital(movement.bottomLine)} of the same period moved in the same ${amends ? "amendment" : "filing"}, which no regrouping of lines does.`,
    );
  if (amends && compared.filter(moved).length <= mostCorrected)
    return change(
      "correction",
      "An amendment changes this and little else, so the first filing was probably tagged wrongly.",
    );
  if (movement.offsetBy !== null)
    return change("reclassification", "Another line of the same period moved by the same amount the other way.");
  if (movement.totalsThatStand !== null)
    return change(
      "reclassification",
      `The later filing states ${movement.totalsThatStand} of the same period unchanged, so only lines within them moved.`,
    );
  return change("unclear", "Nothing on file tells whether it was restated or reclassified.");
}

function change(kind: FactChange["kind"], reason: string): FactChange {
  return { kind, ratio: null, reason };
}

function reportOf(fact: ComparedFact, figure: ComparedFact["before"], like: FactReport): FactReport {
  const { concept, unit, start, end } = fact;
  const document = { ...like.document, id: figure.documentId };
  return {
    ...like,
    concept,
    unit,
    start,
    end,
    source: figure.source,
    value: figure.value,
    decimals: figure.decimals,
    document,
  };
}

const powers = [1e3, 1e6, 1e9];

/** Thousands taken for units, a percentage for a share. */
function isRescaled(before: FactReport, after: FactReport): boolean {
  const factors = before.unit === "pure" ? [100, ...powers] : powers;
  return factors.some((factor) => fits(before, after, factor) || fits(after, before, factor));
}

function fits(small: FactReport, large: FactReport, factor: number): boolean {
  if (small.value === 0 || significantDigits(small.value) < 2) return false;
  const half = (report: FactReport) => statedHalfUnit(report) ?? shownHalfUnit(report);
  const allowance = Math.min(half(large), 0.005 * Math.abs(large.value)) + 1e-9 * Math.abs(large.value);
  return agreeWithin(small.value * factor, large.value, allowance);
}

function significantDigits(value: number): number {
  return String(Math.abs(Number(value.toPrecision(12))))
    .replace(/e.*$/, "")
    .replace(".", "")
    .replace(/^0+/, "")
    .replace(/0+$/, "").length;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
