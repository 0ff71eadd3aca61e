import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef, type Fact, type FilingTable, type Passage } from "../../contracts/document";
import { datedBalances } from "../tables/dated-balances";
import { findStatements } from "./find-statements";
import { PeriodDates } from "./period-dates";
import { readStatement, type ReadFigure } from "./read-statement";
import { type StatementTable } from "./statement-table";

export interface FactsRead {
  readonly facts: readonly Fact[];
  readonly warnings: readonly string[];
}

/**
 * Facts of the primary statements of a document that tags none: only where label, column, unit and scale are all told
 * and the statement's own sums hold. A figure that two tables state differently is not taken from either.
 */
export function readFacts(
  document: DocumentRef,
  tables: readonly FilingTable[],
  passages: readonly Passage[],
): FactsRead {
  const statements = findStatements(document, tables, passages);
  if (statements.length === 0) return { facts: [], warnings: [] };
  const dates = new PeriodDates(
    daysNamed(statements),
    daysOfBalances(tables),
    document.periodEnd,
    wordsAbove(statements),
  );
  const warnings: string[] = [];
  const byKey = new Map<string, ReadFigure[]>();
  for (const statement of statements) {
    const read = readStatement(statement, document, dates);
    warnings.push(...read.warnings);
    for (const figure of read.figures) {
      const key = [figure.concept, figure.unit, figure.start, figure.end].join("|");
      byKey.set(key, [...(byKey.get(key) ?? []), figure]);
    }
  }
  const { agreed, differing } = keepAgreed([...byKey.values()]);
  const facts = agreed.map((figure, index): Fact => ({
    ...figure,
    id: `${document.id}!${index}`,
    documentId: document.id,
    source: "read",
    dimensions: {},
  }));
  if (differing > 0) warnings.push(`${differing} figures that two tables state differently are not read as facts`);
  return { facts, warnings };
}

/**
 * Two tables that state one figure differently are not both the company's, and nothing says which is: of that period
 * only what both say is kept.
 */
function keepAgreed(figures: readonly (readonly ReadFigure[])[]): { agreed: readonly ReadFigure[]; differing: number } {
  const columnOf = ({ passageId, start, end }: ReadFigure): string => `${passageId} ${start} ${end}`;
  const differing = figures.filter((said) => said.some(({ value }) => value !== said[0]?.value));
  const doubtful = new Set(differing.flatMap((said) => said.map(columnOf)));
  const agreed = figures.flatMap((said) => {
    const [first] = said;
    if (first === undefined || differing.includes(said)) return [];
    const tables = new Set(said.map(({ passageId }) => passageId));
    return tables.size > 1 || !doubtful.has(columnOf(first)) ? [first] : [];
  });
  return { agreed, differing: differing.length };
}

const ofBalance = /^balances?\b/i;

/** The days that heads over the statements name outright. */
function daysNamed(statements: readonly StatementTable[]): ReadonlySet<IsoDate> {
  const days = new Set<IsoDate>();
  for (const { table, periods } of statements) {
    const lastRow = table.rows.length - 1;
    for (let column = 1; column < (table.rows[lastRow]?.length ?? 0); column++) {
      const period = periods.at(lastRow, column);
      if (period?.isExactEnd === true) days.add(period.end);
    }
  }
  return days;
}

/** The days of the balances that equity moved between. */
function daysOfBalances(tables: readonly FilingTable[]): IsoDate[] {
  return tables.flatMap(({ rowPaths }) => {
    const labels = rowPaths.map((path) => path.slice(-1)).filter(([label]) => ofBalance.test(label ?? ""));
    return datedBalances(labels, false).map(({ date }) => date);
  });
}

function wordsAbove(statements: readonly StatementTable[]): string[] {
  return statements.flatMap(({ table, passage }) => [
    table.caption ?? "",
    ...passage.path,
    ...table.columnHeads.flat(),
  ]);
}
