import { z } from "zod";
import { documentRefSchema } from "./document";

/** GET /api/status: what the pane tells its reader about the service behind it. */
export const serviceStatusSchema = z.object({
  version: z.string(),
  documents: z.number().int(),
  companies: z.array(z.string()),
  /** Null: no language model is configured, and nothing leaves this machine. */
  languageModel: z.object({ baseUrlHost: z.string(), model: z.string() }).nullable(),
  database: z.enum(["pglite", "postgresql"]),
});
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

/** GET /api/documents */
export const documentListSchema = z.object({
  documents: z.array(documentRefSchema.extend({ passages: z.number().int(), facts: z.number().int() })),
});
export type DocumentList = z.infer<typeof documentListSchema>;
