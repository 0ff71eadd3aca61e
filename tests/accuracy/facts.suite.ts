import path from "node:path";
import { type Answer } from "../../src/contracts/answer";
import { type Services } from "../../src/server/services/services";
import { partOfCompany } from "../support/measured-data";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { spokenName } from "./answers/spoken-name";
import { faultsOf } from "./facts/check-narrative";
import { trapsOf } from "./facts/fact-traps";
import { openFactsStore } from "./facts/open-facts-store";
import { type AskedFigure, questionsOf } from "./facts/questions";
import { TaggedCompany } from "./facts/tagged-company";

type Part = "tuned" | "kept";

/** What must hold: no number wrong, few refused that could be given, no trap answered, no word without its numbers. */
const bars = { wrong: 0, refusedPercent: 5, trapsAnswered: 0, narrativeFaults: 0 } as const;

/** Of fewer years there is nothing to tell, and refusing is right. */
const fewestYearsOfATrend = 2;

interface Outcome {
  readonly part: Part;
  readonly kind: string;
  readonly group: "figure" | "trap" | "narrative";
  readonly result: "right" | "wrong" | "refused";
}

const trends: readonly ((company: string) => string)[] = [
  (company) => `How has ${company}'s revenue developed over time?`,
  (company) => `What is the trend in ${company}'s gross margin?`,
  (company) => `How has ${company}'s net income changed over the last five years?`,
  (company) => `How has ${company}'s operating cash flow moved over the years?`,
  (company) => `What is the trend in ${company}'s operating margin over the last three years?`,
  (company) => `How has ${company}'s diluted EPS developed over time?`,
  (company) => `How have ${company}'s total assets evolved since 2021?`,
  (company) => `How has ${company}'s revenue developed by quarter?`,
];

/**
 * Asks, of companies with several tagged reports in one store, for every kind of figure and computation, in words that
 * vary, and holds each number against arithmetic over the tagged facts that is written out here and knows nothing of our
 * dictionary. Traps ask for what no fact answers; narratives are held against their own rows. Misses of tuned companies
 * alone are shown.
 */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  if (dataFolder === null) return { figures: [], rows: [] };
  const { services, filings } = await openFactsStore(path.join(dataFolder, "filings"), onProgress);
  const outcomes: Outcome[] = [];
  const values = new Map(filings.flatMap(({ facts }) => facts.map(({ id, value }) => [id, value] as const)));
  const valueOfFact = (id: string): number | null => {
    const value = values.get(id);
    return typeof value === "number" ? value : null;
  };
  try {
    const companies = [...new Set(filings.map(({ cik }) => cik))].map(
      (cik) => new TaggedCompany(filings.filter((filing) => filing.cik === cik)),
    );
    for (const [turn, company] of companies.entries()) {
      const part = partOfCompany(company.ticker);
      const show = (line: string): void => (part === "tuned" ? onProgress(`  ${line}`) : undefined);
      const note = (group: Outcome["group"], kind: string, result: Outcome["result"]): void =>
        void outcomes.push({ part, kind, group, result });
      for (const asked of questionsOf(company, turn)) {
        const answer = await ask(services, asked.text);
        const value = unscaled(answer);
        const result = value === null ? "refused" : isRight(value, asked) ? "right" : "wrong";
        note("figure", asked.kind, result);
        if (result !== "right")
          show(
            `${result.toUpperCase()} ${asked.kind}: ${asked.text} gave ${value ?? answer.reason}, wanted ${asked.values.join(" or ")}`,
          );
      }
      for (const trap of trapsOf(company, turn)) {
        const answer = await ask(services, trap.text);
        const value = unscaled(answer);
        const tells = /^(?:How has|How have)/.test(trap.text) && answer.status === "answered" && hasRow(answer);
        const sprung = tells || (value !== null && !(trap.unless !== null && Math.abs(value / trap.unless - 1) < 1e-6));
        note("trap", trap.kind, sprung ? "wrong" : "refused");
        if (sprung) show(`TRAP ${trap.kind}: ${trap.text} gave ${value ?? "a row"}`);
      }
      for (const word of company.years.length < fewestYearsOfATrend ? [] : trends) {
        const question = word(spokenName(company.name));
        const answer = await ask(services, question);
        const faults = answer.status === "answered" ? faultsOf(answer, valueOfFact) : [];
        note("narrative", "trend", answer.status === "abstained" ? "refused" : faults.length > 0 ? "wrong" : "right");
        if (faults.length > 0) show(`NARRATIVE ${question}: ${faults.slice(0, 3).join("; ")}`);
        else if (answer.status === "abstained") show(`REFUSED trend: ${question} ${answer.reason}`);
      }
      onProgress(`${turn + 1} of ${companies.length} companies, ${outcomes.length} questions`);
    }
  } finally {
    await services.close();
  }
  return { figures: figuresOf(outcomes), rows: rowsOf(outcomes) };
};

