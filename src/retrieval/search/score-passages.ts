import { type ScoreTrace } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";
import { type RankedPassage } from "../../storage/store";
import { type DocumentFit } from "./document-fit";
import { standsInItem } from "../question/items-asked";
import { tokenize } from "../words/tokenize";

export interface ScoredPassage {
  readonly hit: RankedPassage;
  readonly score: ScoreTrace;
}

export interface ScoringContext {
  readonly intent: QuestionIntent;
  /** Stems of the question's own words. */
  readonly askedTerms: ReadonlyMap<string, number>;
  /** True where the question names the statement itself. */
  readonly statementNamed: boolean;
  readonly fitOf: (documentId: string) => DocumentFit;
}

/** What each part may add at most; measured together, so change one only with `npm run accuracy` beside it. */
const weights = {
  words: 1,
  heading: 0.2,
  statementNamed: 0.8,
  statementImplied: 0.5,
  statementOfAReason: 0.12,
  section: 0.25,
  table: 0.2,
  contentsPage: -0.5,
  boilerplate: -0.3,
  document: 0.45,
  neighbour: 0.08,
} as const;

/** Best first. Each part stands in the trace by name, and the parts add up to the total. */
export function scorePassages(hits: readonly RankedPassage[], context: ScoringContext): ScoredPassage[] {
  const bestWords = Math.max(...hits.map((hit) => hit.lexicalScore), 1e-9);
  const wordsAt = new Map(
    hits.map((hit) => [`${hit.document.id} ${hit.passage.ordinal}`, hit.lexicalScore / bestWords]),
  );
  return hits
    .map((hit) => ({ hit, score: traceOf(partsOf(hit, context, bestWords, wordsAt)) }))
    .sort((a, b) => b.score.total - a.score.total || a.hit.passage.id.localeCompare(b.hit.passage.id));
}

type Part = ScoreTrace["parts"][number];

function partsOf(
  hit: RankedPassage,
  context: ScoringContext,
  bestWords: number,
  wordsAt: ReadonlyMap<string, number>,
): Part[] {
  const { passage, document, marks } = hit;
  const { intent } = context;
  const parts: Part[] = [
    { name: "words", value: weights.words * (hit.lexicalScore / bestWords), why: "BM25 over the best" },
  ];
  const add = (name: string, value: number, why: string | null) => {
    if (value !== 0) parts.push({ name, value, why });
  };
  add("heading", weights.heading * headingShare(hit, context.askedTerms), "words of the question in its headings");
  if (marks.statement !== null && intent.statements.includes(marks.statement)) {
    add(
      "statement",
      statementWeight(context) * marks.statementStrength,
      `looks like the ${marks.statement.replaceAll("-", " ")}`,
    );
  }
  const item = intent.items.findIndex((one) => standsInItem({ ...passage, form: document.form }, one));
  if (item >= 0) add("section", weights.section / (1 + 0.5 * item), `item ${passage.item}`);
  const wantsNumbers = intent.kind === "number" || intent.kind === "trend" || context.statementNamed;
  if (wantsNumbers) add("table", weights.table * Math.min(marks.numberShare, 0.5) * 2, "share of numbers in its text");
  if (marks.contentsPage) add("contents page", weights.contentsPage, "names everything, says nothing");
  if (passage.boilerplate) add("boilerplate", weights.boilerplate, "stands in every filing");
  const fit = context.fitOf(document.id);
  add("document", weights.document * fit.value, fit.why);
  const around = [passage.ordinal - 1, passage.ordinal + 1].map(
    (ordinal) => wordsAt.get(`${document.id} ${ordinal}`) ?? 0,
  );
  add("neighbour", weights.neighbour * Math.max(...around), "the passage beside it fits as well");
  return parts;
}

function statementWeight({ intent, statementNamed }: ScoringContext): number {
  if (statementNamed) return weights.statementNamed;
  switch (intent.kind) {
    case "number":
    case "trend":
    case "comparison":
    case "open":
      return weights.statementImplied;
    case "reason":
    case "risk":
    case "guidance":
    case "definition":
      return weights.statementOfAReason;
  }
}

function headingShare(hit: RankedPassage, asked: ReadonlyMap<string, number>): number {
  if (asked.size === 0) return 0;
  const headings = new Set(hit.passage.path.flatMap(tokenize));
  let shared = 0;
  let all = 0;
  for (const [term, weight] of asked) {
    all += weight;
    if (headings.has(term)) shared += weight;
  }
  return shared / all;
}

/** Rounded before they are added: what is shown adds up to what is shown. */
function traceOf(parts: readonly Part[]): ScoreTrace {
  const rounded = parts.map((part) => ({ ...part, value: Math.round(part.value * 10_000) / 10_000 }));
  const total = rounded.reduce((sum, part) => sum + part.value, 0);
  return { total: Math.round(total * 10_000) / 10_000, parts: rounded };
}
