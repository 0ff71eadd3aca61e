import path from "node:path";
import { type Services } from "../../src/server/services/services";
import { type AnswerValue } from "../../src/contracts/answer";
import { type Evidence } from "../../src/contracts/evidence";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { statesNumber } from "./financebench/compare-number";
import { meets, type PageMeasure, pageMeasures, pagesOf } from "./financebench/find-pages";
import { openMeasuredStore } from "./financebench/open-measured-store";
import { type MeasuredQuestion, readQuestions } from "./financebench/read-questions";

/** In percent; what has none is shown without one. */
const pageBars: Readonly<Record<"document" | "store", Partial<Record<PageMeasure, number>>>> = {
  document: { "any@5": 95, "all@10": 95 },
  store: { "any@5": 92, "all@10": 92 },
};
/** Enough passages for ten pages, though several passages stand on one. */
const passagesAsked = 60;

interface Outcome {
  readonly question: MeasuredQuestion;
  /** Pages found where the document is given, and among all documents by the question's own words. */
  readonly document: readonly string[];
  readonly store: readonly string[];
  /** What the number given without a language model is; null where none is given. */
  readonly number: "right" | "wrong" | null;
}

/**
 * Questions of others over PDFs of real filings, read by us: on which pages the answer is found, in its document and in
 * one store of all, and which numbers are given without a language model. Only misses of tuned companies are shown.
 */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  if (dataFolder === null) return { figures: [], rows: [] };
  const folder = path.join(dataFolder, "financebench");
  const services = await openMeasuredStore(path.join(folder, "pdfs"), onProgress);
  const outcomes: Outcome[] = [];
  try {
    for (const question of readQuestions(folder)) {
      const inDocument = await search(services, question.question, question.documentId);
      const inStore = await search(services, question.question, null);
      const value = await numberGiven(services, question.question);
      const number =
        value === null ? null : statesNumber(question.question, question.answer, value) ? "right" : "wrong";
      const outcome: Outcome = { question, document: pagesOf(inDocument), store: pagesOf(inStore), number };
      outcomes.push(outcome);
      if (question.part === "tuned") {
        showMiss("in its document", outcome, outcome.document, inDocument, onProgress);
        showMiss("in the store", outcome, outcome.store, inStore, onProgress);
        if (number === "wrong" || (number === null && question.type === "metrics"))
          onProgress(`${question.id} number ${number ?? "refused"} (${value?.value ?? "none"}): ${question.question}`);
      }
    }
  } finally {
    await services.close();
  }
  return { figures: figuresOf(outcomes), rows: rowsOf(outcomes) };
};

async function search(services: Services, query: string, documentId: string | null): Promise<Evidence[]> {
  const found = await services.search({ query, k: passagesAsked, company: null, documentId, asOf: null });
  return found.results;
}

async function numberGiven(services: Services, question: string): Promise<AnswerValue | null> {
  const request = { question, selection: null, company: null, asOf: null, documentId: null };
  for await (const event of services.ask(request, new AbortController().signal)) {
    if (event.kind === "failed") throw new Error(`${question}: ${event.error.message}`);
    if (event.kind === "answer") return event.answer.value;
  }
  return null;
}

function showMiss(
  where: string,
  { question }: Outcome,
  pages: readonly string[],
  found: readonly Evidence[],
  onProgress: (line: string) => void,
): void {
  if (meets("any@5", pages, question.wanted) && meets("all@10", pages, question.wanted)) return;
  const places = question.wanted.map((page) => `${page} (${pages.indexOf(page) + 1 || "not found"})`);
  onProgress(`${question.id} ${question.type} ${where}, wanted ${places.join(", ")}: ${question.question}`);
  const shown = new Set<string>();
  for (const one of found) {
    const page = pagesOf([one])[0]!;
    if (shown.has(page) || shown.size >= 10) continue;
    shown.add(page);
    const parts = one.score.parts.map(({ name, value }) => `${name} ${value.toFixed(2)}`).join(" ");
    onProgress(`    ${page}, item ${one.item ?? "none"}, ${one.path.at(-1)?.slice(0, 50) ?? ""}: ${parts}`);
  }
}

type Part = Figure["part"];

function figuresOf(outcomes: readonly Outcome[]): Figure[] {
  return (["all", "tuned", "kept"] as const).flatMap((part): Figure[] => {
    const own = outcomes.filter(({ question }) => part === "all" || question.part === part);
    if (own.length === 0) return [];
    return [
      ...pageMeasures.map((measure) => pageFigure("document", measure, part, own)),
      ...pageMeasures.map((measure) => pageFigure("store", measure, part, own)),
      ...numberFigures(part, own),
    ];
  });
}

function pageFigure(
  where: "document" | "store",
  measure: PageMeasure,
  part: Part,
  outcomes: readonly Outcome[],
): Figure {
  const bar = pageBars[where][measure];
  return {
    name: `${where === "document" ? "within the document" : "one shared store"}: ${measure}`,
    part,
    value: share(outcomes, (one) => meets(measure, one[where], one.question.wanted)),
    unit: `% of ${outcomes.length}`,
    bar: bar === undefined ? null : { atLeast: bar },
  };
}

function numberFigures(part: Part, outcomes: readonly Outcome[]): Figure[] {
  const metrics = outcomes.filter(({ question }) => question.type === "metrics");
  const others = outcomes.filter(({ question }) => question.type !== "metrics");
  const count = (of: readonly Outcome[], number: Outcome["number"]) => of.filter((one) => one.number === number).length;
  const figure = (name: string, value: number, of: number, bar: Figure["bar"]): Figure => ({
    name,
    part,
    value,
    unit: `of ${of}`,
    bar,
  });
  return [
    figure("metrics questions answered exactly", count(metrics, "right"), metrics.length, { atLeast: metrics.length }),
    figure("metrics questions refused", count(metrics, null), metrics.length, null),
    figure("wrong numbers on metrics questions", count(metrics, "wrong"), metrics.length, { atMost: 0 }),
    figure("right numbers on other questions", count(others, "right"), others.length, null),
    figure("wrong numbers on other questions", count(others, "wrong"), others.length, { atMost: 0 }),
  ];
}

function rowsOf(outcomes: readonly Outcome[]): Record<string, string | number>[] {
  return (["tuned", "kept"] as const).flatMap((part) =>
    (["metrics", "domain", "novel"] as const).flatMap((type) => {
      const own = outcomes.filter(({ question }) => question.part === part && question.type === type);
      if (own.length === 0) return [];
      const cells = (where: "document" | "store") =>
        pageMeasures.map((measure) => [
          `${where} ${measure}`,
          Math.round(share(own, (one) => meets(measure, one[where], one.question.wanted))),
        ]);
      const entries = [...cells("document"), ...cells("store")] as [string, number][];
      return [{ part, type, questions: own.length, ...Object.fromEntries(entries) }];
    }),
  );
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return (100 * outcomes.filter(holds).length) / outcomes.length;
}
