import { type FastifyInstance } from "fastify";
import { type ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { errorBodySchema } from "../../../contracts/app-error";
import { filingChangesRequestSchema, filingChangesSchema } from "../../../contracts/filing-changes";
import { type Services } from "../../services/services";

const { item, documentId, company, from, to, asOf } = filingChangesRequestSchema.shape;
const whichFilingSchema = z
  .object({
    item,
    documentId: documentId.default(null),
    company: company.default(null),
    from: from.default(null),
    to: to.default(null),
    asOf: asOf.default(null),
  })
  .refine((query) => query.documentId !== null || query.company !== null, {
    error: "say which company, or which filing by documentId",
  });

/** What a filing says otherwise than the one of the year before. */
export function changeRoutes(app: FastifyInstance, services: Services): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    "/api/changes",
    {
      schema: {
        summary: "An item of a filing against the same item of an earlier one, sentence by sentence",
        querystring: whichFilingSchema,
        response: { 200: filingChangesSchema, "4xx": errorBodySchema, "5xx": errorBodySchema },
      },
    },
    async (request) => services.filingChanges(request.query),
  );
}
