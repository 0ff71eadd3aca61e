import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openServices } from "../../../src/server/services/open-services";
import { type Services } from "../../../src/server/services/services";
import { fingerprintOfSource } from "./fingerprint-of-source";

/** Whatever a stored document depends on: how it is read, what is indexed of it, how it is kept. */
const entries = ["filings/read-document.ts", "filings/pdf/pdf-worker.cjs", "retrieval/index/index-document.ts"];

/**
 * All PDFs of a folder, read and stored by the product with nothing said about them but their names. Reading takes
 * minutes, so the store is kept in a temporary folder until the source of reading, indexing or storing changes.
 */
export async function openMeasuredStore(pdfs: string, onProgress: (line: string) => void): Promise<Services> {
  const cache = path.join(tmpdir(), "marginalia-financebench");
  const folder = path.join(cache, fingerprintOfSource([...entries, "storage/open-store.ts"], ["storage/migrations"]));
  if (!existsSync(folder)) {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    const unfinished = `${folder}.unfinished`;
    const services = await open(unfinished);
    for (const file of readdirSync(pdfs).filter((name) => name.endsWith(".pdf"))) {
      await services.addFiling(path.join(pdfs, file), {});
      onProgress(`read ${file}`);
    }
    await services.close();
    renameSync(unfinished, folder);
  }
  return open(folder);
}

function open(folder: string): Promise<Services> {
  return openServices({
    database: { kind: "pglite", folder },
    languageModel: null,
    edgar: null,
    logLevel: "silent",
  });
}
