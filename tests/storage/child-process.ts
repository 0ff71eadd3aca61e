import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with all lines so far once there are `count` of them. */
  lines(count: number): Promise<string[]>;
  allLines(): string[];
  /** As `kill -9` does: nothing of it runs any more. */
  kill(): Promise<void>;
}

/** One of the scripts beside this file in a process of its own. */
export function startChild(script: string, ...words: readonly string[]): Child {
  const child = spawn(process.execPath, ["--require", "tsx/cjs", path.join(__dirname, script), ...words], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: path.resolve(__dirname, "../.."),
  });
  let output = "";
  const complete = () => output.split("\n").slice(0, -1);
  const waiting: (() => void)[] = [];
  child.stdout.on("data", (data: Buffer) => {
    output += data.toString();
    for (const check of waiting) check();
  });
  return {
    process: child,
    lines: (count) =>
      new Promise((resolve, reject) => {
        const check = () => complete().length >= count && resolve(complete());
        waiting.push(check);
        child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
        check();
      }),
    allLines: complete,
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once("close", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}
