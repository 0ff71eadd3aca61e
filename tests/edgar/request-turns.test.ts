import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openRequestTurns } from "../../src/edgar/request-turns";
import { usualTimes } from "../../src/edgar/edgar-settings";
import { virtualTimer } from "./virtual-timer";

describe("turns for requests", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-turns-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("never let more than ten requests start within a second, over all that share the folder", async () => {
    const starts: number[] = [];
    const worker = async (): Promise<void> => {
      // Each process has its own sense of time; only the folder is common.
      const timer = virtualTimer();
      const turns = openRequestTurns(folder, usualTimes.turnMs, timer);
      for (let request = 0; request < 20; request++) {
        await turns.take();
        starts.push(timer.nowMs());
      }
    };

    await Promise.all([worker(), worker(), worker()]);

    starts.sort((a, b) => a - b);
    const mostInASecond = Math.max(
      ...starts.map((at) => starts.filter((other) => other >= at && other < at + 1000).length),
    );
    expect(starts).toHaveLength(60);
    expect(new Set(starts).size).toBe(60);
    expect(mostInASecond).toBeLessThanOrEqual(10);
  });

  it("are not given while somebody was told to be silent, whichever process was told", async () => {
    const timer = virtualTimer();
    await openRequestTurns(folder, 100, timer).shutOut(timer.nowMs() + 5_000);

    const refused = await openRequestTurns(folder, 100, timer).take();
    await timer.wait(5_001);

    expect(refused).toEqual({ shutOutUntilMs: 1_005_000 });
    expect(await openRequestTurns(folder, 100, timer).take()).toBeNull();
  });

  it("do not shorten a silence that is longer", async () => {
    const timer = virtualTimer();
    const turns = openRequestTurns(folder, 100, timer);
    await turns.shutOut(timer.nowMs() + 9_000);
    await turns.shutOut(timer.nowMs() + 1_000);

    expect(await turns.take()).toEqual({ shutOutUntilMs: 1_009_000 });
  });

  it("go on where the clock was set back or the machine slept, and forget a silence nobody asked for", async () => {
    const timer = virtualTimer(10_000_000);
    const turns = openRequestTurns(folder, 100, timer);
    for (let request = 0; request < 100; request++) await turns.take();
    timer.set(timer.nowMs() - 3600_000);
    const before = timer.nowMs();
    expect(await turns.take()).toBeNull();
    expect(timer.nowMs() - before).toBeLessThanOrEqual(100);

    // Asleep for eight hours in the middle of the wait for its turn: that turn is long over, a new one is taken.
    timer.sleepInNextWait(8 * 3600_000);
    const evening = timer.nowMs();
    expect(await turns.take()).toBeNull();
    expect(timer.nowMs()).toBeGreaterThanOrEqual(evening + 8 * 3600_000);
    expect(await readdir(folder)).toContain(`turn-${Math.floor(timer.nowMs() / 100)}`);

    // Written while the clock stood a year ahead.
    await writeFile(path.join(folder, "shut-out-until"), String(timer.nowMs() + 365 * 24 * 3600_000));
    expect(await turns.take()).toBeNull();
  });

  it("leave no heap of files behind", async () => {
    const timer = virtualTimer();
    const turns = openRequestTurns(folder, 100, timer);
    for (let request = 0; request < 200; request++) await turns.take();

    expect((await readdir(folder)).length).toBeLessThan(140);
  });
});
