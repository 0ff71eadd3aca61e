import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readConfiguration } from "../../../src/server/configuration";
import { openServices } from "../../../src/server/services/open-services";
import { type Services } from "../../../src/server/services/services";
import { startEdgarServer, type EdgarServer } from "../../support/edgar-server";

jest.setTimeout(120_000);

const first = "0009990009-25-000001";
const second = "0009990009-26-000001";
const elsewhere = "0009990009-24-000001";

interface Row {
  readonly start?: string;
  readonly end: string;
  readonly val: number;
  readonly accn: string;
  readonly form: string;
  readonly filed: string;
}

const of2024 = { start: "2024-01-01", end: "2024-12-31", form: "10-K" };
const inFirst = { ...of2024, accn: first, filed: "2025-02-18" };
const inSecond = { ...of2024, accn: second, filed: "2026-02-17" };

describe("what filings of a made-up company said over time", () => {
  let folder: string;
  let server: EdgarServer;
  let services: Services;

  /** EDGAR's list of facts, as far as the two filings below agree with it. */
  const listFacts = (revenues: readonly Row[]): void =>
    server.serve("/api/xbrl/companyfacts/CIK0009990009.json", {
      entityName: "Tiny Kettles, Inc.",
      facts: {
        "us-gaap": {
          Revenues: { units: { USD: revenues } },
          InterestPaid: {
            units: {
              USD: [
                { ...inFirst, val: 77_000 },
                { ...inSecond, val: 77_000 },
              ],
            },
          },
          OtherNonoperatingIncomeExpense: {
            units: {
              USD: [
                { ...inFirst, val: -5_500 },
                { ...inSecond, val: -5_500 },
              ],
            },
          },
          IncomeTaxExpenseBenefit: {
            units: {
              USD: [
                { ...inFirst, val: 0 },
                { ...inSecond, val: 0 },
              ],
            },
          },
          EarningsPerShareBasic: {
            units: {
              "USD/shares": [
                { ...inFirst, val: 0.29 },
                { ...inSecond, val: 0.29 },
              ],
            },
          },
        },
      },
    });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-facts-"));
    server = await startEdgarServer();
    const settings = {
      EDGAR_USER_AGENT: "Example Research research@example.com",
      EDGAR_DATA_URL: server.url,
      EDGAR_ARCHIVE_URL: server.url,
    };
    services = await openServices(readConfiguration(settings, { workingFolder: folder, dataFolder: folder }));
    const markup = await readFile(path.resolve(__dirname, "../../fixtures/filings/tiny-10-k.htm"), "utf8");
    const add = async (accession: string, filed: string, text: string): Promise<void> => {
      const file = path.join(folder, `${accession}.htm`);
      await writeFile(file, text);
      await services.addFiling(file, { accession, filed, form: "10-K" });
    };
    await add(first, "2025-02-18", markup);
    await add(second, "2026-02-17", markup.replaceAll("1,234", "1,260"));
  });
  afterAll(async () => {
    await services.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are read from the stored filings, by tag or by word, with the places they are printed at", async () => {
    for (const concept of ["Revenues", "us-gaap:Revenues", "revenue"]) {
      const found = await services.factHistories({ company: "TKTL", concept, asOf: null });
      expect(found).toMatchObject({
        company: "Tiny Kettles, Inc.",
        histories: [
          {
            concept: "us-gaap:Revenues",
            period: { kind: "fiscal-year", fiscalYear: 2024 },
            reports: [
              { value: 1_234_000, passageId: expect.stringContaining(first) as string },
              { value: 1_260_000, passageId: expect.stringContaining(second) as string },
            ],
            changes: [{ at: 1, change: { kind: "unclear" } }],
          },
        ],
      });
    }
  });

  it("are as they were known on the day asked for", async () => {
    const known = async (asOf: string): Promise<number[]> =>
      (await services.factHistories({ company: "TKTL", concept: "Revenues", asOf })).histories.flatMap(({ reports }) =>
        reports.map(({ value }) => value),
      );
    expect(await known("2026-02-16")).toEqual([1_234_000]);
    expect(await known("2026-02-17")).toEqual([1_234_000, 1_260_000]);
    await expect(known("2025-02-17")).rejects.toMatchObject({ code: "server/no-such-concept" });
  });

  it("are read from EDGAR's list where that is asked", async () => {
    listFacts([
      { ...inFirst, val: 1_234_000 },
      { ...inSecond, val: -1_234_000 },
    ]);
    const found = await services.edgarHistories({ company: "9990009", concept: "revenues", asOf: null });
    expect(found.histories).toMatchObject([
      { reports: [{ value: 1_234_000, factId: null }, { value: -1_234_000 }], changes: [{ change: { kind: "sign" } }] },
    ]);
    const before = await services.edgarHistories({ company: "9990009", concept: "revenues", asOf: "2026-01-01" });
    expect(before.histories).toMatchObject([{ reports: [{ value: 1_234_000 }], changes: [] }]);
  });

  it("are held against EDGAR's list: equal, different, missing and extra figures of each stored filing", async () => {
    const other = { ...of2024, accn: elsewhere, filed: "2024-02-20" };
    server.serve("/api/xbrl/companyfacts/CIK0009990009.json", {
      entityName: "Tiny Kettles, Inc.",
      facts: {
        "us-gaap": {
          Revenues: {
            units: {
              USD: [
                { ...inFirst, val: 1_234_000 },
                { ...inSecond, val: 1_250_000 },
                { ...other, val: 9 },
              ],
            },
          },
          Assets: { units: { USD: [{ end: "2024-12-31", accn: first, form: "10-K", filed: "2025-02-18", val: 5 }] } },
        },
      },
    });
    const fresh = await openServices(
      readConfiguration(
        {
          EDGAR_USER_AGENT: "Example Research research@example.com",
          EDGAR_DATA_URL: server.url,
          EDGAR_ARCHIVE_URL: server.url,
        },
        { workingFolder: folder, dataFolder: path.join(folder, "fresh") },
      ),
    );
    try {
      await expect(fresh.checkFacts("9990009")).rejects.toMatchObject({ code: "server/no-filings-of-company" });
    } finally {
      await fresh.close();
    }
    await rm(path.join(folder, "edgar"), { recursive: true, force: true });
    const check = await services.checkFacts("9990009");
    expect(check).toMatchObject({ company: "Tiny Kettles, Inc.", withoutFigures: 0, notStored: 1 });
    expect(
      check.filings.map(({ equal, different, missing, extra }) => [equal, different, missing.length, extra.length]),
    ).toEqual([
      [1, [], 1, 4],
      [0, [expect.objectContaining({ concept: "us-gaap:Revenues", ours: 1_260_000, theirs: 1_250_000 })], 0, 4],
    ]);
    expect(check.filings[0]!.missing).toMatchObject([{ concept: "us-gaap:Assets", ours: null, theirs: 5 }]);
  });

  it("are refused for what nobody reports", async () => {
    await expect(services.factHistories({ company: "TKTL", concept: "Backlog", asOf: null })).rejects.toThrow(
      'No filing of Tiny Kettles, Inc. on file reports "Backlog".',
    );
    await expect(services.factHistories({ company: "Nobody", concept: "Revenues", asOf: null })).rejects.toMatchObject({
      code: "server/no-filings-of-company",
    });
  });
});
