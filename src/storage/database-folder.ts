import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { CannotOpenStoreError } from "./storage-errors";

export interface DatabaseFolder {
  readonly folder: string;
  /** To be called once the database has started for the first time. */
  markComplete(): Promise<void>;
}

/**
 * The place of the embedded database in a data folder, ready to be opened or created. Throws `storage/cannot-open`.
 *
 * A database is created over seconds; a kill in between leaves half of one, which opens with obscure errors.
 * So two marks: one stands beside the database while it is created, one inside it from then on (inside, so that
 * it goes along where somebody copies the folder). Half a database never held anything and is made anew, but only
 * where our own mark says it is one: a folder somebody else filled is never touched.
 */
export async function prepareDatabaseFolder(dataFolder: string): Promise<DatabaseFolder> {
  const folder = path.join(dataFolder, "database");
  const complete = path.join(folder, "created-completely");
  const beingCreated = path.join(dataFolder, "marginalia-is-creating-the-database");
  if (existsSync(complete)) return { folder, markComplete: () => rm(beingCreated, { force: true }) };

  if (existsSync(beingCreated)) await rm(folder, { recursive: true, force: true });
  else await refuseWhatIsNotOurs(folder, dataFolder);
  await mkdir(folder, { recursive: true });
  // Only now, over an empty folder: what the mark allows to be removed was put there after it.
  await writeFile(
    beingCreated,
    "Marginalia is creating the database beside this file; both go if it is interrupted.\n",
  );
  return {
    folder,
    markComplete: async () => {
      await writeFile(complete, "The database beside this file was created completely.\n");
      await rm(beingCreated, { force: true });
    },
  };
}

async function refuseWhatIsNotOurs(folder: string, dataFolder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw notOurs(dataFolder, folder, error);
  });
  if (names.length > 0) throw notOurs(dataFolder, folder);
}

function notOurs(dataFolder: string, folder: string, cause?: unknown): CannotOpenStoreError {
  return new CannotOpenStoreError(
    dataFolder,
    `${folder} holds something Marginalia did not put there, and it is left alone; choose another folder with --data`,
    cause,
  );
}
