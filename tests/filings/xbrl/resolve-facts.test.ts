import { context, readPage, valuesOf } from "./inline-page";

const number = (attributes: string, text: string) =>
  `<ix:nonFraction contextRef="y" unitRef="usd" decimals="0" ${attributes}>${text}</ix:nonFraction>`;
const text = (attributes: string, content: string) =>
  `<ix:nonNumeric contextRef="y" ${attributes}>${content}</ix:nonNumeric>`;

describe("what is no fact of the filing is left out and named", () => {
  it.each([
    [
      "a number without a unit",
      `<ix:nonFraction name="k:Sold" contextRef="y">5</ix:nonFraction>`,
      "1 tagged numbers name no known unit and are left out: k:Sold (none)",
    ],
    [
      "a number of an unknown unit",
      `<ix:nonFraction name="k:Sold" contextRef="y" unitRef="gbp">5</ix:nonFraction>`,
      "1 tagged numbers name no known unit and are left out: k:Sold (gbp)",
    ],
    [
      "a fact of an unknown context",
      `<ix:nonNumeric name="k:Spout" contextRef="z">long</ix:nonNumeric>`,
      "1 tagged facts name no context that can be read and are left out: k:Spout (z)",
    ],
    [
      "a fraction",
      `<ix:fraction name="k:Share" contextRef="y" unitRef="pure"><ix:numerator format="ixt:num-dot-decimal">1</ix:numerator>/<ix:denominator format="ixt:num-dot-decimal">3</ix:denominator></ix:fraction>`,
      "1 facts stated as a numerator and a denominator are left out: k:Share",
    ],
    [
      "what stands in a tuple, or says that it belongs to one",
      `<ix:tuple name="k:Maker" tupleID="t"><p>${number('name="k:Age" order="1"', "40")}</p></ix:tuple>${text('name="k:Name" tupleRef="t" order="2"', "Tin")}`,
      "2 facts that mean something only within a group (a tuple) are left out: k:Age, k:Name",
    ],
    [
      "a fact of another target document",
      number('name="k:Sold" target="parent-only"', "7"),
      "1 facts tagged for another document than the filing itself are left out: k:Sold",
    ],
    [
      "a minus printed in a number that is marked as negative too",
      number('name="k:Sold" sign="-"', "-7"),
      '1 tagged numbers could not be read and are left out: k:Sold "-7"',
    ],
    [
      "a number in brackets, which no format allows",
      number('name="k:Sold" sign="-" format="ixt:num-dot-decimal"', "(7)"),
      '1 tagged numbers could not be read and are left out: k:Sold "(7)"',
    ],
    [
      "a number in an unknown format",
      number('name="k:Sold" format="ixt:numroman"', "7"),
      '1 tagged numbers could not be read and are left out: k:Sold "7"',
    ],
  ])("%s", (_, body, warning) => {
    const page = readPage(`<p>${number('name="k:Kept"', "12")}</p><p>${body}</p>`);
    expect(valuesOf(page)).toEqual([["k:Kept", 12]]);
    expect(page.warnings).toEqual([warning]);
  });

  it.each([
    ["a day that is not in the calendar", "<xbrli:instant>2023-02-30</xbrli:instant>"],
    [
      "an end before the beginning",
      "<xbrli:startDate>2023-12-31</xbrli:startDate><xbrli:endDate>2023-01-01</xbrli:endDate>",
    ],
    ["an end without a beginning", "<xbrli:endDate>2023-12-31</xbrli:endDate>"],
    ["nothing", ""],
  ])("a fact whose period states %s", (_, period) => {
    const fact = `<ix:nonNumeric name="k:Spout" contextRef="bad">long</ix:nonNumeric>`;
    const page = readPage(`<p>${fact}${text('name="k:Kept"', "here")}</p>`, context("bad", period));
    expect(valuesOf(page)).toEqual([["k:Kept", "here"]]);
    expect(page.warnings).toEqual(["1 tagged facts name no context that can be read and are left out: k:Spout (bad)"]);
  });

  it("names three of many", () => {
    const page = readPage([1, 2, 3, 4, 5].map((count) => number(`name="k:N${count}"`, "x")).join(" "));
    expect(page.warnings).toEqual([
      '5 tagged numbers could not be read and are left out: k:N1 "x", k:N2 "x", k:N3 "x"',
    ]);
  });
});

