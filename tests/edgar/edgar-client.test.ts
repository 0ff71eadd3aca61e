import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { createEdgarClient, type EdgarClient } from "../../src/edgar/edgar-client";
import { usualTimes, type EdgarTimes } from "../../src/edgar/edgar-settings";
import { type EdgarRemark } from "../../src/edgar/edgar-ports";
import { logRequest } from "../../src/edgar/log-request";
import {
  blockPage,
  columnsOf,
  cutBody,
  drip,
  fallSilent,
  refuse,
  startEdgarServer,
  submissionsOf,
  submissionText,
  type EdgarReply,
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
  let remarks: EdgarRemark[];
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
        onRemark: (remark) => void remarks.push(remark),
      },
    );

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-edgar-"));
    server = await startEdgarServer();
    timer = virtualTimer();
    remarks = [];
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

    it("that share a ticker are told apart by number, and never guessed", async () => {
      server.serve("/files/company_tickers.json", {
        0: { cik_str: 42, ticker: "OAKM", title: "Oakmere Tools (fictional)" },
        1: { cik_str: 77, ticker: "OAKM", title: "Oakmere Mining (fictional)" },
        2: { cik_str: 43, ticker: "FERN-A", title: "Fernhollow (fictional)" },
        3: { cik_str: 43, ticker: "FERN-B", title: "Fernhollow (fictional)" },
      });

      await expect(open().findCompany("OAKM")).rejects.toThrow(
        'EDGAR lists "OAKM" for Oakmere Tools (fictional) (CIK 42) and for Oakmere Mining (fictional) (CIK 77). Give the CIK number of the one you mean.',
      );
      expect(await open().findCompany("FERN/B")).toMatchObject({ cik: "0000000043", ticker: "FERN-B" });
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
    expect(unchanged.filings).toHaveLength(1);

    await timer.wait(60_000);
    server.serve("/submissions/CIK0000000042.json", submissionsOf("Oakmere", []), '"v2"');
    expect((await client.listFilings("0000000042", null)).filings).toEqual([]);
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

    expect((await open().listFilings("0000000042", "2020-01-01")).filings).toHaveLength(1);
    expect((await open().listFilings("0000000042", "2015-01-01")).filings).toHaveLength(2);
    expect((await open().listFilings("0000000042", null)).filings.map(({ form }) => form)).toEqual([
      "10-K",
      "10-K",
      "10-K405",
    ]);
  });

  it("gives the tickers of a company and its former names, without those that are only spelled anew", async () => {
    server.serve("/submissions/CIK0000000042.json", {
      ...submissionsOf("Oakmere Tools, Inc.", []),
      tickers: ["OAKM", null, "OAKM-B"],
      formerNames: [
        { name: "OAKMERE TOOLS INC", from: "2019-05-02T04:00:00.000Z", to: "2021-01-01T05:00:00.000Z" },
        { name: "Oakmere Holdings", from: "1996-01-01T05:00:00.000Z", to: "2019-05-01T04:00:00.000Z" },
      ],
    });

    expect(await open().listFilings("0000000042", null)).toMatchObject({
      name: "Oakmere Tools, Inc.",
      tickers: ["OAKM", "OAKM-B"],
      formerNames: [{ name: "Oakmere Holdings", until: "2019-05-01" }],
    });
  });

  it("takes a submission of the 1990s, which has no main document's name and is wrapped as mail", async () => {
    const old = "0000000042-95-000003";
    const wrapped = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n\n${text.replace("SEC-DOCUMENT>made-up", "IMS-DOCUMENT>made-up").replace("</SEC-DOCUMENT>", "</IMS-DOCUMENT>")}\n-----END PRIVACY-ENHANCED MESSAGE-----\n`;
    const at = `/Archives/edgar/data/42/000000004295000003/${old}.txt`;
    server.serve(at, wrapped.slice(0, -120));
    await expect(open().openFiling("0000000042", old)).rejects.toThrow("its end is missing");

    server.serve(at, wrapped);
    expect(Buffer.from(await open().openFiling("0000000042", old)).toString()).toBe(wrapped);
  });

  describe("where EDGAR cannot be asked anew", () => {
    const list = "/submissions/CIK0000000042.json";
    beforeEach(async () => {
      server.serve(list, submissionsOf("Oakmere", [{ accession, form: "10-K", filed: "2024-03-01" }]));
      await open().listFilings("0000000042", null);
      await timer.wait(3600_000);
    });

    it("goes by what it holds, soon, and says of when that is", async () => {
      await server.close();

      const { filings } = await open().listFilings("0000000042", null);

      expect(filings).toHaveLength(1);
      expect(remarks).toMatchObject([
        { kind: "waiting", why: "it refuses the connection", waitMs: 500 },
        {
          kind: "not-asked-anew",
          heldSince: new Date(1_000_048),
          why: expect.stringContaining("in 2 attempts: it refuses the connection.") as string,
        },
      ]);
      server = await startEdgarServer();
    });

    it("does the same for a page of regrets, for a shut-out and for being sent to a portal", async () => {
      const regrets: EdgarReply = (_, response) => void response.end("<html>Down for maintenance</html>");
      const portal: EdgarReply = (_, response) =>
        void response.writeHead(302, { location: "http://hotel.example/login" }).end();
      for (const storm of [regrets, portal, blockPage(403)]) {
        server.storms.push(storm, storm);
        expect((await open().listFilings("0000000042", null)).filings).toHaveLength(1);
        server.storms.length = 0;
      }
      expect(remarks.filter(({ kind }) => kind === "not-asked-anew")).toHaveLength(3);
    });
  });

  describe("when EDGAR misbehaves", () => {
    it("waits out a storm of 429, each time as long as told, and then says until when", async () => {
      server.storms.push(
        refuse(429, { "retry-after": "20" }),
        refuse(429, { "retry-after": "0" }),
        refuse(429, { "retry-after": "Thu, 01 Jan 1970 00:17:30 GMT" }),
        refuse(429),
        refuse(429, { "retry-after": "50" }),
      );

      await expect(open().openFiling("0000000042", accession)).rejects.toThrow(
        /takes no requests from here until 1970-01-01 00:19 UTC\. Run the same command after that/,
      );
      expect(server.requests).toHaveLength(5);
      const waits = remarks.map((remark) => (remark.kind === "waiting" ? Math.round(remark.waitMs / 1000) : null));
      expect(waits).toEqual([20, 1, 29, 10]);
    });

    it("takes a drip of bytes for silence", async () => {
      server.serve(archivePath, text);
      server.storms.push(drip);

      expect(await open().openFiling("0000000042", accession)).toHaveLength(text.length);
      expect(remarks).toMatchObject([{ kind: "waiting", why: "it sent hardly anything" }]);
    });

    it("asks again where what was packed cannot be unpacked, or lost its end", async () => {
      const packed = gzipSync(text);
      const send =
        (body: Uint8Array): EdgarReply =>
        (_, response) =>
          void response.writeHead(200, { "content-encoding": "gzip" }).end(body);
      const broken = Buffer.from(packed);
      broken.fill(255, 20, 60);
      server.storms.push(send(broken), send(packed.subarray(0, packed.length - 200)), send(packed));

      expect(Buffer.from(await open().openFiling("0000000042", accession)).toString()).toBe(text);
      expect(remarks).toHaveLength(2);
      expect(remarks[0]).toMatchObject({ why: "what it sent cannot be unpacked" });
    });

    it("asks again where an error comes as a page with status 200", async () => {
      server.serve(archivePath, text);
      server.storms.push((_, response) => void response.end("<html>Please try again later</html>"));

      expect(await open().openFiling("0000000042", accession)).toHaveLength(text.length);
      expect(remarks).toMatchObject([{ why: "it is not a submission" }]);
    });

    it("takes the SEC's page for who asks too fast for what it is, whatever its status", async () => {
      for (const status of [403, 200]) {
        await rm(path.join(folder, "turns"), { recursive: true, force: true });
        server.serve(archivePath, text);
        server.storms.push(blockPage(status));
        await expect(open().openFiling("0000000042", accession)).rejects.toMatchObject({ code: "edgar/shut-out" });
      }
      expect(server.requests).toHaveLength(2);
      expect(await readdir(path.join(folder, "cache"))).toEqual(["requests.log"]);
    });

    it("keeps no other submission than the one asked for", async () => {
      server.serve(
        archivePath,
        text.replace("CONFORMED SUB", "ACCESSION NUMBER:\t\t0000000042-23-000001\nCONFORMED SUB"),
      );

      await expect(open().openFiling("0000000042", accession)).rejects.toThrow(
        "cannot be read: it is the submission 0000000042-23-000001.",
      );
    });

    it("follows within its hosts, and tells nobody else who asks for what", async () => {
      const elsewhere = await startEdgarServer();
      try {
        const sendTo =
          (location: string): EdgarReply =>
          (_, response) =>
            void response.writeHead(301, { location }).end();
        server.serve("/moved.txt", text);
        server.storms.push(sendTo("/moved.txt"));
        expect(await open().openFiling("0000000042", accession)).toHaveLength(text.length);
        expect(await readFile(path.join(folder, "cache/requests.log"), "utf8")).toContain(
          `GET ${server.url}/moved.txt\n`,
        );

        server.storms.push(sendTo(`${elsewhere.url}/take-this`));
        await expect(open().openFiling("0000000042", "0000000042-24-000008")).rejects.toThrow(
          `it sends us on to ${new URL(elsewhere.url).host}, which is not asked.`,
        );
        expect(elsewhere.requests).toHaveLength(0);

        server.storms.push(...Array.from({ length: 9 }, () => sendTo(archivePath)));
        await expect(open().openFiling("0000000042", "0000000042-24-000009")).rejects.toThrow(
          "from one place to the next",
        );
      } finally {
        await elsewhere.close();
      }
    });

    it("says of a company without tagged figures that it has none", async () => {
      await expect(open().companyFacts("0000000042")).rejects.toThrow(
        "EDGAR lists no tagged figures under CIK 42: its filings carry none, or there is no such company.",
      );
    });

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
        "takes no requests from here until 1970-01-01 00:27 UTC",
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
      const stop = new AbortController();
      server.storms.push((request, response) => {
        fallSilent(request, response);
        stop.abort();
      });

      await expect(open({ silenceMs: 5_000 }).openFiling("0000000042", accession, stop.signal)).rejects.toThrow();
      expect(server.requests).toHaveLength(1);
    });
  });
});
