import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createEdgarClient, type EdgarClient } from "../../src/edgar/edgar-client";
import { usualTimes, type EdgarTimes } from "../../src/edgar/edgar-settings";
import { logRequest } from "../../src/edgar/log-request";
import {
  columnsOf,
  cutBody,
  fallSilent,
  refuse,
  startEdgarServer,
  submissionsOf,
  submissionText,
  type EdgarServer,
} from "../support/edgar-server";
import { virtualTimer } from "./virtual-timer";

const accession = "0000000042-24-000007";
const archivePath = `/Archives/edgar/data/42/000000004224000007/${accession}.txt`;
const text = submissionText("10-K", "2024-03-01", "We make tools.");

describe("EDGAR's client", () => {
  let folder: string;
  let server: EdgarServer;
  let timer: ReturnType<typeof virtualTimer>;
  const open = (times: Partial<EdgarTimes> = {}): EdgarClient =>
    createEdgarClient(
      {
        userAgent: "Example Research research@example.com",
        dataUrl: server.url,
        archiveUrl: server.url,
        cacheFolder: path.join(folder, "cache"),
        turnsFolder: path.join(folder, "turns"),
        times: { ...usualTimes, silenceMs: 150, wholeMs: 2_000, ...times },
      },
      {
        fetch,
        timer,
        random: () => 0.5,
        onRequest: (url) => logRequest(path.join(folder, "cache"), url, new Date(timer.nowMs())),
      },
    );

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-edgar-"));
    server = await startEdgarServer();
    timer = virtualTimer();
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe("companies", () => {
    beforeEach(() =>
      server.serve("/files/company_tickers.json", {
        0: { cik_str: 42, ticker: "OAKM", title: "Oakmere Tools (fictional)" },
        1: { cik_str: 43, ticker: "FERN-B", title: "Fernhollow (fictional)" },
      }),
    );

    it("are found by ticker in any spelling", async () => {
      expect(await open().findCompany("oakm")).toEqual({
        cik: "0000000042",
        ticker: "OAKM",
        name: "Oakmere Tools (fictional)",
      });
      expect((await open().findCompany("FERN.B")).cik).toBe("0000000043");
    });

    it("are taken at their number without asking anybody", async () => {
      expect((await open().findCompany("CIK0000000042")).cik).toBe("0000000042");
      expect((await open().findCompany("42")).cik).toBe("0000000042");
      expect(server.requests).toHaveLength(0);
    });

    it("that are unknown are named, with those that begin alike", async () => {
      await expect(open().findCompany("FERNHOLLOW")).rejects.toThrow(
        'EDGAR lists no company under "FERNHOLLOW". Did you mean FERN-B (Fernhollow (fictional))?',
      );
      await expect(open().findCompany("OKAM")).rejects.toThrow("Did you mean OAKM (Oakmere Tools (fictional))?");
      await expect(open().findCompany("FERN")).rejects.toThrow("Did you mean FERN-B (Fernhollow (fictional))?");
      await expect(open().findCompany("ZZZ")).rejects.toThrow("Give its ticker or its CIK number.");
    });
  });

  it("says who asks, and writes every request down before it leaves", async () => {
    server.serve(archivePath, text);
    await open().openFiling("0000000042", accession);

    expect(server.requests[0]?.headers["user-agent"]).toBe("Example Research research@example.com");
    expect(await readFile(path.join(folder, "cache/requests.log"), "utf8")).toBe(
      `1970-01-01T00:16:40.048Z GET ${server.url}${archivePath}\n`,
    );
  });

  it("never asks twice for a filing, nor after a restart", async () => {
    server.serve(archivePath, text);
    const first = await open().openFiling("0000000042", accession);
    await timer.wait(365 * 24 * 3600 * 1000);
    const again = await open().openFiling("0000000042", accession);

    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it("fetches anew what was kept and then damaged", async () => {
    server.serve(archivePath, text);
    await open().openFiling("0000000042", accession);
    const host = path.join(folder, "cache", new URL(server.url).host.replace(/[^\w.-]+/g, "_"));
    const kept = (await readdir(host)).find((name) => name.endsWith(".gz"))!;
    await writeFile(path.join(host, kept), (await readFile(path.join(host, kept))).subarray(0, 40));

    const again = await open().openFiling("0000000042", accession);

    expect(Buffer.from(again).toString()).toBe(text);
    expect(server.requests).toHaveLength(2);
  });

  it("asks for a list again only after a while, and only whether it changed", async () => {
    const client = open();
    server.serve(
      "/submissions/CIK0000000042.json",
      submissionsOf("Oakmere", [{ accession, form: "10-K", filed: "2024-03-01" }]),
      '"v1"',
    );
    await client.listFilings("0000000042", null);
    await client.listFilings("0000000042", null);
    expect(server.requests).toHaveLength(1);

    await timer.wait(60_000);
    const unchanged = await client.listFilings("0000000042", null);
    expect(server.requests[1]?.headers["if-none-match"]).toBe('"v1"');
    expect(unchanged).toHaveLength(1);

    await timer.wait(60_000);
    server.serve("/submissions/CIK0000000042.json", submissionsOf("Oakmere", []), '"v2"');
    expect(await client.listFilings("0000000042", null)).toEqual([]);
  });

  it("reads older lists only as far back as asked", async () => {
    const recent = [{ accession, form: "10-K", filed: "2024-03-01" }];
    const pages = [
      { name: "CIK0000000042-submissions-001.json", filingFrom: "2010-01-01", filingTo: "2019-12-31" },
      { name: "CIK0000000042-submissions-002.json", filingFrom: "2000-01-01", filingTo: "2009-12-31" },
    ];
    server.serve("/submissions/CIK0000000042.json", submissionsOf("Oakmere", recent, pages));
    server.serve(
      `/submissions/${pages[0]!.name}`,
      columnsOf([{ accession: "0000000042-12-000001", form: "10-K", filed: "2012-03-01" }]),
    );
    server.serve(
      `/submissions/${pages[1]!.name}`,
      columnsOf([{ accession: "0000000042-02-000001", form: "10-K405", filed: "2002-03-01" }]),
    );

    expect(await open().listFilings("0000000042", "2020-01-01")).toHaveLength(1);
    expect(await open().listFilings("0000000042", "2015-01-01")).toHaveLength(2);
    expect((await open().listFilings("0000000042", null)).map(({ form }) => form)).toEqual(["10-K", "10-K", "10-K405"]);
  });

  describe("when EDGAR misbehaves", () => {
    it("comes back after a cut body, a silent socket and a failing server", async () => {
      server.serve(archivePath, text);
      server.storms.push(cutBody, fallSilent, refuse(503));

      const bytes = await open().openFiling("0000000042", accession);

      expect(Buffer.from(bytes).toString()).toBe(text);
      expect(server.requests).toHaveLength(4);
      expect(timer.waits.filter((ms) => ms >= 500)).toEqual([500, 1000, 2000]);
    });

    it("waits as long as it is told, and lets the others wait too", async () => {
      server.serve(archivePath, text);
      server.storms.push(refuse(429, { "retry-after": "30" }));

      await open().openFiling("0000000042", accession);

      expect(timer.waits).toContain(30_000);
      expect(await readFile(path.join(folder, "turns/shut-out-until"), "utf8")).toBe("1030048");
    });

    it("reads a Retry-After that is a date", async () => {
      server.serve(archivePath, text);
      server.storms.push(refuse(429, { "retry-after": "Thu, 01 Jan 1970 00:17:00 GMT" }));

      await open().openFiling("0000000042", accession);

      expect(timer.waits).toContain(19_952);
    });

    it("keeps no filing whose end is missing", async () => {
      server.serve(archivePath, text.slice(0, -40));
      await expect(open().openFiling("0000000042", accession)).rejects.toThrow("its end is missing");

      server.serve(archivePath, text);
      expect(await open().openFiling("0000000042", accession)).toHaveLength(text.length);
    });

    it("gives up after five attempts, and says so", async () => {
      server.storms.push(...Array.from({ length: 9 }, () => refuse(500)));

      await expect(open().openFiling("0000000042", accession)).rejects.toThrow(
        `127.0.0.1:${new URL(server.url).port} did not give ${archivePath} in 5 attempts: it answered 500. Check the connection and run the same command again: what is fetched stays.`,
      );
      expect(server.requests).toHaveLength(5);
    });

    it("stops at once for everybody when it is shut out, and sends nothing until that is over", async () => {
      server.serve(archivePath, text);
      server.storms.push(refuse(403));

      await expect(open().openFiling("0000000042", accession)).rejects.toMatchObject({ code: "edgar/shut-out" });
      await expect(open().openFiling("0000000042", accession)).rejects.toThrow(
        "takes no requests from here until 1970-01-01 00:26 UTC",
      );
      expect(server.requests).toHaveLength(1);

      await timer.wait(600_000);
      expect(await open().openFiling("0000000042", accession)).toHaveLength(text.length);
    });

    it("does not wait longer than a command may", async () => {
      server.storms.push(refuse(429, { "retry-after": "3600" }));

      await expect(open().openFiling("0000000042", accession)).rejects.toMatchObject({ code: "edgar/shut-out" });
    });

    it("keeps no page of regrets for a filing", async () => {
      server.serve(archivePath, "<html>We are sorry</html>");
      await expect(open().openFiling("0000000042", accession)).rejects.toMatchObject({ code: "edgar/strange-answer" });

      server.serve(archivePath, text);
      expect(await open().openFiling("0000000042", accession)).toHaveLength(text.length);
    });

    it("says which list cannot be read", async () => {
      server.serve("/submissions/CIK0000000042.json", '{"name": "Oakmere", "filings"');

      await expect(open().listFilings("0000000042", null)).rejects.toThrow(
        /gave for \/submissions\/CIK0000000042\.json cannot be read: it is not the JSON that EDGAR documents/,
      );
    });

    it("names a company number that is not there, and a filing that is not there", async () => {
      await expect(open().listFilings("0000000099", null)).rejects.toMatchObject({ code: "edgar/no-such-company" });
      await expect(open().openFiling("0000000042", accession)).rejects.toMatchObject({ code: "edgar/not-found" });
      expect(server.requests).toHaveLength(2);
    });

    it("stops when it is told to", async () => {
      server.storms.push(fallSilent);
      const stop = new AbortController();
      setTimeout(() => stop.abort(), 20);

      await expect(open({ silenceMs: 5_000 }).openFiling("0000000042", accession, stop.signal)).rejects.toThrow();
      expect(server.requests).toHaveLength(1);
    });
  });
});
