import { type IsoDate } from "../contracts/dates";
import { type ListedFiling } from "./read-submissions";

/** Which filings of a company are wanted. */
export interface FilingChoice {
  /** "10-K", "8-K"; an amendment ("10-K/A") is wanted with its form. */
  readonly forms: readonly string[];
  /** The first day of filing. */
  readonly since: IsoDate | null;
  /** At most so many, the newest; null for all. */
  readonly newest: number | null;
}

/** What an analyst reads of a company: annual, quarterly and current reports, also of foreign filers, and proxies. */
export const usualForms: readonly string[] = ["10-K", "10-Q", "8-K", "20-F", "40-F", "6-K", "DEF 14A"];

/** The wanted ones, newest first. */
export function chooseFilings(all: readonly ListedFiling[], { forms, since, newest }: FilingChoice): ListedFiling[] {
  const wanted = new Set(forms.map(baseForm));
  const chosen = all
    .filter(({ form, filed }) => wanted.has(baseForm(form)) && (since === null || filed >= since))
    .sort((a, b) => (a.filed === b.filed ? (a.accession < b.accession ? 1 : -1) : a.filed < b.filed ? 1 : -1));
  return newest === null ? chosen : chosen.slice(0, newest);
}

/** "10-K405", "10-KT" and "10-K/A" are annual reports as "10-K" is. */
function baseForm(form: string): string {
  const base = form.trim().toUpperCase().replace(/\/A$/, "");
  if (/^10-?K(?:405|SB|T)?(?:40)?$/.test(base)) return "10-K";
  if (/^10-?Q(?:SB|T)?$/.test(base)) return "10-Q";
  return /^8-?K(?:12[BG]3)?$/.test(base) ? "8-K" : base;
}
