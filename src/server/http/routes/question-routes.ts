import { type FastifyInstance } from "fastify";
import { type ZodTypeProvider } from "fastify-type-provider-zod";
import { type AskEvent, askRequestSchema } from "../../../contracts/answer";
import { errorBodySchema } from "../../../contracts/app-error";
import { evidenceRequestSchema, evidenceResponseSchema } from "../../../contracts/evidence-request";
import { searchRequestSchema, searchResponseSchema } from "../../../contracts/search";
import { type Services } from "../../services/services";
import { describeError } from "../error-status";
import { sendEvents } from "../event-stream";

const failures = { "4xx": errorBodySchema, "5xx": errorBodySchema };

/** What a pane asks: evidence for rows, an answer to a question, passages for words. */
export function questionRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const running = new Set<AbortController>();
  // A stream may run for minutes: a server that is told to stop ends them, rather than waiting for their last word.
  app.addHook("preClose", async () => {
    for (const cancelled of running) cancelled.abort();
  });

  typed.post(
    "/api/evidence",
    {
      schema: {
        summary: "Filing evidence for rows of a model",
        description:
          "Ticks historical values against reported facts and comments on forecasts. Send labels, periods and values only.",
        body: evidenceRequestSchema,
        response: { 200: evidenceResponseSchema, ...failures },
      },
    },
    async (request) => services.findEvidence(request.body),
  );

  typed.post(
    "/api/search",
    {
      schema: {
        summary: "Passages for a question",
        body: searchRequestSchema,
        response: { 200: searchResponseSchema, ...failures },
      },
    },
    async (request) => services.search(request.body),
  );

  typed.post(
    "/api/ask",
    {
      schema: {
        summary: "An answer, as server-sent events",
        description:
          "Each event's name is its kind (progress, found, draft, answer, failed); its data is an AskEvent as JSON. The stream ends with one answer or one failed event.",
        body: askRequestSchema,
        produces: ["text/event-stream"],
      },
    },
    async (request, reply) => {
      const cancelled = new AbortController();
      running.add(cancelled);
      try {
        await sendEvents(reply, endingWell(services.ask(request.body, cancelled.signal), request.id), () =>
          cancelled.abort(),
        );
      } finally {
        running.delete(cancelled);
      }
    },
  );
}

/** A stream that has begun cannot become an HTTP error: what fails later is its last event. */
async function* endingWell(events: AsyncIterable<AskEvent>, requestId: string): AsyncGenerator<AskEvent> {
  try {
    yield* events;
  } catch (error) {
    const { body } = describeError(error, requestId);
    yield { kind: "failed", error: { code: body.error.code, message: body.error.message, requestId } };
  }
}
