import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { environmentWithoutSettings } from "./environment-without-settings";

export interface StartedServer {
  /** "http://127.0.0.1:PORT/" */
  readonly address: string;
  /** What it said on stdout and stderr. */
  log(): string;
  stop(): Promise<void>;
}

const projectFolder = path.resolve(__dirname, "../..");
const addressLine = /Marginalia is at (http:\/\/\S+)/;
/** The first start reads the sample's filings into an empty store. */
const startTimeoutMs = 90_000;
const stopTimeoutMs = 10_000;

/** The real server as a newcomer starts it, with an empty data folder of its own and nothing configured. */
export async function startServer(): Promise<StartedServer> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "marginalia-e2e-"));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "src/cli/main.ts", "serve", "--port", "0", "--data", dataFolder],
    { cwd: projectFolder, env: environmentWithoutSettings(), stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    const kill = setTimeout(() => child.kill("SIGKILL"), stopTimeoutMs);
    child.kill("SIGTERM");
    await ended;
    clearTimeout(kill);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    const address = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The server printed no address in ${startTimeoutMs} ms:\n${said}`)),
        startTimeoutMs,
      );
      const listen = (chunk: Buffer): void => {
        said += chunk.toString("utf8");
        const found = addressLine.exec(said)?.[1];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      };
      child.stdout.on("data", listen);
      child.stderr.on("data", listen);
      child.once("exit", (code, signal) => {
        clearTimeout(timer);
        reject(new Error(`The server ended with ${signal ?? `code ${code}`} before it printed its address:\n${said}`));
      });
    });
    return { address, log: () => said, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
