import { z } from "zod";
import { isoDateSchema } from "./dates";
import { citationSchema, evidenceSchema } from "./evidence";
import { intentChoicesSchema, questionIntentSchema, sentIntentSchema } from "./intent";
import { numberReferenceSchema, richTextSchema, shownNumberSchema } from "./rich-text";
import { conceptIdSchema, unitKindSchema } from "./concept";

/** The selected range as the pane sends it: what is selected and what the model calls it. Nothing else of the workbook. */
export const selectionForQuestionSchema = z.object({
  workbook: z.string().max(255),
  sheet: z.string().max(255),
  range: z.string().max(60),
  cells: z
    .array(
      z.object({
        address: z.string().max(20),
        value: z.union([z.number(), z.string().max(2000), z.boolean(), z.null()]),
        /** "#REF!" and its kind; null where the cell holds no error. */
        error: z.string().max(20).nullable(),
        formula: z.string().max(8192).nullable(),
        numberFormat: z.string().max(255).nullable(),
        label: z.string().max(500).nullable(),
        period: z.string().max(60).nullable(),
        year: z.number().int().nullable(),
        quarter: z.number().int().min(1).max(4).nullable(),
        phase: z.enum(["actual", "forecast", "unknown"]),
        concept: conceptIdSchema.nullable(),
        unit: unitKindSchema,
        scale: z.number().nullable(),
        /** The cells its formula reads, with their labels and values, at most a dozen. */
        precedents: z
          .array(
            z.object({
              sheet: z.string().max(255),
              address: z.string().max(60),
              label: z.string().max(500).nullable(),
              value: z.union([z.number(), z.string().max(2000), z.boolean(), z.null()]),
            }),
          )
          .max(24),
      }),
    )
    .max(400),
});
export type SelectionForQuestion = z.infer<typeof selectionForQuestionSchema>;

/** POST /api/ask, answered as server-sent events. */
export const askRequestSchema = z.object({
  question: z.string().min(1, "ask something").max(4000, "a question has at most 4,000 characters"),
  selection: selectionForQuestionSchema.nullable(),
  company: z.string().max(200).nullable(),
  asOf: isoDateSchema.nullable(),
  documentId: z.string().max(200).nullable(),
  /** What the question is about as the reader has set it; left out, the question is read anew. */
  intent: sentIntentSchema.optional(),
});
export type AskRequest = z.infer<typeof askRequestSchema>;

export const statementOfAnswerSchema = z.object({
  text: richTextSchema,
  citations: z.array(citationSchema),
});
export type StatementOfAnswer = z.infer<typeof statementOfAnswerSchema>;

/** Present where the answer is one number, in the unit and scale asked for. */
export const answerValueSchema = z.object({
  value: z.number(),
  unit: z.string(),
  scale: z.number(),
  formula: z.string().nullable(),
  operands: z.array(z.object({ name: z.string(), number: shownNumberSchema, citation: citationSchema.nullable() })),
  reference: numberReferenceSchema,
});
export type AnswerValue = z.infer<typeof answerValueSchema>;

export const machineStateSchema = z.enum([
  "understand",
  "gather",
  "calculate",
  "draft",
  "check",
  "revise",
  "answered",
  "abstained",
]);
export type MachineState = z.infer<typeof machineStateSchema>;

/** One step of the way, for the reader and the log: what was sent, found, refused, and what it cost. */
export const traceEntrySchema = z.object({
  state: machineStateSchema,
  note: z.string(),
  /** To whom something was sent, and how much; null where nothing left the process. */
  sent: z.object({ to: z.string(), characters: z.number().int(), model: z.string().nullable() }).nullable(),
  tokens: z.object({ input: z.number().int(), output: z.number().int() }).nullable(),
  ms: z.number(),
});
export type TraceEntry = z.infer<typeof traceEntrySchema>;

export const answerSchema = z.object({
  status: z.enum(["answered", "abstained"]),
  /** Why it abstained, for the analyst; null where it answered. */
  reason: z.string().nullable(),
  statements: z.array(statementOfAnswerSchema),
  value: answerValueSchema.nullable(),
  nextQuestions: z.array(z.string()),
  /** Who wrote the words: our facts-and-formulas answer, or a language model whose draft passed the checks. */
  writtenBy: z.enum(["facts-and-formulas", "language-model"]),
  /** Why a configured language model's words are not shown; null where they are, or none is configured. */
  fellBackBecause: z.string().nullable(),
  intent: questionIntentSchema,
  /** What the reader could set instead; left out where nobody looked. */
  choices: intentChoicesSchema.optional(),
  evidence: z.array(evidenceSchema),
  trace: z.array(traceEntrySchema),
});
export type Answer = z.infer<typeof answerSchema>;

/** What travels in the event stream of /api/ask; `event:` is the kind, `data:` the JSON. */
export const askEventSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), entry: traceEntrySchema }),
  z.object({ kind: z.literal("found"), evidence: z.array(evidenceSchema) }),
  /** Unchecked words while a model drafts, all of them so far: shown as a draft, never as an answer. */
  z.object({ kind: z.literal("draft"), text: z.string() }),
  z.object({ kind: z.literal("answer"), answer: answerSchema }),
  z.object({
    kind: z.literal("failed"),
    error: z.object({ code: z.string(), message: z.string(), requestId: z.string().nullable() }),
  }),
]);
export type AskEvent = z.infer<typeof askEventSchema>;
