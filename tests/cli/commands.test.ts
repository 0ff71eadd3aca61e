import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openSampleServices } from "../support/open-sample-services";
import { runCli } from "./run-cli";

jest.setTimeout(180_000);

const sample = path.resolve(__dirname, "../../assets/sample");
const model = path.join(sample, "fernhollow-model.xlsx");
const annualReport = path.join(sample, "filings/fernhollow-10-k-2024.htm");

describe("the command line", () => {
  let folder: string;
  let data: string;
  const run = (...words: string[]) => runCli(folder, ...words);

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-cli-"));
    data = path.join(folder, "data");
    await (await openSampleServices(data)).close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("reviews the workbook alone, and makes no data folder for it", async () => {
    const reviewed = await run("review", model, "--offline", "--all", "--json");
    expect([reviewed.code, reviewed.stderr]).toEqual([0, ""]);
    expect(reviewed.json()).toMatchObject({
      workbook: "fernhollow-model.xlsx",
      company: "Fernhollow Instruments, Inc.",
      stats: { cells: expect.any(Number) as number, formulas: expect.any(Number) as number, unreadFormulas: 0 },
    });
    const { findings } = reviewed.json<{ findings: Record<string, unknown>[] }>();
    expect(findings.length).toBeGreaterThan(5);
    for (const finding of findings) {
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining("id rule severity sheet cells title comment evidence numbers consequence".split(" ")),
      );
      expect(finding).toMatchObject({ evidence: [], severity: expect.stringMatching(/^(high|medium|low)$/) as string });
    }
    expect(existsSync(path.join(folder, ".marginalia"))).toBe(false);
  });

  it("joins what was filed to the findings: at most twenty, and every quote names its filing", async () => {
    const reviewed = await run("review", model, "--data", data, "--json");
    expect(reviewed.code).toBe(0);
    type Found = { rule: string; evidence: { document: string; filed: string; quote: string }[] };
    const { findings, ticks } = reviewed.json<{ findings: Found[]; ticks: { ties: number; differs: number } }>();
    expect(findings.length).toBeLessThanOrEqual(20);
    expect(ticks.ties).toBeGreaterThan(ticks.differs);
    const quoted = findings.flatMap((finding) => finding.evidence);
    expect(quoted.length).toBeGreaterThan(0);
    for (const { document, filed, quote } of quoted) {
      expect(document).toMatch(/^fernhollow-/);
      expect(filed).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(quote).not.toBe("");
    }
  });

  it("shows what it reads in one filing", async () => {
    const inspected = await run("inspect", annualReport, "--json");
    expect(inspected.code).toBe(0);
    const result = inspected.json<Record<"sections" | "facts" | "tables" | "passages", Record<string, unknown>[]>>();
    expect(result).toMatchObject({
      document: {
        form: "10-K",
        company: "Fernhollow Instruments, Inc.",
        cik: "0009990001",
        periodEnd: "2024-12-31",
      },
      textShare: expect.any(Number) as number,
    });
    expect(result.sections).toContainEqual(expect.objectContaining({ part: "I", item: "1A", title: "Risk Factors" }));
    expect(result.facts).toContainEqual({
      concept: "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
      unit: "USD",
      start: "2024-01-01",
      end: "2024-12-31",
      dimensions: {},
      value: 431_560_000,
      decimals: -3,
    });
    expect(result.tables.length).toBeGreaterThan(2);
    expect(result.passages.length).toBeGreaterThan(20);
  });

  it("lists what is stored", async () => {
    const listed = await run("filings", "list", "--data", data, "--json");
    expect(listed.code).toBe(0);
    const { documents } = listed.json<{ documents: { id: string; filed: string }[] }>();
    expect(documents.map(({ id, filed }) => `${id} ${filed}`).sort()).toEqual([
      "fernhollow-10-k-2022 2023-02-24",
      "fernhollow-10-k-2023 2024-02-23",
      "fernhollow-10-k-2024 2025-02-21",
      "fernhollow-10-q-2025-q1 2025-05-02",
      "fernhollow-8-k-2025-02-20 2025-02-20",
      "fernhollow-call-2024-q4 2025-02-20",
    ]);
  });

  it("outlines a stored document: its items, and its notes", async () => {
    const outlined = await run("filings", "outline", "fernhollow-10-k-2024", "--data", data);
    expect([outlined.code, outlined.stderr]).toEqual([0, ""]);
    const lines = outlined.stdout.split("\n");
    expect(lines[0]).toBe("fernhollow-10-k-2024: Fernhollow Instruments, Inc., 10-K for 2024-12-31, filed 2025-02-21");
    expect(lines).toContain("  I-1A   Risk Factors (6 passages)");
    expect(lines).toContain("  Note 5. Debt (1 passage)");
    const missing = await run("filings", "outline", "fernhollow-10-k-1999", "--data", data);
    expect([missing.code, missing.stdout]).toEqual([1, ""]);
    expect(missing.stderr).toContain('There is no document "fernhollow-10-k-1999" here.');
  });

  it("answers with a number, its unit and a quote", async () => {
    const answered = await run("ask", "What was revenue in fiscal 2024?", "--data", data, "--json");
    expect([answered.code, answered.stderr]).toEqual([0, ""]);
    expect(answered.json()).toMatchObject({
      id: "1",
      status: "answered",
      value: { number: 431_560_000, unit: "USD", scale: 1 },
      ms: expect.any(Number) as number,
    });
    const { statements, ...rest } = answered.json<{
      statements: { text: string; citations: Record<string, unknown>[]; numbers: unknown[] }[];
    }>();
    expect(Object.keys(rest)).toEqual(expect.arrayContaining(["nextQuestions", "trace"]));
    expect(statements[0]!.citations[0]).toMatchObject({
      document: "fernhollow-10-k-2024",
      page: null,
      part: "II",
      item: "8",
      quote: expect.stringContaining("431,560") as string,
    });
    expect(statements[0]!.numbers).toHaveLength(1);
  });

  it("searches line by line, hides what was filed later, and loses no line to a bad one", async () => {
    const batch = path.join(folder, "search.jsonl");
    await writeFile(
      batch,
      [
        '{"id": "later", "query": "total revenue", "asOf": "2024-12-31"}',
        "{not json",
        '{"id": "no-day", "query": "revenue", "asOf": "2024-02-30"}',
        "",
        `{"id": "long", "query": "${"x".repeat(100_000)}"}`,
        '{"id": 5, "query": "inventory", "document": "fernhollow-10-k-2023"}',
      ].join("\n"),
    );
    const found = await run("search", "--batch", batch, "-k", "5", "--data", data, "--json");
    expect(found.code).toBe(1);
    expect(found.stderr).toBe(`3 of 5 lines of "${batch}" failed; each says why in its place.\n`);
    const lines = found.lines();
    expect(lines.map((line) => line["id"])).toEqual(["later", null, "no-day", "long", "5"]);
    expect(lines.map((line) => (line["error"] as { code: string } | undefined)?.code)).toEqual([
      undefined,
      "cli/bad-batch-line",
      "cli/bad-batch-line",
      "cli/bad-question",
      undefined,
    ]);
    type Result = { document: string; filed: string };
    const [later, within] = [lines[0]!, lines[4]!].map((line) => line["results"] as Result[]) as [Result[], Result[]];
    expect(later.length).toBeGreaterThan(0);
    expect(later.every((result) => result.filed <= "2024-12-31")).toBe(true);
    expect(within.length).toBeGreaterThan(0);
    expect(new Set(within.map((result) => result.document))).toEqual(new Set(["fernhollow-10-k-2023"]));
    expect(Object.keys(within[0]!)).toEqual(
      expect.arrayContaining("document page part item passageId kind text score form period filed".split(" ")),
    );
    expect(Object.keys(lines[0]!)).toEqual(expect.arrayContaining(["id", "intent", "results", "ms"]));
  });

  it("answers about the selected range of a workbook", async () => {
    const range = ["--workbook", model, "--range", "Income Statement!D5"];
    const answered = await run("ask", "What was revenue in fiscal 2024?", ...range, "--data", data, "--json");
    expect(answered.code).toBe(0);
    expect(answered.json()).toMatchObject({ status: "answered", value: { number: 431_560_000 } });
  });

  it("answers a batch in order", async () => {
    const batch = path.join(folder, "ask.jsonl");
    await writeFile(
      batch,
      ["b", "a"].map((id) => JSON.stringify({ id, query: "What was revenue in fiscal 2023?" })).join("\n"),
    );
    const answered = await run("ask", "--batch", batch, "--data", data);
    expect(answered.code).toBe(0);
    expect(answered.lines()).toMatchObject([
      { id: "b", value: { number: 402_875_000 } },
      { id: "a", value: { number: 402_875_000 } },
    ]);
  });
});
