import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type FilingTable } from "../../contracts/document";
import { nameRow } from "./name-row";
import { type PrimaryStatement } from "./tell-statement";

export interface NamedRow {
  readonly id: ConceptId;
  readonly tag: string;
  /** False where the row is the concept with something more in it, and has a tag of its own. */
  readonly isUsualTag: boolean;
  readonly label: string;
}

/** Words that make another figure of a concept's. */
const saysMore: Readonly<Record<string, RegExp>> = {
  "total-equity": /\bliabilit/i,
  "cash-and-equivalents": /\brestricted\b/i,
};
const ofOthers = /\bnon-?controlling\b|\bminority\b/i;
const ofOwners = /\battributable\b|\bavailable\b|\bapplicable\b/i;
/** Less the dividends of preferred shares: a figure of its own. */
const ofCommonOnly = /\b(?:available|applicable|attributable)\b.*\bcommon\b/i;
/** What others own of the company stands in it too. */
const withOthers: Readonly<Record<string, string>> = {
  "total-equity": "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest",
  "net-income": "us-gaap:ProfitLoss",
};

/** The rows that one concept names; a concept that names two different ones is none's. */
export function nameRows(
  table: Pick<FilingTable, "rows" | "rowPaths">,
  statement: PrimaryStatement,
): ReadonlyMap<number, NamedRow> {
  const rows = new Map<number, NamedRow>();
  const byTag = new Map<string, number[]>();
  const labels = table.rowPaths.map((path) => path[path.length - 1] ?? "");
  const others = labels.flatMap((label, row) => (ofOthers.test(label) && !/redeemable/i.test(label) ? [row] : []));
  for (const [index, label] of labels.entries()) {
    if (label === "" || table.rows[index]?.slice(1).every((cell) => cell === "") === true) continue;
    const id = nameRow(label, table.rowPaths[index]!.slice(0, -1), statement);
    if (id === null || saysMore[id]?.test(label) === true) continue;
    const tag = tagOf(id, label, index, others);
    if (tag === null) continue;
    rows.set(index, { id, tag, isUsualTag: tag === conceptById(id)?.tags[0], label });
    byTag.set(tag, [...(byTag.get(tag) ?? []), index]);
  }
  for (const indexes of byTag.values()) {
    const kept = oneOf(indexes, table.rows, rows);
    for (const index of indexes) if (index !== kept) rows.delete(index);
  }
  return rows;
}

function tagOf(id: ConceptId, label: string, index: number, others: readonly number[]): string | null {
  const usual = conceptById(id)?.tags[0] ?? null;
  if (others.length === 0 || withOthers[id] === undefined) return usual;
  if (id === "total-equity") return others.some((row) => row < index) ? withOthers[id] : usual;
  if (ofOwners.test(label)) return ofOthers.test(label) ? null : usual;
  // Before their part is taken off it is everyone's; after, older statements call what is left by the same name.
  return others.every((row) => row > index) ? withOthers[id] : null;
}

/** Of rows with one name: the first, where they say the same; else the one that is the total. */
function oneOf(
  indexes: readonly number[],
  cells: FilingTable["rows"],
  rows: ReadonlyMap<number, NamedRow>,
): number | undefined {
  const plain = indexes.filter((index) => !ofCommonOnly.test(rows.get(index)!.label));
  const asked = plain.length > 0 ? plain : indexes;
  const figures = new Set(asked.map((index) => figuresOf(cells[index])));
  if (figures.size === 1) return asked[0];
  const totals = asked.filter((index) => /^total\b/i.test(rows.get(index)!.label));
  return totals.length === 1 ? totals[0] : undefined;
}

function figuresOf(row: readonly string[] | undefined): string {
  return (row ?? [])
    .slice(1)
    .map((cell) => cell.replace(/[$\s]/g, ""))
    .join("|");
}
