import { conceptById } from "../../../concepts/dictionary";
import { operandsOf } from "../../../concepts/formula";
import { type ConceptId } from "../../../contracts/concept";
import { matchConcept } from "../../../concepts/match-concept";
import { type CellAddress, type Parameter } from "../../../contracts/model-map";
import { type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellsOfMeaning } from "../../lines/cells-of-meaning";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { interchangeable, rightSource } from "../../meaning/right-source";
import { sureConcept } from "../../meaning/sure-concept";
import { cellInstead, isSafeTarget, rootOf } from "../../meaning/safe-target";
import { asRange, named, namedOnSheet, number, say } from "../../wording/say";

/** The lines of an income statement from top to bottom: each is another's subtotal, so mixing them up is easy. */
const profitLines: readonly ConceptId[] = [
  "revenue",
  "gross-profit",
  "ebitda",
  "operating-income",
  "ebit",
  "pretax-income",
  "net-income",
];

/** Concepts with one right line of profit behind them; cash flows may start from several. */
const builtOnOneProfit: ReadonlySet<ConceptId> = new Set(["retained-earnings", "eps-basic", "eps-diluted", "nopat"]);

interface Contradiction {
  readonly cells: CellAddress[];
  readonly source: Meaning;
  readonly sourceCell: CellAddress;
  readonly right: Meaning;
}

/** Links to a row whose label says another thing than this row's, while the row it should be stands beside it. */
function wrongLinks(context: AuditContext, home: Meaning, concept: ConceptId): Contradiction[] {
  const found = new Map<Meaning, Contradiction>();
  for (const cell of cellsOfMeaning(context, home)) {
    const link = linkOf(context, cell);
    if (link === null) continue;
    const source = context.meaningAt(link.target);
    const read = sureConcept(source) ?? profitInBrackets(source);
    if (source === null || read === null || source === home || interchangeable(concept, read)) continue;
    const right = rightSource(
      context,
      [concept, ...(conceptById(concept)?.interchangeable ?? [])],
      link.target.sheet,
      home,
    );
    if (right === null || right === source) continue;
    if (isOpening(context, cell, link.target) || isQualifiedByHeading(context, cell)) continue;
    /** The figure meant may be reached through another row's link. */
    const root = sureConcept(context.meaningAt(rootOf(context, link.target)));
    if (root !== null && interchangeable(concept, root)) continue;
    const proposed = cellInstead(link.target, right);
    if (!isSafeTarget(context, [cell], [proposed]) || !holds(context, proposed, concept)) continue;
    const known = found.get(source);
    if (known === undefined) found.set(source, { cells: [cell], source, sourceCell: link.target, right });
    else known.cells.push(cell);
  }
  return [...found.values()].filter(({ cells }) => cells.length > 1 || !isOneOfMany(context, home));
}

/** A proposed cell that is but a link to something else is no cure. */
function holds(context: AuditContext, proposed: CellAddress, concept: ConceptId): boolean {
  const read = sureConcept(context.meaningAt(rootOf(context, proposed)));
  return read === null || interchangeable(concept, read);
}

/** The first cell of a roll-forward: the next adds the next figure of the same row to it. */
function isOpening(context: AuditContext, cell: CellAddress, source: CellAddress): boolean {
  const next = { ...cell, columnIndex0: cell.columnIndex0 + 1 };
  if (linkOf(context, next) !== null) return false;
  const reads = (at: CellAddress) =>
    context.index
      .precedentsOf(next)
      .some(
        ({ sheet, startRow0, endRow0, startColumn0, endColumn0 }) =>
          sheet === at.sheet &&
          startRow0 <= at.rowIndex0 &&
          at.rowIndex0 <= endRow0 &&
          startColumn0 <= at.columnIndex0 &&
          at.columnIndex0 <= endColumn0,
      );
  return reads(cell) && reads({ ...source, columnIndex0: source.columnIndex0 + 1 });
}

/** How far above a cell its column is headed at most. */
const mostRowsUp = 15;

/** Under "Entry" or "Exit" the heading says which of two like figures belongs there. */
function isQualifiedByHeading(context: AuditContext, cell: CellAddress): boolean {
  for (let up = 1; up <= Math.min(mostRowsUp, cell.rowIndex0); up++) {
    const value = context.cellAt({ ...cell, rowIndex0: cell.rowIndex0 - up })?.value;
    if (typeof value === "string" && /\p{L}/u.test(value))
      return /\b(?:entry|exit|opening|closing|beginning|ending|purchase|sale)\b/iu.test(value);
  }
  return false;
}

