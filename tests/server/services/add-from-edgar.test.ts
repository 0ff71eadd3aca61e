import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readConfiguration } from "../../../src/server/configuration";
import { type EdgarProgress, type EdgarRequest } from "../../../src/server/services/add-from-edgar";
import { openServices } from "../../../src/server/services/open-services";
import { type Services } from "../../../src/server/services/services";
import { refuse, startEdgarServer, submissionsOf, submissionText, type EdgarServer } from "../../support/edgar-server";

jest.setTimeout(120_000);

interface Company {
  readonly cik: string;
  readonly filings: readonly { accession: string; form: string; filed: string; period: string; size: number }[];
}

describe("a company's filings from EDGAR", () => {
  let folder: string;
  let server: EdgarServer;
  let services: Services;
  let company: Company;
  let count = 40;
  const open = (userAgent: string): Promise<Services> =>
    openServices(
      readConfiguration(
        { EDGAR_USER_AGENT: userAgent, EDGAR_DATA_URL: server.url, EDGAR_ARCHIVE_URL: `${server.url}/` },
        { workingFolder: folder, dataFolder: folder },
      ),
    );
  const add = async (forms: readonly string[] = []): Promise<EdgarProgress[]> => {
    const told: EdgarProgress[] = [];
    for await (const progress of services.addFromEdgar(request(forms))) told.push(progress);
    return told;
  };
  const request = (forms: readonly string[] = []): EdgarRequest => ({
    company: company.cik,
    forms,
    since: null,
    newest: null,
  });
  const list = (): object => ({
    ...submissionsOf("Oakmere Tools (fictional)", company.filings),
    tickers: ["OAKM", "OAKM-B"],
  });
  const archive = (place: number): string => {
    const { accession } = company.filings[place]!;
    return `/Archives/edgar/data/${Number(company.cik)}/${accession.replaceAll("-", "")}/${accession}.txt`;
  };
  const fetched = (): string[] =>
    server.requests.map(({ path: asked }) => asked).filter((asked) => asked.endsWith(".txt"));
  const stored = async () => (await services.listDocuments()).documents.filter(({ cik }) => cik === company.cik);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-add-"));
    server = await startEdgarServer();
    services = await open("Example Research research@example.com");
  });
  afterAll(async () => {
    await services.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  /** A database takes seconds to create: each test has a company of its own in the same one. */
  beforeEach(() => {
    const cik = String(++count).padStart(10, "0");
    company = {
      cik,
      filings: [
        { accession: `${cik}-24-000007`, form: "10-K", filed: "2024-03-01", period: "2023-12-31", size: 5000 },
        { accession: `${cik}-23-000004`, form: "10-Q", filed: "2023-08-01", period: "2023-06-30", size: 3000 },
        { accession: `${cik}-23-000002`, form: "10-K", filed: "2023-03-01", period: "2022-12-31", size: 5000 },
      ],
    };
    server.requests.length = 0;
    server.serve(`/submissions/CIK${cik}.json`, list());
    for (const [place, { form, filed }] of company.filings.entries()) {
      server.serve(archive(place), submissionText(form, filed, `We make tools, says our ${form} of ${filed}.`));
    }
  });

  it("are stored under their accession, with form, period and day of filing as EDGAR lists them", async () => {
    const told = await add(["10-K"]);

    expect(told.map(({ kind }) => kind)).toEqual(["planned", "added", "added"]);
    expect(told[0]).toMatchObject({ filings: 2, alreadyThere: 0, bytes: 10_000, newest: { filed: "2024-03-01" } });
    expect((await stored()).find(({ filed }) => filed === "2024-03-01")).toMatchObject({
      id: company.filings[0]!.accession,
      form: "10-K",
      periodEnd: "2023-12-31",
      // The company was asked for by its number: its list names the ticker.
      ticker: "OAKM",
    });
  });

  it("are taken up where a run was cut off: what is stored is neither fetched nor stored again", async () => {
    const run = services.addFromEdgar(request())[Symbol.asyncIterator]();
    await run.next();
    await run.next();
    await run.return?.();
    expect(fetched()).toEqual([archive(0)]);

    const told = await add();

    expect(told[0]).toMatchObject({ filings: 2, alreadyThere: 1, bytes: 8000 });
    expect(fetched().slice(1)).toEqual([archive(1), archive(2)]);
    expect(await stored()).toHaveLength(3);
  });

  it("do not hold each other up where one cannot be read", async () => {
    server.serve(archive(1), "<SEC-DOCUMENT><DOCUMENT><TYPE>10-Q<TEXT></TEXT></DOCUMENT>");

    const told = await add();

    expect(told.map(({ kind }) => kind)).toEqual(["planned", "added", "failed", "added"]);
    expect(told[2]).toMatchObject({ why: expect.stringContaining("-23-000004.txt") as string });
  });

  it("are left where they are once EDGAR shuts us out; what came before stays", async () => {
    // The list, the first filing, then no more.
    server.storms.push(
      (_, response) => void response.end(JSON.stringify(list())),
      (_, response) => void response.end(submissionText("10-K", "2024-03-01", "We make tools.")),
      refuse(429, { "retry-after": "1200" }),
    );

    await expect(add()).rejects.toMatchObject({ code: "edgar/shut-out" });
    expect(await stored()).toHaveLength(1);
  });

  it("are not asked for where nobody says who asks", async () => {
    await services.close();
    services = await open("");

    expect(() => services.addFromEdgar(request())).toThrow("EDGAR wants to know who asks. Set EDGAR_USER_AGENT");
    expect(server.requests).toHaveLength(0);
  });
});
