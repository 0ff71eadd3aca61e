import { type IsoDate } from "../contracts/dates";
import { type ListedFiling } from "./read-submissions";

/** Which filings of a company are wanted. */
export interface FilingChoice {
  /** "10-K", "8-K", with their amendments and older names; "10-K/A" is the amendments alone. */
  readonly forms: readonly string[];
  /** The first day of filing. */
  readonly since: IsoDate | null;
  /** So many, the newest, and what amends them; null for all. */
  readonly newest: number | null;
}

/** What an analyst reads of a company: annual, quarterly and current reports, also of foreign filers, and proxies. */
export const usualForms: readonly string[] = ["10-K", "10-Q", "8-K", "20-F", "40-F", "6-K", "DEF 14A"];

/** The wanted ones, newest first. */
export function chooseFilings(all: readonly ListedFiling[], { forms, since, newest }: FilingChoice): ListedFiling[] {
  const chosen = all
    .filter(({ form, filed }) => (since === null || filed >= since) && forms.some((asked) => isOfForm(form, asked)))
    .sort((a, b) => (a.filed === b.filed ? (a.accession < b.accession ? 1 : -1) : a.filed < b.filed ? 1 : -1));
  return newest === null ? chosen : newestOf(chosen, newest);
}

/** "10-K405" and "10-K/A" are of the form "10-K", "10-K" is not of "10-K/A"; hyphens and blanks do not matter. */
export function isOfForm(form: string, asked: string): boolean {
  if (isAmendment(asked) && !isAmendment(form)) return false;
  const wanted = plainForm(asked);
  return wanted === plainForm(form) || wanted === familyOf(plainForm(form));
}

/**
 * An amendment is often a few pages (part III alone): whoever wants the newest annual report wants the report, and
 * must learn of what amends it. Originals are counted, their amendments come along.
 */
function newestOf(chosen: readonly ListedFiling[], count: number): ListedFiling[] {
  const originals = chosen.filter(({ form }) => !isAmendment(form)).slice(0, count);
  if (originals.length === 0) return chosen.slice(0, count);
  const family = ({ form }: ListedFiling): string => familyOf(plainForm(form));
  return chosen.filter(
    (filing) =>
      originals.includes(filing) ||
      (isAmendment(filing.form) &&
        originals.some((original) => family(original) === family(filing) && original.filed <= filing.filed)),
  );
}

function isAmendment(form: string): boolean {
  return /\/A\s*$/i.test(form);
}

function plainForm(form: string): string {
  return form
    .toUpperCase()
    .replace(/\/A\s*$/, "")
    .replace(/[\s-]+/g, "");
}

/** Annual, quarterly and current reports had other names for small companies, periods of transition and successors. */
function familyOf(plain: string): string {
  if (/^10K(?:SB)?T?(?:405?)?T?$/.test(plain)) return "10K";
  if (/^10Q(?:SB|T)?$/.test(plain)) return "10Q";
  return /^8K(?:12[BG]3)?$/.test(plain) ? "8K" : plain;
}
