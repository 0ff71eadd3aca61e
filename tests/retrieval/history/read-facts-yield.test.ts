import { type Fact } from "../../../src/contracts/document";
import { chooseReported } from "../../../src/retrieval/history/choose-reported";
import { type FactOnFile } from "../../../src/storage/store";

function onFile(source: Fact["source"], concept: string, value: number, filed: string): FactOnFile {
  const fact = { source, concept, value, unit: "USD", start: "2006-01-01", end: "2006-12-31", decimals: -6 };
  return { fact, document: { id: filed, filed, form: "10-K" }, printedIn: "table" } as unknown as FactOnFile;
}

const tags = ["us-gaap:Revenues", "us-gaap:SalesRevenueNet"];

test("a tagged figure wins over one read from a newer document under a tag liked better", () => {
  const facts = [
    onFile("read", "us-gaap:Revenues", 905, "2008-02-20"),
    onFile("tagged", "us-gaap:SalesRevenueNet", 900, "2007-02-20"),
  ];
  expect(chooseReported(facts, tags, null).map(({ fact }) => [fact.source, fact.value])).toEqual([["tagged", 900]]);
});

test("where nothing is tagged, the figure read is the one reported", () => {
  const facts = [onFile("read", "us-gaap:Revenues", 905, "2008-02-20")];
  expect(chooseReported(facts, tags, null).map(({ fact }) => fact.source)).toEqual(["read"]);
});
