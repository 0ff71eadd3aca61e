import { type DocumentRef, type FilingTable, type Passage } from "../../contracts/document";
import { readTableContext } from "../tables/table-context";
import { TablePeriods } from "../tables/table-periods";
import { dollarsSaid, statementCurrency, unsaidUnits } from "./statement-units";
import { type StatementTable } from "./statement-table";
import { type PrimaryStatement, tellStatement } from "./tell-statement";

interface Candidate {
  readonly table: FilingTable;
  readonly passage: Passage;
  readonly statement: PrimaryStatement;
}

const foreignForms = /^(?:20-F|40-F|6-K)/;
/** Items in which management shows its business and extracts of the statements, in the statements' shape. */
const itemsOfOthers: ReadonlySet<string> = new Set(["1", "5", "6", "7", "7A", "9A", "3.A", "5.A", "5.B", "3", "4"]);

/** The primary statements of the whole company among a document's tables. */
export function findStatements(
  document: DocumentRef,
  tables: readonly FilingTable[],
  passages: readonly Passage[],
): StatementTable[] {
  const context = readTableContext(document, tables);
  const passageById = new Map(passages.map((passage) => [passage.id, passage]));
  const found = tables.flatMap((table): Candidate[] => {
    const passage = passageById.get(table.passageId);
    const statement = passage === undefined ? null : tellStatement(table, passage.path);
    return passage === undefined || statement === null ? [] : [{ table, passage, statement }];
  });
  const theirs = ofWholeGroup(inTheirItem(found, context.isAnnual));
  if (theirs.length === 0) return [];
  const units = unsaidUnits(theirs, tables, passages);
  const isForeign = foreignForms.test(document.form ?? "");
  const said = isForeign ? dollarsSaid(passages) : null;
  return theirs.map((candidate) => {
    const table = units === null ? candidate.table : { ...candidate.table, units };
    const currency = statementCurrency(table, isForeign, said);
    return { ...candidate, table, currency, periods: new TablePeriods(table, context) };
  });
}

function inTheirItem(found: readonly Candidate[], isAnnual: boolean): readonly Candidate[] {
  const theirs = found.filter(({ passage }) => isStatementsItem(passage, isAnnual));
  if (theirs.length > 0 || !isAnnual) return theirs.length > 0 ? theirs : found;
  return found.filter((one) => !itemsOfOthers.has(one.passage.item ?? "") || isCalledConsolidated(one));
}

/** Annual reports print them behind their last item as well. */
function isStatementsItem({ part, item }: Passage, isAnnual: boolean): boolean {
  return isAnnual ? item === "8" || item === "15" || item === "16" || item === "18" : item === "1" && part !== "II";
}

/** Where one is called consolidated, another of its kind that is not is of the parent alone, or of a part. */
function ofWholeGroup(found: readonly Candidate[]): readonly Candidate[] {
  const called = new Set(found.filter(isCalledConsolidated).map(({ statement }) => statement));
  return found.filter((candidate) => !called.has(candidate.statement) || isCalledConsolidated(candidate));
}

function isCalledConsolidated({ table, passage }: Candidate): boolean {
  const names = [table.caption ?? "", passage.path[passage.path.length - 1] ?? "", ...(table.columnHeads[0] ?? [])];
  return names.some((name) => /\bconsolidated\b/i.test(name));
}
