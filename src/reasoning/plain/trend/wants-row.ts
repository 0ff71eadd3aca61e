import { type QuestionIntent } from "../../../contracts/intent";
import { type NumberAsked } from "../read-asked";

const kindsOfRows: readonly QuestionIntent["kind"][] = ["number", "trend", "open", "comparison"];

/** Whether a row of figures answers the question, rather than one figure or one calculation. */
export function wantsRow(kind: QuestionIntent["kind"], { calculation, row }: NumberAsked): boolean {
  if (row.cadence === "quarters") return kindsOfRows.includes(kind);
  if (kind !== "trend" || row.cadence !== "years") return false;
  return calculation === "look-up" || ((calculation === "change" || calculation === "change-ratio") && !row.wantsRate);
}