it("takes the facts of the only target document there is", () => {
  const page = readPage(number('name="k:Sold" target="us"', "7"));
  expect(valuesOf(page)).toEqual([["k:Sold", 7]]);
  expect(page.warnings).toEqual([]);
});

describe("the value of a number", () => {
  it.each([
    ["nil with a dash in it", 'xsi:nil="true" format="ixt:fixed-zero"', "—", null],
    ["nil under any prefix", 'x:nil="1"', "5", null],
    ["digits with markup between", 'format="ixt:num-dot-decimal"', "1,<b>2</b><span>3</span>4", 1234],
    ["with scale and sign", 'format="ixt:num-dot-decimal" scale="6" sign="-"', "1.5", -1_500_000],
    ["of a percentage", 'format="ixt:num-dot-decimal" scale="-2"', "7.25", 0.0725],
    ["without what is excluded", 'format="ixt:num-dot-decimal"', "1<ix:exclude>a</ix:exclude>2", 12],
    ["between words of a paragraph", 'format="ixt-sec:numwordsen"', "no", 0],
  ])("%s", (_, attributes, printed, value) => {
    expect(valuesOf(readPage(`<p>We sold ${number(`name="k:Sold" ${attributes}`, printed)} kettles.</p>`))).toEqual([
      ["k:Sold", value],
    ]);
  });

  it("within another number is both's", () => {
    const inner = number('name="k:Inner" format="ixt:num-dot-decimal" scale="3"', "1,200");
    const page = readPage(`<p>${number('name="k:Outer" format="ixt:num-dot-decimal" scale="3"', inner)}</p>`);
    expect(valuesOf(page)).toEqual([
      ["k:Outer", 1_200_000],
      ["k:Inner", 1_200_000],
    ]);
  });

  it("keeps unit, decimals, period and breakdown apart", () => {
    const segment =
      `<xbrldi:explicitMember dimension="k:ProductAxis">k:LidsMember</xbrldi:explicitMember>` +
      `<xbrldi:typedMember dimension="k:ShopAxis"><k:shop>Upper Spout</k:shop></xbrldi:typedMember>`;
    const resources = context("lids", "<xbrli:instant>2024-01-01T00:00:00</xbrli:instant>", segment);
    const fact = `<ix:nonFraction name="k:Price" contextRef="lids" unitRef="eps" decimals="2">1.5</ix:nonFraction>`;
    expect(readPage(`<p>${fact}</p>`, resources).facts).toMatchObject([
      {
        concept: "k:Price",
        value: 1.5,
        decimals: 2,
        unit: "USD/shares",
        start: null,
        end: "2023-12-31",
        dimensions: { "k:ProductAxis": "k:LidsMember", "k:ShopAxis": "Upper Spout" },
        printed: "1.5",
      },
    ]);
  });
});

