import { dayWords, formWords } from "../../contracts/document-words";
import { type AskRequest } from "../../contracts/answer";
import { conceptById } from "../../concepts/dictionary";
import { type DraftMessage } from "../../contracts/language-model";
import { type QuestionIntent } from "../../contracts/intent";
import { asOfOf } from "../admit-gathered";
import { type Catalog } from "../draft/catalog";
import { type Draft } from "../draft/draft-schema";
import { type Problem } from "../draft/problem";
import { readFiscalCalendar } from "../facts/fiscal-calendar";
import { namePeriod } from "../facts/name-period";
import { systemUnits } from "./system-units";

export interface Prompt {
  readonly system: string;
  readonly messages: readonly DraftMessage[];
}

const longestPassage = 4_000;
const longestFormula = 400;

/** What a language model is sent for a first draft: the rules that apply, and the material as data with its ids. */
export function composePrompt(request: AskRequest, intent: QuestionIntent, catalog: Catalog): Prompt {
  const situation = {
    hasFacts: catalog.facts.size > 0,
    hasReadFacts: [...catalog.facts.values()].some(({ fact }) => fact.source === "read"),
    hasCells: catalog.cells.size > 0,
    hasPassages: catalog.passages.size > 0,
    asOf: asOfOf(request, intent),
    severalCompanies: intent.companies.length > 1,
  };
  const units = systemUnits.filter((unit) => unit.applies(situation));
  const material = {
    question: request.question,
    asOf: situation.asOf,
    facts: describeFacts(catalog),
    cells: describeCells(request, catalog),
    passages: [...catalog.passages].map(([id, item]) => ({
      id,
      company: item.document.company,
      form: item.document.form,
      periodEnd: item.document.periodEnd,
      filed: item.document.filed,
      item: item.item,
      path: item.path,
      text: item.text.slice(0, longestPassage),
    })),
  };
  return {
    system: units.map((unit) => unit.text(situation)).join("\n\n"),
    messages: [{ role: "user", content: JSON.stringify(material) }],
  };
}

/** The same conversation, with what was wrong. */
export function composeRevision(prompt: Prompt, draft: Draft, problems: readonly Problem[]): Prompt {
  const listed = problems.slice(0, 20).map((problem) => {
    const place = problem.statement === null ? "" : `Statement ${problem.statement + 1}: `;
    return `- ${place}${problem.message}`;
  });
  return {
    system: prompt.system,
    messages: [
      ...prompt.messages,
      { role: "assistant", content: JSON.stringify(draft) },
      {
        role: "user",
        content: `The draft was checked and cannot be shown:\n${listed.join("\n")}\nWrite the whole draft again. Leave out what you cannot support.`,
      },
    ],
  };
}

function describeFacts(catalog: Catalog): object[] {
  const calendar = readFiscalCalendar([...catalog.facts.values()]);
  return [...catalog.facts].map(([id, item]) => ({
    id,
    concept: item.conceptId === null ? item.fact.concept : (conceptById(item.conceptId)?.name ?? item.conceptId),
    company: item.document.company,
    period: namePeriod(item.fact, calendar),
    dimensions: Object.keys(item.fact.dimensions).length === 0 ? null : item.fact.dimensions,
    value: item.fact.value,
    unit: item.fact.unit,
    restated: item.restated,
    source: `${formWords(item.document)}, ${dayWords(item.document)}`,
    how: item.fact.source === "read" ? "read from a table, not tagged" : "tagged",
  }));
}

function describeCells(request: AskRequest, catalog: Catalog): object[] {
  const formulas = new Map(
    (request.selection?.cells ?? []).map((cell) => [`${request.selection?.sheet ?? ""}!${cell.address}`, cell.formula]),
  );
  return [...catalog.cells].map(([id, cell]) => ({
    id,
    label: cell.label,
    period: cell.period,
    value: cell.value,
    unit: cell.unit,
    scale: cell.scale,
    formula: formulas.get(id)?.slice(0, longestFormula) ?? null,
    selected: formulas.has(id),
  }));
}
