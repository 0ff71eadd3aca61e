import { type FastifyInstance } from "fastify";
import { type ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { errorBodySchema } from "../../../contracts/app-error";
import { passageContextSchema } from "../../../contracts/evidence";
import { documentListSchema, serviceStatusSchema } from "../../../contracts/service-status";
import { NotFoundError } from "../../server-errors";
import { type Services } from "../../services/services";

const failures = { "4xx": errorBodySchema, "5xx": errorBodySchema };

/** What stands behind the pane: its state, its documents, and a passage in its place. */
export function documentRoutes(app: FastifyInstance, services: Services): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();

  typed.get(
    "/api/status",
    {
      schema: {
        summary: "What this service has and whom it talks to",
        response: { 200: serviceStatusSchema, ...failures },
      },
    },
    async () => services.status(),
  );

  typed.get(
    "/api/documents",
    { schema: { summary: "The documents stored", response: { 200: documentListSchema, ...failures } } },
    async () => services.listDocuments(),
  );

  typed.get(
    "/api/passages/:id/context",
    {
      schema: {
        summary: "A passage with its neighbours",
        params: z.object({ id: z.string().min(1).max(300) }),
        querystring: z.object({ around: z.coerce.number().int().min(0).max(50).default(3) }),
        response: { 200: passageContextSchema, ...failures },
      },
    },
    async (request) => {
      const context = await services.passageContext(request.params.id, request.query.around);
      if (context === null) throw new NotFoundError("passage", request.params.id);
      return context;
    },
  );
}
