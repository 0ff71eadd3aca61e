import { readFile, stat } from "node:fs/promises";
import { CannotReadError } from "./cli-errors";

/** The file's bytes; throws one clear error where it is missing, a folder, or larger than `limitBytes`. */
export async function readFileBytes(file: string, limitBytes: number): Promise<Uint8Array> {
  const found = await stat(file).catch((error: unknown) => {
    throw new CannotReadError(
      file,
      (error as NodeJS.ErrnoException).code === "EACCES" ? "you may not read it" : "there is no such file",
      error,
    );
  });
  if (found.isDirectory()) throw new CannotReadError(file, "it is a folder");
  if (found.size > limitBytes) throw new CannotReadError(file, `it has more than ${Math.round(limitBytes / 1e6)} MB`);
  return readFile(file).catch((error: unknown) => {
    throw new CannotReadError(file, "the file system refused", error);
  });
}
