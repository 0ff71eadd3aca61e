import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { differencesOf, interruptIngest } from "../support/interrupt-ingest";
import { type KillMoment, runIngest } from "../support/kill-ingest";
import { writeSmallFilings } from "../support/write-small-filings";
import { differencesBetween } from "../support/read-whole-store";
import { storesUnderTest } from "../storage/stores-under-test";

jest.setTimeout(300_000);

const moments: Record<"pglite" | "postgresql", KillMoment[]> = {
  pglite: [
    { afterAdded: 2, then: { kind: "written", what: "rows" } },
    { afterAdded: 0, then: { kind: "written", what: "checkpoint" } },
    { afterAdded: 2, then: { kind: "wait", ms: 0 } },
  ],
  postgresql: [
    { afterAdded: 2, then: { kind: "transaction" } },
    { afterAdded: 0, then: { kind: "wait", ms: 1_500 } },
    { afterAdded: 2, then: { kind: "wait", ms: 0 } },
  ],
};

describe.each(storesUnderTest)("an ingest into $name that is killed", ({ prepare }) => {
  it("goes on where it stood, and leaves what an undisturbed one leaves: nothing twice, nothing half", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "marginalia-killed-"));
    const [undisturbed, interrupted] = await Promise.all([prepare(), prepare()]);
    try {
      const files = writeSmallFilings(folder, 9);
      const [whole, { killed, last, addedTwice }] = await Promise.all([
        runIngest(files, undisturbed.location, null),
        interruptIngest(files, interrupted.location, moments[interrupted.location.kind]),
      ]);
      expect(whole).toMatchObject({ code: 0, added: { length: 9 } });
      expect(killed).toHaveLength(3);
      expect(killed[0]!.run.added).toEqual(["000-10-k-2000", "001-10-k-2000"]);
      expect(addedTwice).toEqual([]);
      // What a kill found stored but not yet said is there already, and is not stored again.
      expect(last.alreadyThere.length).toBeGreaterThanOrEqual(4);
      expect(await differencesOf(undisturbed.location, interrupted.location)).toEqual([]);
      if (interrupted.location.kind === "pglite") {
        expect(await readdir(interrupted.location.folder)).toEqual(["database"]);
      }
    } finally {
      await Promise.all([undisturbed.clear(), interrupted.clear(), rm(folder, { recursive: true, force: true })]);
    }
  });
});

it("a row that is missing, too many or stands twice is a difference", () => {
  const expected = new Map([["facts", ["a", "b"]]]);
  const found = new Map([["facts", ["b", "b", "c"]]]);
  expect(differencesBetween(expected, found)).toEqual([
    "facts: 1 expected, 0 found: a",
    "facts: 1 expected, 2 found: b",
    "facts: 0 expected, 1 found: c",
  ]);
  expect(differencesBetween(expected, expected)).toEqual([]);
});
