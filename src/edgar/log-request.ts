import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";

/** Writes down what is asked of EDGAR, before it is asked: a reader can see everything that ever left. */
export function logRequest(cacheFolder: string, url: string, at: Date): void {
  mkdirSync(cacheFolder, { recursive: true });
  appendFileSync(path.join(cacheFolder, "requests.log"), `${at.toISOString()} GET ${url}\n`);
}
