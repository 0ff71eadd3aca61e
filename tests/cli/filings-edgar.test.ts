import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { drip, startEdgarServer, type EdgarServer } from "../support/edgar-server";
import { archiveOf, larkfieldCik, larkfieldFilings, serveLarkfield } from "./larkfield";
import { type CliRun, runCliWith } from "./run-cli";

jest.setTimeout(300_000);

describe("a company's filings on the command line", () => {
  let folder: string;
  let server: EdgarServer;
  let data: string;
  let cache: string;
  let firstRun: CliRun;
  const environment = (userAgent = "Example Research research@example.com"): Record<string, string> => ({
    EDGAR_USER_AGENT: userAgent,
    EDGAR_DATA_URL: server.url,
    EDGAR_ARCHIVE_URL: server.url,
    // Turns are kept where all processes of a user find them; the tests' own are their own.
    TMPDIR: folder,
  });
  const run = (...words: string[]): Promise<CliRun> =>
    runCliWith(folder, { environment: environment() }, "filings", ...words, "--data", data);
  const asked = (): string[] => server.requests.map((request) => request.path);
  /** As if the lists had been fetched an hour before. */
  const letListsAge = async (): Promise<void> => {
    const kept = path.join(cache, new URL(server.url).host.replace(/[^\w.-]+/g, "_"));
    for (const name of (await readdir(kept)).filter((each) => each.endsWith(".json.json"))) {
      const file = path.join(kept, name);
      const description = JSON.parse(await readFile(file, "utf8")) as { fetchedMs: number };
      await writeFile(file, JSON.stringify({ ...description, fetchedMs: description.fetchedMs - 3600_000 }));
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-cli-edgar-"));
    data = path.join(folder, "data");
    cache = path.join(data, "edgar");
    server = await startEdgarServer();
    serveLarkfield(server);
    firstRun = await run("add", "lark.b", "--since", "2023-01-01");
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    server.requests.length = 0;
    server.storms.length = 0;
  });

  it("are added with progress, rate and time left, and summed up at the end", async () => {
    expect(firstRun.code).toBe(0);
    const lines = firstRun.stderr.trimEnd().split("\n");
    expect(lines[0]).toBe(
      "LARK.B: Larkfield Kettles, Inc. (formerly Larkfield Tinware Ltd until 2003-12-31): 4 filings to fetch, 4 kB.",
    );
    expect(lines[1]).toMatch(
      /^LARK\.B: 8-K filed 2025-02-20 \(0009990001-25-000003\): \d+ passages, 0 facts \[1 of 4, [\d.]+ MB\/s, \d+ s left\]$/,
    );
    expect(lines[2]).toMatch(/10-K filed 2025-02-18 \(0009990001-25-000002\): \d+ passages, 2 facts \[2 of 4/);
    expect(lines).toHaveLength(5);
    expect(firstRun.stdout).toBe("LARK.B: 4 filings added (1 8-K, 2 10-K, 1 10-K/A)\n");

    const log = (await readFile(path.join(cache, "requests.log"), "utf8")).trimEnd().split("\n");
    expect(log[0]).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z GET ${server.url}/files/company_tickers.json$`));
    expect(log.slice(0, 6).map((line) => line.slice(line.indexOf(server.url) + server.url.length))).toEqual([
      "/files/company_tickers.json",
      `/submissions/CIK${larkfieldCik}.json`,
      ...larkfieldFilings.filter(({ form }) => form !== "4").map(({ accession }) => archiveOf(accession)),
    ]);
  });

  it("keep the release that only the whole submission holds", async () => {
    const found = await runCliWith(
      folder,
      {},
      "search",
      "record orders copper kettles Lisbon",
      "--data",
      data,
      "--json",
    );
    const { results } = found.json<{ results: { text: string; document: string | { id: string } }[] }>();
    expect(results[0]?.text).toContain("record orders for copper kettles in Lisbon");
  });

  it("are not fetched again where nothing is new: only the lists are asked whether they changed", async () => {
    await letListsAge();
    const again = await run("add", "9990001", "--since", "2023-01-01");
    expect([again.code, again.stdout]).toEqual([0, "9990001: no filings added, 4 in the store before\n"]);
    expect(again.stderr).toContain(
      "nothing new, all 4 filings asked for are in the store; the newest is the 8-K filed 2025-02-20.",
    );
    expect(asked()).toEqual([`/submissions/CIK${larkfieldCik}.json`]);
    expect(server.requests[0]?.headers["if-none-match"]).toBe('"list-1"');
  });

  it("come from thirty years, under every name a form had, by number and with the main ticker", async () => {
    const other = path.join(folder, "old");
    const environmentOfOld = { environment: environment() };
    const added = await runCliWith(
      folder,
      environmentOfOld,
      "filings",
      "add",
      "9990001",
      "--form",
      "10-K,20-F,40-F,6-K",
      "--data",
      other,
      "--json",
    );
    type Added = { document: { form: string; filed: string; ticker: string; accession: string }; passages: number };
    const documents = added.json<{ added: Added[] }>().added;
    expect(documents.map(({ document }) => `${document.form} ${document.filed}`)).toEqual([
      "10-K 2025-02-18",
      "10-K/A 2024-04-30",
      "10-K 2024-02-20",
      "10-KT 2004-03-30",
      "6-K 2003-05-06",
      "20-F 2002-06-28",
      "40-F 2001-06-28",
      "10-K405 1999-03-30",
      "10-KSB 1997-03-28",
    ]);
    expect(documents.every(({ passages }) => passages > 0)).toBe(true);
    expect(new Set(documents.map(({ document }) => document.ticker))).toEqual(new Set(["LARK-A"]));
  });

  it("give the history of a figure, from what is stored and from EDGAR's list, and the two agree", async () => {
    const stored = await run("facts", "9990001", "Revenues");
    expect(stored.stdout).toContain("us-gaap:Revenues (USD), fiscal year 2024 (2024-01-01 to 2024-12-31): 1,234,000");
    expect(stored.stdout).toContain("1,100,000  10-K filed 2024-02-20 (0009990001-24-000001), and in 1 later filing");
    const listed = await run("facts", "LARK-A", "revenue", "--edgar");
    const [storedName, ...storedFigures] = stored.stdout.split("\n");
    const [listedName, ...listedFigures] = listed.stdout.split("\n");
    expect([storedName, listedName]).toEqual(["LARKFIELD KETTLES INC", "Larkfield Kettles, Inc."]);
    expect(listedFigures).toEqual(storedFigures);

    const check = await run("check", "LARK-A");
    expect([check.code, check.stderr]).toEqual([0, ""]);
    expect(check.stdout).toBe(
      [
        "Larkfield Kettles, Inc.: 2 stored filings held against EDGAR's list of facts",
        "  10-K filed 2024-02-20 (0009990001-24-000001): 2 equal, 0 different, 0 missing, 0 extra",
        "  10-K filed 2025-02-18 (0009990001-25-000002): 2 equal, 0 different, 0 missing, 0 extra",
        "2 stored filings have no figures in EDGAR's list",
        "",
      ].join("\n"),
    );
  });

  it("are not asked for where nobody says who asks", async () => {
    const other = { environment: environment("") };
    const refused = await runCliWith(folder, other, "filings", "add", "LARK-A", "--data", data);
    expect([refused.code, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).toBe(
      'EDGAR wants to know who asks. Set EDGAR_USER_AGENT to a name and an e-mail address, as in "Example Research research@example.com".\n',
    );
    expect(asked()).toEqual([]);
  });

  it("are refused in one sentence where company, form or day cannot be", async () => {
    const unknown = await run("add", "LARKA");
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      'EDGAR lists no company under "LARKA". Did you mean LARK-A (Larkfield Kettles, Inc.), LARK-B (Larkfield Kettles, Inc.)?\n',
    ]);
    const form = await run("add", "LARK-A", "--form", "10-D");
    expect([form.code, form.stderr]).toEqual([
      1,
      "Larkfield Kettles, Inc. has filed no 10-D; EDGAR lists 10-K, 8-K, 10-K/A, 4, 10-KT, 6-K, 20-F, 40-F, ….\n",
    ]);
    const before = server.requests.length;
    const malformed = await run("add", "LARK-A", "--since", "2024-13-01");
    expect([malformed.code, malformed.stderr.split("\n").length]).toEqual([2, 2]);
    const future = await run("add", "LARK-A", "--since", "2999-01-01");
    expect([future.code, future.stderr]).toEqual([
      2,
      "Nothing is filed since 2999-01-01 yet: that day is still to come.\n",
    ]);
    expect(server.requests).toHaveLength(before);
  });

  it("are one company's trouble at a time: the others are fetched", async () => {
    const both = await run("add", "LORK", "LARK-A", "--newest", "1");
    expect(both.code).toBe(1);
    expect(both.stdout).toBe("LORK: no filings added\nLARK-A: no filings added, 1 in the store before\n");
    expect(both.stderr).toContain('LORK: EDGAR lists no company under "CIK 9990005".');
  });

  describe("without a network", () => {
    it("go by what is held, and say of when that is", async () => {
      await letListsAge();
      server.storms.push(
        ...Array.from({ length: 9 }, () => (request: { socket: { destroy(): void } }) => request.socket.destroy()),
      );
      const offline = await run("add", "LARK-A", "--since", "2023-01-01");
      expect([offline.code, offline.stdout]).toEqual([0, "LARK-A: no filings added, 4 in the store before\n"]);
      expect(offline.stderr).toMatch(
        /Going by what was fetched on \d{4}-\d\d-\d\d \d\d:\d\d UTC; anything newer is not seen\./,
      );
    });

    it("are said to be out of reach where nothing is held", async () => {
      const nowhere = {
        environment: {
          ...environment(),
          EDGAR_DATA_URL: "http://127.0.0.1:9",
          EDGAR_ARCHIVE_URL: "http://127.0.0.1:9",
        },
      };
      const offline = await runCliWith(folder, nowhere, "filings", "add", "LARK-A", "--data", data);
      expect(offline.code).toBe(1);
      expect(offline.stderr.trimEnd().split("\n").at(-1)).toMatch(
        /^127\.0\.0\.1:9 did not give \/files\/company_tickers\.json in 5 attempts: .+\. Check the connection and run the same command again: what is fetched stays\.$/,
      );
    });
  });

  it("stay whole where the reader presses Ctrl-C, and the next run goes on from there", async () => {
    const other = path.join(folder, "stopped");
    const second = archiveOf(larkfieldFilings[1]!.accession);
    // The list and the first filing come, the second hardly.
    const stopWhen = new Promise<void>((resolve) => {
      server.storms.push(server.answer, server.answer, (request, response) => {
        drip(request, response);
        resolve();
      });
    });
    const settings = { environment: environment(), stopWhen };
    const words = ["filings", "add", "9990001", "--since", "2023-01-01", "--data", other];
    const stopped = await runCliWith(folder, settings, ...words);
    expect(stopped.code).toBe(130);
    expect(stopped.stderr.trimEnd().split("\n").at(-1)).toBe(
      "Stopped: 1 of 4 filings of 9990001 were added, each of them whole. The same command goes on from there.",
    );
    expect(asked().at(-1)).toBe(second);
    const kept = (await readdir(path.join(other, "edgar"), { recursive: true })).filter((name) =>
      name.endsWith(".txt.gz"),
    );
    expect(kept).toHaveLength(1);

    server.requests.length = 0;
    const rest = await runCliWith(folder, { environment: environment() }, ...words);
    expect([rest.code, rest.stdout]).toEqual([
      0,
      "9990001: 3 filings added (2 10-K, 1 10-K/A), 1 in the store before\n",
    ]);
    expect(asked().filter((each) => each.endsWith(".txt"))[0]).toBe(second);
    expect(existsSync(path.join(other, "edgar", "requests.log"))).toBe(true);
  });
});
