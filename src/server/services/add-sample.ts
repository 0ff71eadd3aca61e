import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { isoDateSchema } from "../../contracts/dates";
import { type Services } from "./services";

const sampleFolder = path.resolve(__dirname, "../../../assets/sample/filings");

const indexSchema = z.array(
  z.object({
    file: z.string(),
    form: z.string(),
    periodEnd: isoDateSchema,
    filed: isoDateSchema,
    company: z.string(),
    ticker: z.string(),
    cik: z.string(),
    fictional: z.literal(true),
  }),
);

/** Reads in the made-up company's filings, once; what is there already is left alone. */
export async function addSample(services: Services, onProgress: (line: string) => void): Promise<void> {
  const index = indexSchema.parse(JSON.parse(readFileSync(path.join(sampleFolder, "index.json"), "utf8")));
  const { documents } = await services.listDocuments();
  const stored = new Set(documents.map((document) => document.id));
  for (const { file, ...hints } of index) {
    if (stored.has(path.parse(file).name)) continue;
    const added = await services.addFiling(path.join(sampleFolder, file), hints);
    onProgress(`read ${file}: ${added.passages} passages, ${added.facts} facts`);
  }
}
