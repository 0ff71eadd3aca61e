import { conceptById } from "../../concepts/dictionary";
import { operandsOf } from "../../concepts/formula";
import { type SelectionForQuestion } from "../../contracts/answer";
import { type ConceptId } from "../../contracts/concept";
import { type QuestionIntent } from "../../contracts/intent";
import { conceptsOfQuestion } from "./defined/read-question";

const most = 60;
/** Flows every annual report has: they tell when the company's years end, which balances alone do not. */
const calendarAnchors: readonly ConceptId[] = ["revenue", "net-income"];

/** Every concept whose facts an answer may need: those asked for and selected, what defines them, their neighbours. */
export function conceptsToFetch(
  intent: QuestionIntent,
  selection: SelectionForQuestion | null,
  question = "",
): ConceptId[] {
  const selected = (selection?.cells ?? []).flatMap((cell) => cell.concept ?? []);
  const asked = [...new Set([...conceptsOfQuestion(question), ...intent.concepts, ...selected])];
  const neighbours = intent.concepts.flatMap((id) => conceptById(id)?.neighbours ?? []);
  const all = new Set<ConceptId>();
  const add = (id: ConceptId, depth: number): void => {
    if (all.has(id)) return;
    all.add(id);
    if (depth === 0) return;
    for (const formula of conceptById(id)?.formulas ?? [])
      operandsOf(formula).forEach((operand) => add(operand, depth - 1));
  };
  asked.forEach((id) => add(id, 3));
  neighbours.forEach((id) => add(id, 1));
  if (asked.length === 0) return [];
  return [...new Set([...[...all].slice(0, most), ...calendarAnchors])];
}
