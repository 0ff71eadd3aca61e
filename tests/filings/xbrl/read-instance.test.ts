import { readTextDocument } from "../../../src/filings/read-text-document";
import { readInstance } from "../../../src/filings/xbrl/read-instance";

const head = `<?xml version="1.0"?>
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:gaap="http://xbrl.us/us-gaap/2009-01-31" xmlns:dei="http://xbrl.us/dei/2009-01-31"
  xmlns:tktl="http://www.kettles.example/2009" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi">
<context id="y"><entity><identifier scheme="http://www.sec.gov/CIK">0009990009</identifier></entity>
  <period><startDate>2009-01-01</startDate><endDate>2009-12-31</endDate></period></context>
<context id="e"><entity><identifier scheme="x">0009990009</identifier></entity><period><instant>2009-12-31</instant></period></context>
<context id="lids"><entity><identifier scheme="x">0009990009</identifier>
  <segment><xbrldi:explicitMember dimension="gaap:StatementBusinessSegmentsAxis">tktl:LidsMember</xbrldi:explicitMember></segment></entity>
  <period><startDate>2009-01-01</startDate><endDate>2009-12-31</endDate></period></context>
<unit id="usd"><measure>iso4217:USD</measure></unit>
<unit id="eps"><divide><unitNumerator><measure>iso4217:USD</measure></unitNumerator><unitDenominator><measure>xbrli:shares</measure></unitDenominator></divide></unit>
<dei:EntityRegistrantName contextRef="y">Tiny Kettles, Inc. (fictional)</dei:EntityRegistrantName>
<dei:DocumentType contextRef="y">10-K</dei:DocumentType>
<dei:DocumentPeriodEndDate contextRef="y">2009-12-31</dei:DocumentPeriodEndDate>`;
const facts = `
<gaap:Revenues contextRef="y" unitRef="usd" decimals="-3">1234000</gaap:Revenues>
<gaap:Revenues contextRef="lids" unitRef="usd" decimals="-3">234000</gaap:Revenues>
<gaap:EarningsPerShareBasic contextRef="y" unitRef="eps" decimals="2">-0.29</gaap:EarningsPerShareBasic>
<gaap:Goodwill contextRef="e" unitRef="usd" xsi:nil="true"/>
<tktl:KettlesMended contextRef="e" unitRef="usd" decimals="INF">7</tktl:KettlesMended>
<gaap:InventoryPolicyTextBlock contextRef="y">&lt;div&gt;&lt;p&gt;Inventory is stated &lt;b&gt;at cost&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;It is counted each spring, kettle by kettle, and again before the summer, when few are sold; lids are counted once a year, in the autumn, by two people who do not speak with each other.&lt;/p&gt;&lt;/div&gt;</gaap:InventoryPolicyTextBlock>
</xbrl>`;
const instance = head + facts;
const read = (text: string, fileName = "tktl-20091231.xml") => readTextDocument(Buffer.from(text), { fileName });

describe("an XBRL instance", () => {
  it("says whose it is", () => {
    expect(read(instance).document).toMatchObject({
      id: "tktl-20091231",
      company: "Tiny Kettles, Inc. (fictional)",
      form: "10-K",
      periodEnd: "2009-12-31",
    });
  });

  it("gives each fact with unit, period and breakdown, under the taxonomy's usual prefix", () => {
    const shown = read(instance)
      .facts.filter(({ unit }) => unit !== null)
      .map(({ concept, value, unit, start, end, dimensions }) => [
        concept,
        value,
        unit,
        start,
        end,
        Object.values(dimensions)[0],
      ]);
    expect(shown).toEqual([
      ["us-gaap:Revenues", 1234000, "USD", "2009-01-01", "2009-12-31", undefined],
      ["us-gaap:Revenues", 234000, "USD", "2009-01-01", "2009-12-31", "tktl:LidsMember"],
      ["us-gaap:EarningsPerShareBasic", -0.29, "USD/shares", "2009-01-01", "2009-12-31", undefined],
      ["us-gaap:Goodwill", null, "USD", null, "2009-12-31", undefined],
      ["tktl:KettlesMended", 7, "USD", null, "2009-12-31", undefined],
    ]);
  });

  it("shows each fact in a passage, at its very place", () => {
    const { facts: found, passages } = read(instance);
    const texts = new Map(passages.map(({ id, text }) => [id, text]));
    const revenue = found.find(({ value }) => value === 234000)!;

    expect(texts.get(revenue.passageId!)!.slice(revenue.span!.start, revenue.span!.end)).toBe("234000");
    expect(texts.get(revenue.passageId!)).toContain("Revenues | 234000 | USD");
  });

  it("reads a note's own markup as text", () => {
    const note = read(instance).facts.find(({ concept }) => concept.endsWith("TextBlock"));
    expect(note?.value).toMatch(/^Inventory is stated at cost\.\nIt is counted each spring/);
  });

  it("cut anywhere gives the facts before the cut or a clear error", () => {
    for (let cut = 400; cut < instance.length; cut += 97) {
      let outcome = "read";
      try {
        read(instance.slice(0, cut));
      } catch (error) {
        outcome = (error as { code?: string }).code ?? String(error);
      }
      expect(["read", "filings/not-a-filing"]).toContain(outcome);
    }
  });

  it("beside a page without tags gives its facts to the page", () => {
    const page = `<html><body>${"<p>Tiny Kettles sells kettles and lids to made-up shops.</p>".repeat(5)}</body></html>`;
    const submission = (main: string) =>
      `<SEC-DOCUMENT>x\n<SEC-HEADER>\nCONFORMED SUBMISSION TYPE: 10-K\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n${main}\n</TEXT>\n</DOCUMENT>\n` +
      `<DOCUMENT>\n<TYPE>EX-101.INS\n<TEXT>\n<XBRL>\n${instance}\n</XBRL>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>`;
    const { facts: found, text } = read(submission(page), "0009990009-10-000001.txt");

    expect(found.find(({ concept }) => concept === "us-gaap:Revenues")).toMatchObject({
      value: 1234000,
      passageId: null,
    });
    expect(text).not.toContain("iso4217");
  });
});

