import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { environmentWithoutSettings } from "../support/environment-without-settings";

const projectFolder = path.resolve(__dirname, "../..");
const loader = pathToFileURL(require.resolve("tsx")).href;

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The one JSON document of stdout. */
  json<Document = Record<string, unknown>>(): Document;
  /** Of a batch. */
  lines(): Record<string, unknown>[];
}

/** The command line as a person calls it, in a process of its own and in `folder`. */
export function runCli(folder: string, ...words: readonly string[]): Promise<CliRun> {
  return runCliWith(folder, {}, ...words);
}

export interface CliSettings {
  readonly environment?: Readonly<Record<string, string>>;
  /** Presses Ctrl-C once this comes true. */
  readonly stopWhen?: Promise<void>;
}

/** The same with something configured, or stopped in the middle. */
export async function runCliWith(
  folder: string,
  { environment = {}, stopWhen }: CliSettings,
  ...words: readonly string[]
): Promise<CliRun> {
  const child = spawn(process.execPath, ["--import", loader, path.join(projectFolder, "src/cli/main.ts"), ...words], {
    cwd: folder,
    env: { ...environmentWithoutSettings(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString("utf8")));
  void stopWhen?.then(() => child.kill("SIGINT"));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    code,
    stdout,
    stderr,
    json: <Document>() => JSON.parse(stdout) as Document,
    lines: () =>
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
