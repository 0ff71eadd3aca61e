import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { lockFolder } from "../../src/storage/folder-lock";
import { startMarkOf } from "../../src/storage/process-identity";
import { type Child, startChild } from "./child-process";

const quick = { heartbeatMs: 50, watchMs: 300 };

describe("the lock on a data folder", () => {
  let folder: string;
  let lockFile: string;
  const children: Child[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-lock-"));
    lockFile = path.join(folder, "marginalia.lock");
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.kill()));
    await rm(folder, { recursive: true, force: true });
  });

  const leaveLock = (holder: Record<string, unknown>) =>
    writeFileSync(lockFile, JSON.stringify({ host: hostname(), startMark: null, token: "left-behind", ...holder }));

  it("is taken once in a process, and free again after release", async () => {
    const lock = await lockFolder(folder, quick);
    await expect(lockFolder(folder, quick)).rejects.toMatchObject({
      code: "storage/folder-in-use",
      details: { folder, pid: process.pid },
    });
    await lock.release();
    expect(existsSync(lockFile)).toBe(false);
    await (await lockFolder(folder, quick)).release();
  });

  it("names the process that holds the folder, and is taken over once that one was killed", async () => {
    const child = startChild("hold-folder.ts", folder);
    children.push(child);
    await child.lines(1);
    const refusal = await lockFolder(folder, quick).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: "storage/folder-in-use", details: { pid: child.process.pid, folder } });
    expect((refusal as Error).message).toContain(`${folder} is in use by process ${child.process.pid}`);
    await child.kill();
    expect(existsSync(lockFile)).toBe(true);
    await (await lockFolder(folder, quick)).release();
  }, 20_000);

  it("is not fooled by another process that got the number of a dead one", async () => {
    if (startMarkOf(process.pid) === null) return;
    leaveLock({ pid: process.pid, startMark: "another boot/1" });
    await (await lockFolder(folder, quick)).release();
  });

  it("believes another machine as long as its heart beats", async () => {
    leaveLock({ pid: 1, host: "another-machine" });
    const beating = setInterval(() => utimesSync(lockFile, new Date(), new Date()), 50);
    await expect(lockFolder(folder, quick)).rejects.toMatchObject({ details: { host: "another-machine" } });
    clearInterval(beating);
    await (await lockFolder(folder, quick)).release();
  });

  it("takes over a lock file that says nothing", async () => {
    writeFileSync(lockFile, "{ half a lo");
    const lock = await lockFolder(folder, quick);
    expect(JSON.parse(readFileSync(lockFile, "utf8"))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it("lets one of many at the door in", async () => {
    leaveLock({ pid: 999_999_999 });
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, quick)));
    const held = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? attempt.value : []));
    expect(held).toHaveLength(1);
    await held[0]!.release();
  });

  it("tells its holder when the lock was taken from it, and leaves the new one alone", async () => {
    const lock = await lockFolder(folder, quick);
    const lost = new Promise<void>((resolve) => lock.onLost(resolve));
    leaveLock({ pid: 1, token: "somebody else's" });
    await lost;
    await lock.release();
    expect(existsSync(lockFile)).toBe(true);
  });
});
