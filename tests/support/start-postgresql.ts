import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface RunningPostgresql {
  readonly url: string;
  stop(): void;
}

const nobody = { uid: 65_534, gid: 65_534 };

/** The server of DATABASE_URL, else one of our own where PostgreSQL is installed; null where neither is. */
export function startPostgresql(): RunningPostgresql | null {
  const given = process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") return { url: given, stop: () => undefined };
  const programs = programFolder();
  if (programs === null) return null;
  const folder = mkdtempSync(path.join(tmpdir(), "marginalia-postgresql-"));
  // It refuses to run as root: then it runs as the user that has nothing.
  const owner = process.getuid?.() === 0 ? nobody : {};
  if (owner === nobody) chownSync(folder, nobody.uid, nobody.gid);
  const run = (program: string, ...words: readonly string[]): boolean =>
    spawnSync(path.join(programs, program), words, { cwd: folder, stdio: "ignore", ...owner }).status === 0;
  const data = path.join(folder, "data");
  const stop = (): void => {
    run("pg_ctl", "stop", "-D", data, "-m", "immediate");
    rmSync(folder, { recursive: true, force: true });
  };
  const options = `-c listen_addresses='' -k ${folder}`;
  const started =
    run("initdb", "-D", data, "-U", "marginalia", "--auth=trust", "--encoding=UTF8", "--locale=C") &&
    run("pg_ctl", "start", "-w", "-D", data, "-l", path.join(folder, "log"), "-o", options);
  if (started) return { url: `postgresql://marginalia@localhost/postgres?host=${folder}`, stop };
  stop();
  return null;
}

function programFolder(): string | null {
  const versions = "/usr/lib/postgresql";
  const installed = existsSync(versions) ? readdirSync(versions).sort().reverse() : [];
  const folders = [...installed.map((version) => path.join(versions, version, "bin")), "/usr/local/pgsql/bin"];
  return folders.find((folder) => existsSync(path.join(folder, "initdb"))) ?? null;
}
