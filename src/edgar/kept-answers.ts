import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import { type Validators } from "./edgar-ports";

const keptSchema = z.object({
  url: z.string(),
  fetchedMs: z.number(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  sha256: z.string(),
});

export interface KeptAnswer {
  readonly bytes: Uint8Array;
  readonly fetchedMs: number;
  readonly validators: Validators;
}

export interface KeptAnswers {
  /** Null where nothing is kept, or what is kept was damaged. */
  read(url: string): Promise<KeptAnswer | null>;
  write(url: string, answer: KeptAnswer): Promise<void>;
}

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

/** Answers as files of a folder, each with what is known of it beside it. */
export function openKeptAnswers(folder: string): KeptAnswers {
  const fileOf = (url: string): string => {
    const { host, pathname } = new URL(url);
    const readable = pathname.replace(/[^\w.-]+/g, "_").slice(-80);
    return path.join(folder, host.replace(/[^\w.-]+/g, "_"), `${hash(url).slice(0, 16)}${readable}`);
  };
  return {
    read: async (url) => {
      try {
        const file = fileOf(url);
        const kept = keptSchema.parse(JSON.parse(await readFile(`${file}.json`, "utf8")));
        const bytes = await inflate(await readFile(`${file}.gz`));
        if (hash(bytes) !== kept.sha256) return null;
        return { bytes, fetchedMs: kept.fetchedMs, validators: { etag: kept.etag, lastModified: kept.lastModified } };
      } catch {
        // Missing, cut or altered: the same for us, it is fetched again.
        return null;
      }
    },
    write: async (url, { bytes, fetchedMs, validators }) => {
      const file = fileOf(url);
      await mkdir(path.dirname(file), { recursive: true });
      await writeWhole(`${file}.gz`, await deflate(bytes, { level: 6 }));
      // The description comes last: without it, half an answer is no answer.
      await writeWhole(`${file}.json`, JSON.stringify({ url, fetchedMs, ...validators, sha256: hash(bytes) }));
    },
  };
}

/** Written aside and moved into place: a reader never sees a part. */
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, content);
  await rename(aside, file);
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
