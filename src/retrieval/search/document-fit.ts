import { type PeriodAsked, type QuestionIntent } from "../../contracts/intent";
import { type StoredDocument } from "../../storage/store";
import { isForm } from "../question/find-forms";
import { fiscalYearOf } from "../question/understand-question";

export interface DocumentFit {
  /** About -1 to 2. */
  readonly value: number;
  readonly why: string;
}

/** How well a document's period and form fit what is asked, whatever its words say. */
export function documentFit(document: StoredDocument, intent: QuestionIntent, newestYear: number | null): DocumentFit {
  const parts = [periodFit(document, intent, newestYear), quarterFit(document, intent), formFit(document, intent)];
  const told = parts.filter((part) => part.value !== 0);
  return {
    value: parts.reduce((total, part) => total + part.value, 0),
    why: told.map((part) => part.why).join(", ") || "nothing speaks for or against it",
  };
}

/** A report states its own year and compares with the two before; it knows nothing of a year that had not ended. */
function periodFit(document: StoredDocument, intent: QuestionIntent, newestYear: number | null): DocumentFit {
  const own = fiscalYearOf(document);
  if (own === null) return { value: 0, why: "" };
  const asked = yearsAsked(intent);
  if (asked.length === 0) {
    const age = newestYear === null ? 0 : newestYear - own;
    const value = intent.periods.some((period) => period.kind === "latest") ? 1 - 0.4 * age : 0.3 - 0.1 * age;
    return { value: Math.max(value, -0.3), why: age <= 0 ? "the newest period" : `${age} years older than the newest` };
  }
  const values = asked.map((year) => {
    const gap = own - year;
    if (intent.kind === "guidance" && (gap === -1 || gap === 0)) return 0.9;
    return gap < 0 ? -0.3 : ([1, 0.35, 0.15][gap] ?? 0);
  });
  // Of two reports that each state one of the years asked, the one that compares with the other states both.
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    value: (Math.max(...values) + mean) / 2,
    why: `reports ${own}, asked for ${asked.join(", ")}`,
  };
}

function quarterFit(document: StoredDocument, intent: QuestionIntent): DocumentFit {
  const asked = intent.periods.flatMap((period) => period.quarter ?? []);
  const quarterly = isForm(document.form, "10-Q");
  if (asked.length > 0) {
    if (document.fiscalQuarter === null) return { value: 0, why: "" };
    return asked.includes(document.fiscalQuarter)
      ? { value: 0.8, why: "the quarter asked for" }
      : { value: -0.4, why: "another quarter" };
  }
  const wantsQuarter =
    intent.periods.some((period) => period.label === "latest quarter" || isWithinYear(period)) ||
    intent.forms.includes("10-Q");
  const wantsYear = yearsAsked(intent).length > 0;
  return quarterly && wantsYear && !wantsQuarter
    ? { value: -0.4, why: "a quarter where a year is asked for" }
    : { value: 0, why: "" };
}

/** Part of a year, named by the day it ends on. */
function isWithinYear(period: PeriodAsked): boolean {
  return period.end !== null && ["quarter", "half", "range"].includes(period.kind);
}

function formFit(document: StoredDocument, intent: QuestionIntent): DocumentFit {
  if (intent.forms.length === 0) {
    return isForm(document.form, "10-K") ? { value: 0.3, why: "an annual report" } : { value: 0, why: "" };
  }
  const place = intent.forms.findIndex((form) => isForm(document.form, form));
  return place < 0 ? { value: 0, why: "" } : { value: place === 0 ? 0.6 : 0.4, why: `a ${document.form}` };
}

export function yearsAsked(intent: QuestionIntent): number[] {
  return [
    ...new Set(
      intent.periods.flatMap(
        (period) => period.fiscalYear ?? (period.end !== null ? Number(period.end.slice(0, 4)) : []),
      ),
    ),
  ];
}
