import { readInstance } from "../../../src/filings/xbrl/read-instance";

const read = (inner: string) =>
  readInstance(
    `<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:xbrldi="http://xbrl.org/2006/xbrldi" xmlns:k="http://kettles.example">${inner}</xbrl>`,
  );
const contextOf = (period: string, parts = "", scenario = "") =>
  read(
    `<context id="c"><entity><identifier scheme="s">1</identifier>${parts}</entity><period>${period}</period>${scenario}</context>`,
  ).contexts.get("c");

describe("the period of a context", () => {
  it.each([
    ["days", "<startDate>2023-01-01</startDate><endDate>2023-12-31</endDate>", "2023-01-01", "2023-12-31"],
    [
      "times, midnight ending the day before",
      "<startDate>2023-01-01T00:00:00</startDate><endDate>2024-01-01T00:00:00</endDate>",
      "2023-01-01",
      "2023-12-31",
    ],
    [
      "times at the end of days",
      "<startDate>2022-12-31T24:00:00</startDate><endDate>2023-12-31T24:00:00</endDate>",
      "2023-01-01",
      "2023-12-31",
    ],
    ["a moment in a day", "<instant>2023-12-31T23:59:59</instant>", null, "2023-12-31"],
    ["an instant at midnight", "<instant>2024-03-01T00:00:00Z</instant>", null, "2024-02-29"],
    ["for ever", "<forever/>", null, null],
  ])("said in %s", (_, period, start, end) => {
    expect(contextOf(period)).toEqual({ start, end, dimensions: {} });
  });
});

describe("the breakdown of a context", () => {
  const instant = "<instant>2023-12-31</instant>";
  const lids = `<xbrldi:explicitMember dimension="k:ProductAxis"> k:LidsMember </xbrldi:explicitMember>`;

  it("stands in segment and scenario alike", () => {
    const budget = `<xbrldi:explicitMember dimension="k:ScenarioAxis">k:BudgetMember</xbrldi:explicitMember>`;
    expect(contextOf(instant, `<segment>${lids}</segment>`, `<scenario>${budget}</scenario>`)?.dimensions).toEqual({
      "k:ProductAxis": "k:LidsMember",
      "k:ScenarioAxis": "k:BudgetMember",
    });
  });

  it("of a typed member with several parts is all of them", () => {
    const place = "<k:place><k:town>Upper Spout</k:town><k:street>3</k:street></k:place>";
    const typed = `<xbrldi:typedMember dimension="k:ShopAxis">${place}</xbrldi:typedMember>`;
    expect(contextOf(instant, `<segment>${typed}${lids}</segment>`)?.dimensions).toEqual({
      "k:ShopAxis": "Upper Spout 3",
      "k:ProductAxis": "k:LidsMember",
    });
  });

  it("in a filer's own elements is not the company as a whole", () => {
    expect(contextOf(instant, "<segment><k:division>Lids</k:division></segment>")?.dimensions).toEqual({
      "segment:k:division": "Lids",
    });
  });
});

it("reads units of several measures, in whatever order they stand", () => {
  const { units } = read(
    `<unit id="m"><measure>k:kettle</measure><measure>k:mile</measure></unit>` +
      `<unit id="d"><divide><unitNumerator><measure>iso4217:USD</measure></unitNumerator>` +
      `<unitDenominator><measure>shares</measure><measure>k:day</measure></unitDenominator></divide></unit>` +
      `<unit id="p"><measure>xbrli:pure</measure></unit>`,
  );
  expect([...units]).toEqual([
    ["m", "kettle*mile"],
    ["d", "USD/day*shares"],
    ["p", "pure"],
  ]);
});

describe("ids", () => {
  const usd = "<measure>iso4217:USD</measure>";
  const of = (id: string, day: string, company = "1") =>
    `<context id="${id}"><entity><identifier scheme="s">${company}</identifier></entity><period><instant>${day}</instant></period></context>`;

  it("under which two different things stand tell neither, and the same twice is once", () => {
    const twice = of("a", "2023-12-31") + of("a", "2022-12-31") + of("b", "2023-12-31").repeat(2);
    const units = `<unit id="u">${usd}</unit><unit id="u"><measure>iso4217:EUR</measure></unit><unit id="v">${usd}</unit>`;
    const found = read(twice + units);
    expect([...found.contexts.keys()]).toEqual(["b"]);
    expect([...found.units]).toEqual([["v", "USD"]]);
  });

  it("of contexts of another company mark it, so that its facts never pass for this one's", () => {
    const day = "2023-12-31";
    const { contexts } = read(of("a", day, "0000000042") + of("b", day, "42") + of("c", day, "77"));
    expect([...contexts.values()].map(({ dimensions }) => dimensions)).toEqual([{}, {}, { "xbrli:identifier": "77" }]);
  });

  it.each([
    ["no measure", ""],
    ["a measure without a name", "<measure> </measure>"],
    ["nothing to divide by", `<divide><unitNumerator>${usd}</unitNumerator><unitDenominator/></divide>`],
    ["nothing to divide", `<divide><unitNumerator/><unitDenominator>${usd}</unitDenominator></divide>`],
  ])("of units with %s tell none", (_, inner) => {
    expect(read(`<unit id="u">${inner}</unit>`).units.size).toBe(0);
  });
});

it("does not read a context with more dimensions than any filer has", () => {
  const parts = (count: number) =>
    Array.from({ length: count }, (_, at) => `<xbrldi:explicitMember dimension="k:A${at}">k:M</xbrldi:explicitMember>`);
  const of = (count: number) =>
    contextOf("<instant>2023-12-31</instant>", `<segment>${parts(count).join("")}</segment>`);
  expect([of(50) === undefined, of(51) === undefined]).toEqual([false, true]);
});