async function ask(services: Services, question: string): Promise<Answer> {
  const request = { question, selection: null, company: null, asOf: null, documentId: null };
  for await (const event of services.ask(request, new AbortController().signal)) {
    if (event.kind === "failed") throw new Error(`${question}: ${event.error.message}`);
    if (event.kind === "answer") return event.answer;
  }
  throw new Error(`${question}: no answer`);
}

/** In single units; null where no number is given. */
function unscaled({ value }: Answer): number | null {
  return value === null ? null : value.value * value.scale;
}

function isRight(value: number, { values, allowance }: AskedFigure): boolean {
  return values.some((wanted) => Math.abs(value - wanted) <= allowance);
}

function hasRow(answer: Answer): boolean {
  return answer.statements.some(({ text }) => text[0]?.kind === "text" && /^Year by year/.test(text[0].text));
}

function figuresOf(outcomes: readonly Outcome[]): Figure[] {
  return (["tuned", "kept"] as const).flatMap((part): Figure[] => {
    const of = (group: Outcome["group"], result?: Outcome["result"]): number =>
      outcomes.filter(
        (one) => one.part === part && one.group === group && (result === undefined || one.result === result),
      ).length;
    if (of("figure") === 0) return [];
    const asked = `of ${of("figure")}`;
    const told = `of ${of("narrative")}`;
    return [
      { name: "figures right", part, value: of("figure", "right"), unit: asked, bar: null },
      { name: "figures wrong", part, value: of("figure", "wrong"), unit: asked, bar: { atMost: bars.wrong } },
      {
        name: "figures refused",
        part,
        value: (100 * of("figure", "refused")) / of("figure"),
        unit: `% ${asked}`,
        bar: { atMost: bars.refusedPercent },
      },
      {
        name: "traps answered with a number",
        part,
        value: of("trap", "wrong"),
        unit: `of ${of("trap")}`,
        bar: { atMost: bars.trapsAnswered },
      },
      {
        name: "narratives with a word or a number that does not hold",
        part,
        value: of("narrative", "wrong"),
        unit: told,
        bar: { atMost: bars.narrativeFaults },
      },
      { name: "narratives refused", part, value: of("narrative", "refused"), unit: told, bar: null },
    ];
  });
}

function rowsOf(outcomes: readonly Outcome[]): Record<string, string | number>[] {
  return [...new Set(outcomes.map(({ group, kind }) => `${group}: ${kind}`))].flatMap((kind) =>
    (["tuned", "kept"] as const).map((part) => {
      const own = outcomes.filter((one) => one.part === part && `${one.group}: ${one.kind}` === kind);
      const count = (result: Outcome["result"]): number => own.filter((one) => one.result === result).length;
      return { kind, part, asked: own.length, right: count("right"), wrong: count("wrong"), refused: count("refused") };
    }),
  );
}
