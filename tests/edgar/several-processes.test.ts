import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { environmentWithoutSettings } from "../support/environment-without-settings";
import { startEdgarServer, submissionText, type EdgarServer } from "../support/edgar-server";

jest.setTimeout(120_000);

const loader = pathToFileURL(require.resolve("tsx")).href;
const text = submissionText("10-K", "2025-02-18", "We make kettles.");

describe("three processes of one user", () => {
  let folder: string;
  let server: EdgarServer;
  const start = (cik: number, count: number): ChildProcess =>
    spawn(
      process.execPath,
      [
        "--import",
        loader,
        path.join(__dirname, "burst-of-requests.ts"),
        server.url,
        folder,
        String(cik),
        String(count),
      ],
      { env: environmentWithoutSettings(), stdio: "ignore" },
    );
  const over = (child: ChildProcess): Promise<number | null> =>
    new Promise((resolve) => child.once("close", (code) => resolve(code)));
  /** When each company was asked for. */
  const times = (cik: number): number[] =>
    server.requests.filter(({ path: asked }) => asked.includes(`/data/${cik}/`)).map(({ atMs }) => atMs);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-processes-"));
    server = await startEdgarServer();
    for (const cik of [1, 2, 3]) {
      for (let n = 1; n <= 99; n++) {
        const accession = `0009990001-25-${String(n).padStart(6, "0")}`;
        server.serve(`/Archives/edgar/data/${cik}/${accession.replaceAll("-", "")}/${accession}.txt`, text);
      }
    }
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("together ask at most ten times in any second, each in its turn, and go on where one is killed", async () => {
    const [first, second, third] = [start(1, 25), start(2, 25), start(3, 99)];
    const ends = [first, second, third].map(over);
    while (times(3).length < 8) await new Promise((resolve) => setTimeout(resolve, 20));
    third.kill("SIGKILL");

    expect(await Promise.all(ends)).toEqual([0, 0, null]);
    const all = server.requests.map(({ atMs }) => atMs).sort((a, b) => a - b);
    const inSecondFrom = (from: number): number => all.filter((at) => at >= from && at < from + 1000).length;
    expect(Math.max(...all.map(inSecondFrom))).toBeLessThanOrEqual(10);
    expect([times(1).length, times(2).length]).toEqual([25, 25]);
    // While all three asked, each had its share.
    const together = Math.max(times(1)[0]!, times(2)[0]!, times(3)[0]!);
    const killed = times(3).at(-1)!;
    for (const cik of [1, 2]) {
      const shared = times(cik).filter((at) => at >= together && at <= killed).length;
      expect(shared).toBeGreaterThanOrEqual(Math.floor(times(3).filter((at) => at >= together).length / 3));
    }
    // The dead one's turn was the only one that went to waste.
    const after = all.filter((at) => at > killed);
    const longest = Math.max(...after.slice(1).map((at, n) => at - after[n]!));
    expect(longest).toBeLessThan(1500);
  });
});
