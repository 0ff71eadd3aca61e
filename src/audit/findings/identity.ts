import { shortHash } from "../../workbook/hash-text";
import { type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";

/**
 * What a finding is known by: its rule and the meaning of its place (labels, periods, occurrence). The names of sheets
 * are left out of it, so that a renamed sheet keeps what a reader has said about its findings.
 */
export function identityOf(context: AuditContext, rule: string, meanings: readonly string[]): string {
  const meaning = meanings.map((one) => withoutSheets(context, one)).sort()[0] ?? "";
  return `${rule}-${shortHash(`${rule}\u0000${meaning}`)}`;
}

/** A formula without the places it reads: the same after an inserted row, a moved block or a sheet's new name. */
export function formulaWords(formula: string): string {
  return formula.replace(/(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!/gu, "").replace(/\$?[A-Z]{1,3}\$?\d+/gu, "·");
}

/** One identity a finding: those of several sheets that share one are told apart by their sheets' words, those of one sheet by their order. */
export function distinctIdentities(
  context: AuditContext,
  findings: readonly { readonly id: string; readonly sheet: string }[],
): string[] {
  const sheetsOf = new Map<string, Set<string>>();
  for (const { id, sheet } of findings) sheetsOf.set(id, (sheetsOf.get(id) ?? new Set()).add(sheet));
  const taken = new Map<string, number>();
  return findings.map(({ id, sheet }) => {
    const known = sheetsOf.get(id)!.size === 1 ? id : `${id}-${wordsOf(context, sheet)}`;
    const count = (taken.get(known) ?? 0) + 1;
    taken.set(known, count);
    return count === 1 ? known : `${known}-${count}`;
  });
}

function wordsOf(context: AuditContext, sheet: string): string {
  const words = new Set<string>();
  for (const { value, formula } of context.index.sheetNamed(sheet)?.snapshot.cells ?? [])
    if (typeof value === "string" && formula === null) words.add(value);
  return shortHash([...words].sort().join("\u0000")).slice(0, 8);
}

/** The names of the sheets where ids begin with them. */
const sheetNames = oncePerReview((context) => {
  const names = context.index.sheets.map(({ name }) => name).sort((a, b) => b.length - a.length);
  const either = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("|");
  return new RegExp(`(?<=^|[/,|])(?:${either})(?= › |\\|)`, "gu");
});

/** Ids of rows, parameters and axes begin with their sheet ("Inputs › Tax rate"), and rules join several; a label or a rule's own word that happens to be a sheet's name stays. */
function withoutSheets(context: AuditContext, meaning: string): string {
  return meaning.replace(sheetNames(context), "·");
}
