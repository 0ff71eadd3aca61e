import { type EvidenceComment, type RowForEvidence, type Tick } from "../../contracts/evidence-request";
import { type Evidence } from "../../contracts/evidence";
import { type FactWithCitation } from "../ports";
import { commentOnForecast } from "./comment-on-forecast";
import { commentOnGuidance } from "./comment-on-guidance";
import { commentOnTicks } from "./comment-on-ticks";
import { readGuidance } from "./read-guidance";
import { tickAndTie } from "./tick-and-tie";

/**
 * What only evidence can say about a model's rows: history that is not what was reported, forecasts outside the
 * company's own history, forecasts outside what the company guided to. Pure; rows without a concept say nothing.
 */
export function commentsFromEvidence(input: {
  rows: readonly RowForEvidence[];
  facts: readonly FactWithCitation[];
  /** Passages that may hold guidance: 8-K, transcripts, outlook sections. */
  guidance: readonly Evidence[];
}): { ticks: Tick[]; comments: EvidenceComment[] } {
  const guided = readGuidance(input.guidance);
  const ticksByRow = input.rows.map((row) => ({ row, ticks: tickAndTie(row, input.facts) }));
  const revenue = input.rows.find((row) => row.concept === "revenue") ?? null;
  return {
    ticks: ticksByRow.flatMap(({ ticks }) => ticks),
    comments: [
      ...commentOnTicks(ticksByRow, input.facts),
      ...ticksByRow.flatMap(({ row, ticks }) => [
        // The same line stands on several sheets of a model; its forecast is spoken of where it stands first.
        ...(firstOfConcept(row, input.rows) ? commentOnForecast(row, revenue, input.facts) : []),
        ...commentOnGuidance(row, ticks, guided),
      ]),
    ],
  };
}

function firstOfConcept(row: RowForEvidence, rows: readonly RowForEvidence[]): boolean {
  return rows.find((other) => other.concept === row.concept) === row;
}