describe("the text of a fact", () => {
  it("is without what is excluded from it", () => {
    const page = readPage(
      text('name="k:Note"', "<p>Kettles are mended</p><ix:exclude><p>Page 7</p></ix:exclude><p>and sold.</p>"),
    );
    expect(valuesOf(page)).toEqual([["k:Note", "Kettles are mended\nand sold."]]);
  });

  it("keeps its own words where it stands in what another text leaves out", () => {
    const head = `<ix:exclude><p>Page 7 of ${text('name="k:Company"', "Tiny Kettles")}</p></ix:exclude>`;
    const page = readPage(`${text('name="k:Note"', `<p>Kettles are mended.</p>${head}<p>Lids are not.</p>`)}`);
    expect(valuesOf(page)).toEqual([
      ["k:Note", "Kettles are mended.\nLids are not."],
      ["k:Company", "Tiny Kettles"],
    ]);
  });

  it("goes on through its continuations, whatever stands between", () => {
    const page = readPage(
      `<p>${text('name="k:Note" continuedAt="c1"', "First,")}</p><p>A picture.</p>` +
        `<p><ix:continuation id="c2">third.</ix:continuation></p>` +
        `<p><ix:continuation id="c1" continuedAt="c2">second,</ix:continuation></p>`,
    );
    expect(valuesOf(page)).toEqual([["k:Note", "First,\nsecond,\nthird."]]);
    expect(page.warnings).toEqual([]);
  });

  it.each([
    ["that is missing", `<p>${text('name="k:Note" continuedAt="gone"', "First,")}</p>`, "First,"],
    [
      "that returns to itself",
      `<p>${text('name="k:Note" continuedAt="c1"', "First,")}</p><p><ix:continuation id="c1" continuedAt="c1">second.</ix:continuation></p>`,
      "First,\nsecond.",
    ],
  ])("with a continuation %s is what is there, and a warning says so", (_, body, value) => {
    const page = readPage(body);
    expect(valuesOf(page)).toEqual([["k:Note", value]]);
    expect(page.warnings).toEqual(["1 tagged texts go on at a place that is missing; what is there is kept: k:Note"]);
  });

  it("has the numbers that are tagged within it", () => {
    const page = readPage(`<p>${text('name="k:Note"', `We sold ${number('name="k:Sold"', "12")} kettles.`)}</p>`);
    expect(valuesOf(page)).toEqual([
      ["k:Note", "We sold 12 kettles."],
      ["k:Sold", 12],
    ]);
  });
});

it("reads names under the usual prefix of their taxonomy, whatever the filer's", () => {
  const segment = `<xbrldi:explicitMember dimension="s:ProductOrServiceAxis">g:ProductMember</xbrldi:explicitMember>`;
  const fact = `<ix:nonFraction name="g:Revenues" contextRef="p" unitRef="usd" decimals="0">5</ix:nonFraction>`;
  const root = `xmlns:g="http://fasb.org/us-gaap/2023" xmlns:s="http://fasb.org/srt/2023"`;
  expect(readPage(`<p>${fact}</p>`, context("p", "<xbrli:forever/>", segment), root).facts).toMatchObject([
    {
      concept: "us-gaap:Revenues",
      start: null,
      end: null,
      dimensions: { "srt:ProductOrServiceAxis": "us-gaap:ProductMember" },
    },
  ]);
});

describe("a page that nests or refers without end", () => {
  it("whose texts all go on at one long chain gives the chain to one of them", () => {
    const chain = Array.from(
      { length: 2000 },
      (_, at) => `<ix:continuation id="c${at}" continuedAt="c${at + 1}">part </ix:continuation>`,
    );
    const page = readPage(
      `<p>${text('name="k:T" continuedAt="c0"', "tin").repeat(3)}${chain.join("")}<ix:continuation id="c2000">end</ix:continuation></p>`,
    );
    expect(page.warnings[0]).toBe("2 tagged texts go on at a place that is missing; what is there is kept: k:T, k:T");
  });

  it("reads no tag that stands within more than 32 others", () => {
    const deep = `${'<ix:nonNumeric name="k:T" contextRef="y">'.repeat(40)}tin${"</ix:nonNumeric>".repeat(40)}`;
    const page = readPage(`<p>${deep} ${number('name="k:Kept"', "1")}</p>`);
    expect(valuesOf(page)).toEqual([
      ["k:T", "tin"],
      ["k:Kept", 1],
    ]);
    expect(page.warnings).toEqual(["not read: what is tagged within 32 other tags"]);
  });
});
