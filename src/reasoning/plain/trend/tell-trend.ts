import { type StatementOfAnswer } from "../../../contracts/answer";
import { type ConceptId } from "../../../contracts/concept";
import { type QuestionIntent } from "../../../contracts/intent";
import { conceptById } from "../../../concepts/dictionary";
import { plainFormat } from "../../numbers/format-quantity";
import { uniqueCitations, writeText } from "../../numbers/write-text";
import { splitWithin } from "../../facts/split-within";
import { type FactBook } from "../fact-book";
import { nameConcept, sourcesOf } from "../find-figure";
import { describePeriodsOnFile } from "../periods-on-file";
import { sayRefusal } from "../refusals";
import { ofCompany, sayCandidates, sayFigure } from "../say-figure";
import { type RowAsked } from "./read-row-asked";
import { sayQuarters } from "./say-quarters";
import { sayReservations, sayRow } from "./say-row";
import { sayYears } from "./say-years";
import { quartersOfTrend, yearsOfTrend } from "./trend-periods";
import { readTrendRow, type TrendRow } from "./trend-row";

export interface TrendTold {
  readonly statements: readonly StatementOfAnswer[];
  readonly obstacles: readonly string[];
  /** How many figures its row holds. */
  readonly numbers: number;
}

/**
 * How a concept has moved, in words that its figures support, and the figures. Null where no figure of it is on file,
 * or it is not said which periods are meant: why, the look-up of single figures says.
 */
export function tellTrend(id: ConceptId, intent: QuestionIntent, asked: RowAsked, book: FactBook): TrendTold | null {
  const row = rowAsked(id, intent, asked, book);
  const [first] = row?.points ?? [];
  if (row === null) return null;
  if (first === undefined) return asked.cadence === "quarters" ? noQuarters(row, book) : null;
  const unclear = row.gaps.flatMap(({ candidates }) =>
    candidates.length > 0 ? [sayCandidates(id, candidates, book)] : [],
  );
  const numbers = row.points.length;
  if (numbers === 1) {
    const said = sayFigure(id, first.period, first.figure, book, plainFormat);
    const obstacle = sayRefusal({ kind: "one-figure-no-trend", name: row.name, label: first.label });
    return { statements: [...(said === null ? [] : [said]), ...unclear], obstacles: [obstacle], numbers };
  }
  const split = splitWithin(
    row.points.flatMap(({ figure }) => sourcesOf(figure)),
    book.facts,
  );
  if (split !== null)
    return {
      statements: [sayRow(row), ...unclear],
      obstacles: [sayRefusal({ kind: "across-a-split", name: row.name, why: split.why })],
      numbers,
    };
  const title = `${conceptById(id)?.name ?? id}${ofCompany(book)}`;
  const text = row.cadence === "years" ? sayYears(row, title) : sayQuarters(row, title);
  const citations = uniqueCitations(
    row.points.flatMap(({ figure }) => sourcesOf(figure).map(({ citation }) => citation)),
  );
  const reservations = sayReservations(row);
  return {
    statements: [
      { text: writeText(...text), citations },
      sayRow(row),
      ...(reservations === null ? [] : [reservations]),
      ...unclear,
    ],
    obstacles: [],
    numbers,
  };
}

function rowAsked(id: ConceptId, intent: QuestionIntent, asked: RowAsked, book: FactBook): TrendRow | null {
  if (asked.cadence === "quarters") {
    const { periods, shown } = quartersOfTrend(id, intent, asked.count, book);
    return withoutCounterparts(readTrendRow(id, "quarters", periods, book), periods.at(-shown)?.end ?? "");
  }
  const wanted = yearsOfTrend(id, intent, book);
  if (wanted.kind === "unclear" || wanted.periods.length === 0) return null;
  const length = wanted.periods[0]?.length;
  const alike = wanted.periods.filter((period) => period.length === length);
  return readTrendRow(id, length === "quarter" ? "quarters" : "years", alike, book);
}

function noQuarters({ id, gaps }: TrendRow, book: FactBook): TrendTold {
  const onFile = describePeriodsOnFile(id, book);
  const unclear = gaps.findLast(({ isUnclear }) => isUnclear)?.why;
  const none = sayRefusal({ kind: "no-quarter", name: nameConcept(id), onFile });
  return { statements: [], obstacles: [unclear ?? none], numbers: 0 };
}

/** The four quarters before those asked for are there to be compared with, and missed by nobody. */
function withoutCounterparts(row: TrendRow, firstShown: string): TrendRow {
  return { ...row, gaps: row.gaps.filter(({ label }) => (/\d{4}-\d\d-\d\d$/.exec(label)?.[0] ?? "") >= firstShown) };
}
