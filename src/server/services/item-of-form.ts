import { isForm } from "../../retrieval/question/find-forms";

export interface ItemOfForm {
  /** Null: any part. */
  readonly part: string | null;
  readonly item: string;
}

/** Where a quarterly report has what an annual one numbers otherwise. */
const inQuarterlyReport: Readonly<Record<string, ItemOfForm>> = {
  "7": { part: "I", item: "2" },
  "7A": { part: "I", item: "3" },
  "8": { part: "I", item: "1" },
  "3": { part: "II", item: "1" },
  "1A": { part: "II", item: "1A" },
};
const inAnnualReport: Readonly<Record<string, string>> = {
  "I-2": "7",
  "I-3": "7A",
  "I-1": "8",
  "II-1": "3",
  "II-1A": "1A",
};

/** "1A", "I-2" or "notes" as the form numbers it: an item asked for as another form numbers it is the same matter. */
export function itemOfForm(asked: string, form: string | null): ItemOfForm {
  const named = asked.trim().toUpperCase();
  const item = named === "NOTES" ? "8" : named.replace(/^ITEM[-.]?/, "");
  if (isForm(form, "10-Q")) return inQuarterlyReport[item] ?? splitPart(item);
  const annual = isForm(form, "10-K") ? inAnnualReport[item] : undefined;
  return annual === undefined ? splitPart(item) : { part: null, item: annual };
}

function splitPart(item: string): ItemOfForm {
  const match = /^(I{1,3}|IV)-(.+)$/.exec(item);
  return match === null ? { part: null, item } : { part: match[1]!, item: match[2]! };
}
