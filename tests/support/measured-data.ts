import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";

/** Where the measuring data by others stands; null where it is absent. Never committed, quoted or shipped. */
export function measuredDataFolder(): string | null {
  const folder = process.env["MARGINALIA_TEST_DATA"] ?? path.resolve(__dirname, "../../../shared/data");
  return existsSync(folder) ? folder : null;
}

/**
 * Which part a file belongs to: "tuned" may be read while rules are written, "kept" is looked at rarely.
 * Chosen by a hash of the name, one in three kept, so that nobody chose it.
 */
export function partOf(name: string): "tuned" | "kept" {
  return createHash("sha1").update(name).digest()[0]! % 3 === 0 ? "kept" : "tuned";
}

/**
 * The same for questions about companies: all of a company's questions fall into one part, whatever name its files
 * carry, because what is learnt of one of its reports holds for the next.
 */
export function partOfCompany(company: string): "tuned" | "kept" {
  return partOf(company);
}
