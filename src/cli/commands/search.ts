import { dayWords, formWords } from "../../contracts/document-words";
import { type IsoDate } from "../../contracts/dates";
import { type Evidence } from "../../contracts/evidence";
import { searchRequestSchema } from "../../contracts/search";
import { type Services } from "../../server/services/services";
import { type Output } from "../output";
import { checkQuestion } from "../check-question";
import { type BatchLine } from "../read-batch";
import { runBatch } from "../run-batch";
import { withServices } from "../with-services";
import { UsageError } from "../cli-errors";

export interface SearchOptions {
  readonly k: number;
  readonly document?: string;
  readonly company?: string;
  readonly asOf?: IsoDate;
  readonly data?: string;
  readonly batch?: string;
}

/** Passages for a query, or for each line of a batch. */
export async function search(query: string | undefined, options: SearchOptions, output: Output): Promise<void> {
  if ((query === undefined) === (options.batch === undefined))
    throw new UsageError("Give a query, or --batch FILE, and not both.");
  await withServices(options.data, async (services) => {
    if (options.batch !== undefined) {
      await runBatch(options.batch, output, (line) =>
        runOne(services, { ...optionsAsLine(options), ...line }, options.k),
      );
      return;
    }
    const found = await runOne(services, { ...optionsAsLine(options), id: "1", query: query! }, options.k);
    output.result(found, () => found.results.map(describeResult).join("\n\n") || "Nothing found.");
  });
}

function optionsAsLine(options: SearchOptions): Omit<BatchLine, "id" | "query"> {
  return {
    ...(options.document === undefined ? {} : { document: options.document }),
    ...(options.company === undefined ? {} : { company: options.company }),
    ...(options.asOf === undefined ? {} : { asOf: options.asOf }),
  };
}

async function runOne(services: Services, line: BatchLine, k: number) {
  const startedMs = performance.now();
  const { intent, results } = await services.search(
    checkQuestion(searchRequestSchema, {
      query: line.query,
      k,
      company: line.company ?? null,
      documentId: line.document ?? null,
      asOf: line.asOf ?? null,
    }),
  );
  return {
    id: line.id,
    intent,
    results: results.map(asResult),
    ms: Math.round((performance.now() - startedMs) * 10) / 10,
  };
}

function asResult(evidence: Evidence) {
  const { document, page, part, item, passageId, kind, text, score } = evidence;
  return {
    document: document.id,
    page,
    part,
    item,
    passageId,
    kind,
    text,
    score,
    form: document.form,
    called: formWords(document),
    day: dayWords(document),
    period: document.periodEnd,
    filed: document.filed,
  };
}

function describeResult(result: ReturnType<typeof asResult>): string {
  const where = [
    result.called,
    result.period,
    result.part && `Part ${result.part}`,
    result.item && `Item ${result.item}`,
    result.page && `page ${result.page}`,
  ]
    .filter(Boolean)
    .join(", ");
  return `${result.document} (${where}; ${result.day}; score ${result.score.total.toFixed(2)})\n${result.text.slice(0, 400)}`;
}
