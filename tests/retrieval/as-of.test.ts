import { type ParsedDocument } from "../../src/contracts/document";
import { addDays } from "../../src/concepts/time/days";
import { createRetrieval, type Retrieval } from "../../src/retrieval/create-retrieval";
import { openStore } from "../../src/storage/open-store";
import { type Store } from "../../src/storage/store";
import { parsedDocument } from "../storage/document-fixture";
import { storesUnderTest } from "../storage/stores-under-test";
import { askAtRandom, filedLate } from "../support/ask-at-random";
import { seededRandom } from "../support/seeded-random";

jest.setTimeout(120_000);

const random = seededRandom(20_261_124);
const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));

/** Reports of four years; each states its year and the one before, now and then otherwise, under a tag of its own as well. */
function reportsOf(company: string, ticker: string, cik: string, yearEnd: string): ParsedDocument[] {
  return [2020, 2021, 2022, 2023].flatMap((year) => {
    const end = `${year}-${yearEnd}`;
    const filed = addDays(end, between(30, 80));
    const annual = report({ company, ticker, cik, id: `${ticker}-${year}`, form: "10-K", periodEnd: end, filed, year });
    // A saved page of which nobody knows the day, and a call under another spelling.
    const undated = { ...annual.document, id: `${ticker}-${year}-saved`, filed: null };
    const call = parsedDocument({
      id: `${ticker}-${year}-call`,
      company: company.replace(/ \w+\.$/, ""),
      ticker: null,
      cik: null,
      form: "transcript",
      periodEnd: end,
      filed: random() < 0.5 ? null : addDays(filed, between(-5, 5)),
      passages: [{ text: `On this call lamps of ${year} sold better in harbors, and net sales grew in all regions.` }],
    });
    return [annual, { ...renamed(annual, undated.id), document: undated }, call];
  });
}

function report(about: {
  company: string;
  ticker: string;
  cik: string;
  id: string;
  form: string;
  periodEnd: string;
  filed: string;
  year: number;
}): ParsedDocument {
  const fact = (concept: string, yearsBack: number, value: number, decimals = -6) => {
    const end = `${about.year - yearsBack}${about.periodEnd.slice(4)}`;
    const start = addDays(`${about.year - yearsBack - 1}${about.periodEnd.slice(4)}`, 1);
    return { concept, start, end, value: value * 1e6, decimals, passageId: `${about.id}#0`, printed: String(value) };
  };
  return parsedDocument({
    ...about,
    passages: [
      { text: `Net sales ${about.year} of lamps\nNet income`, kind: "table", part: "II", item: "8" },
      { text: `Our lamps of ${about.year} depend on one supplier of glass, which could fail us.`, item: "1A" },
      { text: "The supply of glass for harbors is a risk to net sales that recurs in every report.", item: "1A" },
    ],
    facts: [
      { concept: "dei:DocumentFiscalYearFocus", value: String(about.year), unit: null, start: null },
      fact("us-gaap:Revenues", 0, between(100, 900)),
      fact("us-gaap:Revenues", 1, between(100, 900)),
      fact("us-gaap:NetIncomeLoss", 0, between(10, 90)),
      fact("us-gaap:NetIncomeLoss", 1, between(10, 90)),
      fact("us-gaap:EarningsPerShareBasic", 0, between(1, 9)),
      fact(`x:Lamps${about.year}`, 0, between(1, 9)),
    ],
  });
}

function renamed(document: ParsedDocument, id: string): ParsedDocument {
  return JSON.parse(JSON.stringify(document).replaceAll(document.document.id, id)) as ParsedDocument;
}

const filings = [
  ...reportsOf("Lumen Harbor Inc.", "LMHB", "0009990001", "12-31"),
  ...reportsOf("Target Dune Corp.", "TDUN", "0009990002", "06-30"),
];
const dated = filings
  .filter(({ document }) => document.filed !== null)
  .sort((a, b) => (a.document.filed! < b.document.filed! ? -1 : 1));
const company = "Lumen Harbor";
const conceptIds = ["revenue", "net-income", "eps-basic"];
const concepts = ["us-gaap:Revenues", "us-gaap:NetIncomeLoss"];

