import { type QuestionIntent } from "../../../contracts/intent";
import { concepts } from "../../../concepts/dictionary";
import { type ConceptId } from "../../../contracts/concept";
import { type NumberAsked } from "../read-asked";

const kindsOfRows: readonly QuestionIntent["kind"][] = ["number", "trend", "open", "comparison"];

/** Whether a row of figures answers the question, rather than one figure or one calculation. */
export function wantsRow(
  kind: QuestionIntent["kind"],
  { calculation, row }: NumberAsked,
  asked: readonly ConceptId[] = [],
): boolean {
  if (row.cadence === "quarters") return kindsOfRows.includes(kind);
  if (row.cadence !== "years") return false;
  if (kind === "comparison") return row.tellsCourse;
  if (kind !== "trend") return false;
  if (calculation === "share") return conceptsOfRow(asked) !== asked;
  return calculation === "look-up" || ((calculation === "change" || calculation === "change-ratio") && !row.wantsRate);
}

/** "R&D as a share of revenue" over years is the row of one ratio, where the dictionary has it. */
export function conceptsOfRow(asked: readonly ConceptId[]): readonly ConceptId[] {
  const [part, ...rest] = asked.filter((id) => id !== "share-of-revenue");
  if (part === undefined || rest.length > 0 || !asked.includes("share-of-revenue")) return asked;
  const share = concepts.find(({ formulas }) =>
    formulas.some(
      (formula) =>
        formula.op === "ratio" &&
        formula.numerator.op === "concept" &&
        formula.numerator.concept === part &&
        formula.denominator.op === "concept" &&
        formula.denominator.concept === "revenue",
    ),
  );
  return share === undefined ? asked : [share.id];
}