/** "Operating profit before D&A (EBITDA)": the sign in brackets says which line it is. */
function profitInBrackets(meaning: Meaning | null): ConceptId | null {
  const sign = /\(\s*(EBITDA|EBIT|EBT|PBT|PAT)\s*\)\s*$/iu.exec(meaning?.label ?? "")?.[1];
  return sign === undefined ? null : (matchConcept(sign)?.id ?? null);
}

/** In the column of the entry or the closing of a deal a row may rightly start from another figure. */
function startsFromAnother(home: Meaning): boolean {
  return "column" in home && /\b(?:entry|purchase|closing|close|acquisition|today|year 0)\b/iu.test(home.column ?? "");
}

const surelyNamed = 0.8;

/** Values whose name goes on in brackets: "EBITDA (last year)" is an EBITDA. */
function withoutBrackets(parameter: Parameter): Parameter {
  const plain = /^(.+?)\s*\([^)]*\)\s*:?$/u.exec(parameter.label)?.[1];
  const isNamed = parameter.concept !== null && parameter.concept.confidence >= surelyNamed;
  return isNamed || plain === undefined ? parameter : { ...parameter, concept: matchConcept(plain) };
}

/** A row whose columns hold other formulas too: its first may be the entry, an opening or another case by right. */
function isOneOfMany(context: AuditContext, home: Meaning): boolean {
  return cellsOfMeaning(context, home).filter((cell) => (context.cellAt(cell)?.value ?? null) !== null).length > 2;
}

/** Calculations that take one line of profit where the definition takes another (retained earnings from operating income). */
function wrongProfit(context: AuditContext, home: Meaning, concept: ConceptId): Contradiction[] {
  const expected = conceptById(concept)!.formulas.flatMap(operandsOf);
  const wanted = profitLines.filter((line) => expected.includes(line));
  if (wanted.length === 0 || !builtOnOneProfit.has(concept)) return [];
  const allowed = new Set([concept, ...expected, ...expected.flatMap((id) => conceptById(id)?.interchangeable ?? [])]);
  const found: Contradiction[] = [];
  for (const address of cellsOfMeaning(context, home)) {
    if (linkOf(context, address) !== null) continue;
    const read = context.index.precedentsOf(address).flatMap((range) => {
      const cell = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
      const meaning = context.meaningAt(cell);
      const id = sureConcept(meaning);
      return meaning === null || id === null || !profitLines.includes(id) ? [] : [{ cell, meaning, id }];
    });
    if (read.length !== 1 || allowed.has(read[0]!.id)) continue;
    const { cell, meaning } = read[0]!;
    const right = rightSource(context, wanted, meaning.sheet, home);
    if (right === null) continue;
    const known = found.find((one) => one.source === meaning);
    if (known === undefined) found.push({ cells: [address], source: meaning, sourceCell: cell, right });
    else known.cells.push(address);
  }
  return found;
}

function draft(
  context: AuditContext,
  home: Meaning,
  { cells, source, sourceCell, right }: Contradiction,
  calculates: boolean,
): FindingDraft {
  const ranges = coverCells(cells);
  const confidence = Math.min(0.95, home.concept!.confidence, source.concept?.confidence ?? 0.9);
  const elsewhere = source.sheet !== home.sheet;
  const verb = calculates ? "is calculated from" : "reads";
  return {
    severity: "high",
    confidence,
    sheet: home.sheet,
    ranges,
    title: `“${home.label.trim()}” ${calculates ? "is built on" : "reads"} “${source.label.trim()}”`,
    comment: say`${named(home, ranges[0])} ${verb} ${elsewhere ? namedOnSheet(source, asRange(sourceCell)) : named(source, asRange(sourceCell))}, which is ${number(context, sourceCell)}. The labels name different things, and ${named(right)} stands on the same sheet. ${context.index.dependentsOf(cells[0]!).length > 0 ? "Whatever builds on it takes the wrong figure." : "A reader takes it for what it is not."} Point it at ${named(right)}, or rename this one.`,
    nature: "slip",
    meaning: `${home.id}/${source.id}`,
    alsoRead: [sourceCell],
  };
}

/** A label that contradicts what its cells refer to. */
export const contradictingLabel: AuditRule = {
  id: "contradicting-label",
  find(context) {
    const homes: Meaning[] = [...context.model.lineItems, ...context.model.parameters.map(withoutBrackets)];
    return homes.flatMap((home) => {
      const concept = sureConcept(home);
      if (concept === null || home.role === "input" || startsFromAnother(home)) return [];
      const links = wrongLinks(context, home, concept).map((found) => draft(context, home, found, false));
      const built = wrongProfit(context, home, concept).map((found) => draft(context, home, found, true));
      return [...links, ...built];
    });
  },
};
