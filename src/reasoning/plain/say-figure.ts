import { type StatementOfAnswer } from "../../contracts/answer";
import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { sayEarlier, sayOtherwise } from "../facts/say-change";
import { type PeriodWanted } from "../facts/select-fact";
import { splitSince } from "../facts/split-within";
import { type Calculation } from "../numbers/calculate";
import { formatQuantity, type NumberFormatAsked, plainFormat } from "../numbers/format-quantity";
import { showFact } from "../numbers/show-number";
import { nameDocument, nameReport, type TextPart, uniqueCitations, writeText } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";
import { type FactBook } from "./fact-book";
import { describePeriod, type Figure, nameConcept, showFigure, sourcesOf } from "./find-figure";
import { sayPeriod } from "./say-period";

/** "Revenue for fiscal 2024 (year to …) was $4,210 million, reported in the 10-K …"; null where there is no number. */
export function sayFigure(
  id: ConceptId,
  period: PeriodWanted,
  figure: Figure,
  book: FactBook,
  format: NumberFormatAsked,
): StatementOfAnswer | null {
  const number = showFigure(figure, format);
  if (number === null) return null;
  const name = conceptById(id)?.name ?? id;
  const actual =
    figure.kind === "reported" ? sayPeriod(figure.item.fact, book.calendar) : describePeriod(id, period, book);
  const at = conceptById(id)?.periodKind === "instant" ? "at" : "for";
  const parts: TextPart[] = [`${name}${ofCompany(book)} ${at} ${actual} was `, number];
  if (figure.kind === "reported")
    parts.push(
      `, as reported in the ${nameReport(figure.item)}.`,
      ...sayHistory(figure),
      ...saySplitSince(figure.item, book),
    );
  else {
    parts.push(", computed as ", ...sayFormula(figure.calculation), ".", ...sayRestatedSources(figure.sources));
    if (figure.remark) parts.push(` ${figure.remark}`);
  }
  return {
    text: writeText(...parts),
    citations: uniqueCitations(sourcesOf(figure).map((item) => item.citation)),
  };
}

/** A figure says whose it is: an answer is read apart from its question. */
export function ofCompany(book: FactBook): string {
  return book.company === null ? "" : ` of ${book.company}`;
}

/** What an earlier filing said, and what another of the concept's tags says. */
function sayHistory(figure: Extract<Figure, { kind: "reported" }>): TextPart[] {
  const { item, alternatives } = figure;
  const parts: TextPart[] = [];
  for (const earlier of item.restated ? item.earlier : []) parts.push(...sayEarlier(item, earlier));
  if (item.restated && item.earlier.length === 0) parts.push(" An earlier filing reported it differently.");
  for (const other of item.otherwise ?? []) parts.push(...sayOtherwise(item, other));
  for (const other of alternatives.slice(0, 2)) {
    const number = showFact(other);
    if (number !== null)
      parts.push(` The filing also reports a figure defined differently (${nameTag(other)}): `, number, ".");
  }
  return parts;
}

/** An old figure by the share is not on the basis of the new ones beside which it will be read. */
function saySplitSince(item: FactWithCitation, book: FactBook): TextPart[] {
  const by = splitSince(item, book.facts);
  return by === null ? [] : [` It counts the shares as before a split, which the ${nameDocument(by)} shows.`];
}

function sayRestatedSources(sources: readonly FactWithCitation[]): TextPart[] {
  const restated = sources.filter((item) => item.restated);
  if (restated.length === 0) return [];
  return [" It uses figures that were restated since they were first reported."];
}

/** A formula with its operands in place: "$1,200 million / $1,000 million", each bound to its fact or cell. */
export function sayFormula(calculation: Calculation): TextPart[] {
  return calculation.formula.split(/([A-Za-z_]\w*)/).flatMap((piece): TextPart[] => {
    const operand = calculation.operands[piece];
    if (operand === undefined) {
      const words = piece.replaceAll("*", "×").replaceAll(" - ", " − ");
      // A constant of the formula (one, two, days of a year) is part of the declared calculation, not a figure.
      return words === "" ? [] : [words];
    }
    return [
      `${operand.name} (`,
      {
        shown: formatQuantity(operand.quantity, plainFormat),
        value: operand.quantity.value,
        unit: operand.quantity.currency ?? operand.quantity.unit,
        reference: operand.reference,
        verdict: "matched",
      },
      ")",
    ];
  });
}

/** The figures that differ, side by side: for the analyst to choose, not for us. */
export function sayCandidates(
  id: ConceptId,
  candidates: readonly FactWithCitation[],
  book: FactBook,
): StatementOfAnswer {
  const parts: TextPart[] = [`Found for ${nameConcept(id)}: `];
  candidates.forEach((item, index) => {
    const number = showFact(item);
    if (number === null) return;
    parts.push(
      index === 0 ? "" : "; ",
      number,
      ` for ${sayPeriod(item.fact, book.calendar)} (${nameTag(item)}, ${nameReport(item)})`,
    );
  });
  parts.push(". They differ, and nothing here says which is meant.");
  return { text: writeText(...parts), citations: uniqueCitations(candidates.map((item) => item.citation)) };
}

/** "us-gaap:OperatingIncomeLoss" as "operating income loss". */
function nameTag(item: FactWithCitation): string {
  const local = item.fact.concept.replace(/^.*:/, "");
  return local.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}
