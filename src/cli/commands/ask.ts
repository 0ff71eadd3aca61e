import path from "node:path";
import { reviewWorkbook } from "../../audit/review-workbook";
import { askRequestSchema, type Answer, type SelectionForQuestion } from "../../contracts/answer";
import { type IsoDate } from "../../contracts/dates";
import { numbersIn, plainText } from "../../contracts/rich-text";
import { describeSelection } from "../../model/describe-selection";
import { ReviewedWorkbook } from "../../model/reviewed-workbook";
import { type Services } from "../../server/services/services";
import { readXlsx } from "../../workbook/read-xlsx";
import { selectRange } from "../../workbook/select-range";
import { AskFailedError, UsageError } from "../cli-errors";
import { type Output } from "../output";
import { checkQuestion } from "../check-question";
import { type BatchLine } from "../read-batch";
import { runBatch } from "../run-batch";
import { readFileBytes } from "../read-file-bytes";
import { withServices } from "../with-services";

export interface AskOptions {
  readonly document?: string;
  readonly company?: string;
  readonly asOf?: IsoDate;
  readonly workbook?: string;
  readonly range?: string;
  readonly data?: string;
  readonly batch?: string;
}

const largestWorkbookBytes = 200_000_000;

interface Asking {
  readonly selection: SelectionForQuestion | null;
  readonly company: string | null;
}

/** An answer to one question, or to each line of a batch. */
export async function ask(question: string | undefined, options: AskOptions, output: Output): Promise<void> {
  if ((question === undefined) === (options.batch === undefined))
    throw new UsageError("Give a question, or --batch FILE, and not both.");
  if ((options.workbook === undefined) !== (options.range === undefined))
    throw new UsageError("--workbook and --range go together.");
  const about = await readAbout(options);
  await withServices(options.data, async (services) => {
    if (options.batch !== undefined) {
      await runBatch(options.batch, output, (line) => answerOne(services, line, options, about));
      return;
    }
    const answered = await answerOne(services, { id: "1", query: question! }, options, about);
    output.result(answered, () => describe(answered));
  });
}

async function readAbout(options: AskOptions): Promise<Asking> {
  if (options.workbook === undefined || options.range === undefined) return { selection: null, company: null };
  const snapshot = readXlsx(
    await readFileBytes(options.workbook, largestWorkbookBytes),
    path.basename(options.workbook),
  );
  const { model } = reviewWorkbook(snapshot, { clock: () => performance.now() });
  const selected = selectRange(snapshot, options.range);
  return {
    selection: describeSelection(selected, new ReviewedWorkbook(snapshot, model)),
    company: model.company?.name ?? null,
  };
}

async function answerOne(services: Services, line: BatchLine, options: AskOptions, about: Asking) {
  const startedMs = performance.now();
  const request = checkQuestion(askRequestSchema, {
    question: line.query,
    selection: about.selection,
    company: line.company ?? options.company ?? about.company,
    asOf: line.asOf ?? options.asOf ?? null,
    documentId: line.document ?? options.document ?? null,
  });
  const answer = await finalAnswer(services, request);
  return asResult(line.id, answer, Math.round((performance.now() - startedMs) * 10) / 10);
}

async function finalAnswer(services: Services, request: Parameters<Services["ask"]>[0]): Promise<Answer> {
  for await (const event of services.ask(request, new AbortController().signal)) {
    if (event.kind === "answer") return event.answer;
    if (event.kind === "failed") throw new AskFailedError(event.error.code, event.error.message);
  }
  throw new AskFailedError("reasoning/no-answer", "The question ended without an answer. Try it again.");
}

function asResult(id: string, answer: Answer, ms: number) {
  return {
    id,
    status: answer.status,
    reason: answer.reason,
    statements: answer.statements.map((statement) => ({
      text: plainText(statement.text),
      citations: statement.citations.map(({ document, page, part, item, quote, readFromTable }) => ({
        document: document.id,
        page,
        part,
        item,
        quote,
        ...(readFromTable === true ? { readFromTable } : {}),
      })),
      numbers: numbersIn(statement.text),
    })),
    value:
      answer.value === null
        ? null
        : {
            number: answer.value.value,
            unit: answer.value.unit,
            scale: answer.value.scale,
            formula: answer.value.formula,
            operands: answer.value.operands,
          },
    nextQuestions: answer.nextQuestions,
    writtenBy: answer.writtenBy,
    intent: answer.intent,
    ...(answer.choices === undefined ? {} : { choices: answer.choices }),
    evidence: answer.evidence.map(({ passageId, document, page, score }) => ({
      passageId,
      document: document.id,
      page,
      score,
    })),
    trace: answer.trace,
    ms,
  };
}

function describe(result: ReturnType<typeof asResult>): string {
  const statements = result.statements.flatMap((statement) => [
    statement.text,
    ...statement.citations.map(
      (citation) =>
        `   ${citation.document}${citation.item === null ? "" : `, Item ${citation.item}`}${citation.readFromTable === true ? ", read from a table, not tagged" : ""}: “${citation.quote}”`,
    ),
  ]);
  const reason = result.reason === null ? [] : [result.reason];
  const next =
    result.nextQuestions.length === 0
      ? []
      : ["You could ask next:", ...result.nextQuestions.map((question) => `   ${question}`)];
  return [...reason, ...statements, ...next].join("\n");
}