it("leaves out the number in which an instance was cut off", () => {
  const start = '<xbrl xmlns="http://www.xbrl.org/2003/instance"><a:b contextRef="c" unitRef="u">12</a:b>';
  const { elements, unsupported } = readInstance(`${start}<a:d contextRef="c" unitRef="u">34`);
  expect(elements.map(({ concept }) => concept)).toEqual(["a:b"]);
  expect(unsupported).toEqual(["what stands open where the file ends"]);
});

it("reads an instance up to where elements stand deeper than any filer nests them, and says so", () => {
  const start = '<xbrl xmlns="http://www.xbrl.org/2003/instance"><a:b contextRef="c" unitRef="u">12</a:b>';
  const { elements, unsupported } = readInstance(`${start}${"<a:d>".repeat(200_000)}`);
  expect(elements.map(({ concept }) => concept)).toEqual(["a:b"]);
  expect(unsupported).toEqual(["what begins where elements stand more than 1000 deep, and all behind it"]);
});

describe("what an instance states", () => {
  const facts = (inner: string) => {
    const { facts: found, warnings } = read(`${head}${inner}</xbrl>`);
    return {
      found: found.filter(({ concept }) => !concept.startsWith("dei:")).map(({ concept, value }) => [concept, value]),
      warnings,
    };
  };

  it("as a fraction is left out, not run together", () => {
    const fraction = `<tktl:Share contextRef="y" unitRef="usd"><numerator>1</numerator><denominator>3</denominator></tktl:Share>`;
    expect(facts(fraction)).toEqual({
      found: [],
      warnings: ["1 facts stated as a numerator and a denominator are left out: tktl:Share"],
    });
  });

  it("within a tuple is left out", () => {
    const tuple = `<tktl:Maker><tktl:Age contextRef="y" unitRef="usd" decimals="0">40</tktl:Age><tktl:Name contextRef="y">Tin</tktl:Name></tktl:Maker>`;
    expect(facts(tuple)).toEqual({
      found: [],
      warnings: ["2 facts that mean something only within a group (a tuple) are left out: tktl:Age, tktl:Name"],
    });
  });

  it("as a number without a unit is left out", () => {
    expect(facts(`<tktl:Sold contextRef="y" decimals="0">5</tktl:Sold>`)).toEqual({
      found: [],
      warnings: ["1 tagged numbers name no known unit and are left out: tktl:Sold (none)"],
    });
  });

  it("as a number with elements in it is no number", () => {
    const broken = `<tktl:Sold contextRef="y" unitRef="usd">12<tktl:b/>34</tktl:Sold>`;
    expect(facts(broken).warnings).toEqual(['1 tagged numbers could not be read and are left out: tktl:Sold "12  34"']);
  });

  it("with precision instead of decimals is as right as it says", () => {
    const { facts: found } = read(
      `${head}<tktl:Sold contextRef="y" unitRef="usd" precision="4">123456</tktl:Sold></xbrl>`,
    );
    expect(found.find(({ concept }) => concept === "tktl:Sold")).toMatchObject({ value: 123_456, decimals: -2 });
  });

  it("as computers write numbers is read", () => {
    const numbers = ["+5", "1.5E3", "-0.25", ".5"]
      .map((value, at) => `<tktl:N${at} contextRef="y" unitRef="usd" decimals="INF">${value}</tktl:N${at}>`)
      .join("");
    expect(facts(numbers).found.map(([, value]) => value)).toEqual([5, 1500, -0.25, 0.5]);
  });

  it("of a part names axis and member as everybody does", () => {
    const { facts: found } = read(
      `${head}<gaap:Revenues contextRef="lids" unitRef="usd" decimals="0">5</gaap:Revenues></xbrl>`,
    );
    expect(found.find(({ concept }) => concept === "us-gaap:Revenues")?.dimensions).toEqual({
      "us-gaap:StatementBusinessSegmentsAxis": "tktl:LidsMember",
    });
  });
});
