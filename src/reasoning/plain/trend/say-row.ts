import { conceptById } from "../../../concepts/dictionary";
import { type StatementOfAnswer } from "../../../contracts/answer";
import { sayEarlier } from "../../facts/say-change";
import { nameDocument, type TextPart, uniqueCitations, writeText } from "../../numbers/write-text";
import { type FactWithCitation } from "../../ports";
import { sourcesOf } from "../find-figure";
import { showPoint } from "./trend-numbers";
import { type TrendRow } from "./trend-row";
import { joinWords } from "./words-of-trend";

const mostDocuments = 4;
const mostGaps = 4;
const mostChanges = 2;

/** Every figure of the row with its period, and the filings they stand in. */
export function sayRow(row: TrendRow): StatementOfAnswer {
  const figures = row.points.flatMap((point, index): TextPart[] => [
    index === 0 ? "" : "; ",
    `${point.label} `,
    showPoint(point),
  ]);
  const sources = row.points.flatMap(({ figure }) => sourcesOf(figure));
  const documents = [...new Set(sources.map(({ document }) => nameDocument(document)))];
  const from = documents.length <= mostDocuments ? `the ${joinWords(documents)}` : `${documents.length} filings`;
  const heading = row.cadence === "years" ? "Year by year: " : "Quarter by quarter: ";
  return {
    text: writeText(heading, ...figures, `. From ${from}.`),
    citations: uniqueCitations(sources.map(({ citation }) => citation)),
  };
}

/** What the row lacks, what in it was computed and what changed since it was first reported; null where nothing. */
export function sayReservations(row: TrendRow): StatementOfAnswer | null {
  const sources = [
    ...new Map(row.points.flatMap(({ figure }) => sourcesOf(figure)).map((item) => [item.fact.id, item])).values(),
  ];
  const parts = [...sayGaps(row), ...sayDerived(row), ...sayTags(row), ...sayChanges(sources)];
  if (parts.length === 0) return null;
  const [first, ...rest] = parts;
  const text = typeof first === "string" ? [first.trimStart(), ...rest] : parts;
  return { text: writeText(...text), citations: [] };
}

function sayGaps({ id, gaps, name }: TrendRow): TextPart[] {
  const unclear = gaps.filter(({ isUnclear }) => isUnclear);
  const missing = gaps.filter(({ isUnclear }) => !isUnclear);
  const named = missing.slice(0, mostGaps).map(({ label }) => label);
  const more = missing.length > mostGaps ? [`${missing.length - mostGaps} more`] : [];
  const verb = (conceptById(id)?.tags ?? []).length > 0 ? "reports" : "has all that is needed for";
  return [
    ...(missing.length === 0 ? [] : [` No filing here ${verb} ${name} for ${joinWords([...named, ...more])}.`]),
    ...unclear.slice(0, mostGaps).map(({ label, why }) => ` ${capital(label)} is left out: ${why}.`),
  ];
}

/** Quarters that nobody reports, taken from longer periods; a ratio is computed in any case and is not one of them. */
function sayDerived(row: TrendRow): TextPart[] {
  const derived = row.points.filter(
    ({ figure, bound }) => figure.kind === "derived" && bound.quantity.unit === "currency",
  );
  const apart = derived.filter(
    ({ name, figure }) =>
      figure.kind === "derived" && figure.sources.every((item) => item.conceptId === row.id) && name !== "",
  );
  if (apart.length === 0 || row.cadence === "years") return [];
  const remarks = [...new Set(apart.flatMap(({ figure }) => (figure.kind === "derived" ? (figure.remark ?? []) : [])))];
  return [
    ` No filing states ${joinWords(apart.map(({ label }) => label))}: derived as the longer period less what came before it in the year.`,
    ...remarks.map((remark) => ` ${remark}`),
  ];
}

/** A change of tag may be a change of definition, and then the step over it compares two things. */
function sayTags(row: TrendRow): TextPart[] {
  const reported = row.points.flatMap(({ figure, label }) =>
    figure.kind === "reported" ? [{ tag: nameTag(figure.item), label }] : [],
  );
  const tags = [...new Set(reported.map(({ tag }) => tag))];
  if (tags.length < 2) return [];
  const spans = tags.map(
    (tag) => `“${tag}” for ${joinWords(reported.filter((one) => one.tag === tag).map(({ label }) => label))}`,
  );
  return [
    ` The filings tag it differently over the row: ${joinWords(spans)}; a step between the two may be one of definition.`,
  ];
}

function sayChanges(sources: readonly FactWithCitation[]): TextPart[] {
  const changed = sources.filter((item) => item.restated && item.earlier.length > 0);
  const said = changed.slice(0, mostChanges).flatMap((item): TextPart[] => {
    const [earlier] = item.earlier;
    return earlier === undefined ? [] : [` For the period to ${item.fact.end}:`, ...sayEarlier(item, earlier)];
  });
  const rest = changed.length - mostChanges;
  return rest > 0 ? [...said, ` ${rest} more of its figures changed since they were first reported.`] : said;
}

function nameTag({ fact }: FactWithCitation): string {
  return fact.concept
    .replace(/^.*:/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