describe.each(storesUnderTest)("what was known on a day, over $name", ({ prepare }) => {
  const clears: (() => Promise<void>)[] = [];
  const stores: Store[] = [];
  /** Holds everything, the undated and the later filed as well. */
  let all: Retrieval;
  /** Holds what had been filed, and nothing else: what it says without an as-of date is what was known. */
  let then: Retrieval;
  const open = async (): Promise<Retrieval> => {
    const place = await prepare();
    const store = await openStore(place.location);
    stores.push(store);
    clears.push(place.clear);
    return createRetrieval(store);
  };

  beforeAll(async () => {
    [all, then] = [await open(), await open()];
    for (const filing of filings) await all.addDocument(filing);
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    for (const clear of clears) await clear();
  });

  /** All that can be asked as of a day, but for the order of passages: how rare a word is counts over the whole store. */
  const ask = async (retrieval: Retrieval, asOf: string | null) => ({
    facts: await retrieval.findFacts({ company, documentId: null, conceptIds, periods: [], asOf }),
    latest: await retrieval.findFacts({
      company,
      documentId: null,
      conceptIds,
      periods: [{ label: "latest year", kind: "latest", fiscalYear: null, quarter: null, start: null, end: null }],
      asOf,
    }),
    histories: await retrieval.factHistories(company, { concepts, asOf, wholeCompany: true }),
    calendar: await retrieval.fiscalCalendar(company, asOf),
    named: await Promise.all(
      [2020, 2021, 2022, 2023].map((year) => retrieval.conceptsNamed(company, `lamps${year}`, asOf)),
    ),
    periods: (
      await retrieval.understandQuestion({
        question: "How did revenue change over the last 2 years?",
        company,
        documentId: null,
        asOf,
      })
    ).periods,
  });

  it("is what a store without later and undated documents says, whatever is asked", async () => {
    for (const [index, filing] of dated.entries()) {
      await then.addDocument(filing);
      const first = filing.document.filed!;
      const next = dated[index + 1]?.document.filed ?? addDays(first, 400);
      // Who there is, is known of all documents: before its first filing a company is known to one store only.
      const begun = dated.slice(0, index + 1).some((one) => one.document.cik === "0009990001");
      if (next <= first || !begun) continue;
      const days = Math.round((Date.parse(next) - Date.parse(first)) / 86_400_000);
      const day = addDays(first, between(0, days - 1));
      expect({ day, ...(await ask(all, day)) }).toEqual({ day, ...(await ask(then, null)) });
    }
  });

  it("is never a passage of a document filed later or on an unknown day", async () => {
    let found = 0;
    for (let turn = 0; turn < 25; turn++) {
      const asOf = addDays("2020-06-01", between(0, 1500));
      const documentId = turn % 3 === 0 ? filings[between(0, filings.length - 1)]!.document.id : null;
      const who = turn % 2 === 0 ? company : null;
      for (const query of ["risk of glass supply", "net sales of lamps", "what is new in the risk factors"]) {
        const { results } = await all.search({ query, k: 20, company: who, documentId, asOf });
        for (const { document } of results) expect(document.filed !== null && document.filed <= asOf).toBe(true);
        found += results.length;
      }
      if (documentId === null) continue;
      const facts = await all.findFacts({ company: null, documentId, conceptIds, periods: [], asOf });
      for (const { document, since, earlier } of facts)
        for (const { filed } of [document, since, ...earlier.flatMap((one) => [one.document, one.changed.by])])
          expect(filed !== null && filed <= asOf).toBe(true);
    }
    expect(found).toBeGreaterThan(100);
  });

  it("is all that random questions of every kind give, and every score adds up", async () => {
    const documents = await all.listDocuments();
    const companies = (await all.companies()).map(({ name }) => name);
    const about = { documents, companies, from: "2020-12-01", to: "2024-06-01" };
    const found = new Map<string, number>();
    for (let turn = 0; turn < 300; turn++) {
      const { kind, asOf, result } = await askAtRandom(all, about, random);
      const { seen, late } = filedLate(result, asOf);
      expect({ kind, asOf, late }).toEqual({ kind, asOf, late: 0 });
      found.set(kind, (found.get(kind) ?? 0) + seen);
    }
    // Each kind found something, so that none was asked in vain.
    expect([...found.values()].every((count) => count > 0)).toBe(true);
    expect(found.size).toBe(7);
  });

  it("leaves out undated documents, and can say how many there are", async () => {
    const undated = filings.filter(({ document }) => document.filed === null);
    const own = undated.filter(({ document }) => document.company?.startsWith("Lumen") === true);
    expect(await all.countUndated({ company, documentId: null })).toBe(own.length);
    expect(await all.countUndated({ company: null, documentId: null })).toBe(undated.length);
    expect(await all.countUndated({ company: null, documentId: own[0]!.document.id })).toBe(1);
  });
});
