import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { inflatedSize } from "../../src/cli/inflated-size";
import { runCli } from "./run-cli";

jest.setTimeout(180_000);

const note = (words: string): string =>
  `# After the call\n\n${words} The order book is a third lower than a year ago, and inventory days rise again.\n\n${"We do not believe the margin of the second half. ".repeat(3)}\n`;

describe("a folder of filings", () => {
  let folder: string;
  const write = (name: string, content: string | Uint8Array): Promise<void> =>
    writeFile(path.join(folder, name), content);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-many-"));
    await mkdir(path.join(folder, "all/below/deep"), { recursive: true });
    await mkdir(path.join(folder, "all/.hidden"));
    await write("all/a.md", note("Guidance was repeated."));
    await write("all/below/b.md", note("Guidance was cut."));
    await write("all/below/deep/c.md.gz", gzipSync(note("Guidance was raised.")));
    await write("all/below/deep/a.md", note("Another note of the same name."));
    await write("all/copy-of-a.md", note("Guidance was repeated."));
    await write("all/archive.zip", "PK");
    await write("all/empty.htm", "");
    await write("all/.hidden/d.md", note("Kept by a program."));
    await symlink("..", path.join(folder, "all/below/round"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("is read with all below it, and what is not is said with its reason", async () => {
    const added = await runCli(folder, "filings", "add", "all", "--data", "data", "--json");
    expect(added.code).toBe(1);
    const result = added.json<{
      added: { document: { id: string } }[];
      failed: { file: string; why: string }[];
      passedOver: { file: string; why: string }[];
    }>();
    expect(result.added.map(({ document }) => document.id).sort()).toEqual(["a", "b", "c"]);
    expect(result.passedOver).toEqual([
      { file: "all/archive.zip", why: "files of this kind are not read" },
      { file: "all/below/round", why: "links to folders are not followed" },
      { file: "all/copy-of-a.md", why: "it is the same as all/a.md, byte for byte" },
    ]);
    expect(result.failed).toEqual([
      { file: "all/below/deep/a.md", why: expect.stringContaining("Give one of them another name.") as string },
      { file: "all/empty.htm", why: expect.stringContaining('"empty.htm" is not a filing: it is empty.') as string },
    ]);
    expect(added.stderr).toContain("6 files in 3 folders; 2 passed over.");
    expect(added.stderr).toContain("   note: no company stated; give --company\n   note: no day stated; give --date\n");
    expect(added.stderr).toContain("2 of 5 files were not added; the reason stands above. The others are stored.");
  });

  it("is told by what its files hold, not by how they are packed", async () => {
    expect(await inflatedSize(path.join(folder, "all/below/deep/c.md.gz"))).toBe(note("Guidance was raised.").length);
    expect(await inflatedSize(path.join(folder, "all/archive.zip"))).toBe(2);
    expect(await inflatedSize(path.join(folder, "all/nowhere.htm"))).toBe(0);
  });

  it("is listed in words, without question marks", async () => {
    const { stdout } = await runCli(folder, "filings", "list", "--data", "data");
    expect(stdout.split("\n")[0]).toBe("a  no company stated  your own note  undated  1 passage  0 facts");
  });

  it("says what a line of a batch lacks", async () => {
    await write("batch.jsonl", '{"query": "margin"}\n{"id": 1}\n{"id": 2, "query": "x", "asOf": "2024-02-30"}\n[]\n');
    const run = await runCli(folder, "search", "--batch", "batch.jsonl", "--data", "data");
    expect(run.lines().map(({ error }) => (error as { message: string }).message.split(". Each line")[0])).toEqual([
      'Line 1 of "batch.jsonl" cannot be used: it has no "id", a text or a number by which its answer is known',
      'Line 2 of "batch.jsonl" cannot be used: it has no "query", the text of the question',
      'Line 3 of "batch.jsonl" cannot be used: its "asOf" does not do: there is no such day in the calendar',
      'Line 4 of "batch.jsonl" cannot be used: it is no JSON object',
    ]);
  });
});
