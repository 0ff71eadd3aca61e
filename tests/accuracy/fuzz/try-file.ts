import { isAppError } from "../../../src/contracts/app-error";
import { type ParsedDocument } from "../../../src/contracts/document";
import { readDocument } from "../../../src/filings/read-document";
import { brokenPromise, foreignFact } from "./check-reading";

export interface Tried {
  readonly outcome: "read" | "read with a warning" | "refused" | "FAILED";
  /** Of a failure: what is wrong. */
  readonly why: string;
  readonly cpuMs: number;
}

/** Reads one damaged file: a typed error or a reading that holds together is right, anything else is a failure. */
export async function tryFile(bytes: Uint8Array, fileName: string, whole: ParsedDocument | null): Promise<Tried> {
  const before = process.cpuUsage();
  const cpuMs = (): number => {
    const used = process.cpuUsage(before);
    return (used.user + used.system) / 1e3;
  };
  let read: ParsedDocument;
  try {
    read = await readDocument(bytes, { fileName });
  } catch (error) {
    const isTyped = isAppError(error) && error.code.startsWith("filings/");
    return { outcome: isTyped ? "refused" : "FAILED", why: isTyped ? "" : describe(error), cpuMs: cpuMs() };
  }
  const spentMs = cpuMs();
  const why = brokenPromise(read) ?? (whole === null ? null : (foreignFact(read, whole) ?? silentCut(read, whole)));
  if (why !== null) return { outcome: "FAILED", why, cpuMs: spentMs };
  return { outcome: read.warnings.length > 0 ? "read with a warning" : "read", why: "", cpuMs: spentMs };
}

/** A page says where it ends: one that stops before says so. Plain text cannot. */
function silentCut(read: ParsedDocument, whole: ParsedDocument): string | null {
  const isPage = whole.facts.some(({ source }) => source === "tagged") && whole.warnings.length === 0;
  const isShorter = read.text.length < whole.text.length * 0.98;
  return isPage && isShorter && read.warnings.length === 0 ? "it was cut and says nothing of it" : null;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ""}`.slice(0, 600) : String(error);
}
