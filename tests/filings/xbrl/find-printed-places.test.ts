import { layOutText } from "../../../src/filings/layout/lay-out-text";
import { readMarkup } from "../../../src/filings/markup/read-markup";
import { findPrintedPlaces } from "../../../src/filings/xbrl/find-printed-places";
import { type LocatedFact } from "../../../src/filings/xbrl/located-fact";

const page = `<html><body><p>Balance sheets (in thousands)</p><table>
<tr><td></td><td>December 31, 2012</td><td>December 31, 2011</td></tr>
<tr><td>Inventories, net</td><td>3,317</td><td>3,005</td></tr>
<tr><td>Goodwill</td><td>981</td><td>977</td></tr>
<tr><td>Accounts payable, current</td><td>1,472</td><td>1,390</td></tr>
</table></body></html>`;

function fact(concept: string, end: string, value: number): LocatedFact {
  return {
    source: "tagged",
    concept,
    unit: "USD",
    start: null,
    end,
    dimensions: {},
    value,
    decimals: -3,
    place: null,
  };
}

const facts = [
  fact("us-gaap:InventoryNet", "2012-12-31", 3_317_000),
  fact("us-gaap:InventoryNet", "2011-12-31", 3_005_000),
  fact("us-gaap:Goodwill", "2012-12-31", 981_000),
  fact("us-gaap:Goodwill", "2011-12-31", 977_000),
  fact("us-gaap:AccountsPayableCurrent", "2012-12-31", 1_472_000),
  fact("us-gaap:AccountsPayableCurrent", "2011-12-31", 1_390_000),
];

test("facts of an instance are shown at their numbers in the page", () => {
  const laid = layOutText(readMarkup(page, null).blocks, 0);
  const shown = findPrintedPlaces(facts, laid, [], "10-K").map(({ place }) =>
    place === null ? null : laid.text.slice(place.start, place.end),
  );
  expect(shown).toEqual(["3,317", "3,005", "981", "977", "1,472", "1,390"]);
});

test("a number that is printed nowhere stays without a place", () => {
  const laid = layOutText(readMarkup(page, null).blocks, 0);
  const [found] = findPrintedPlaces([fact("us-gaap:InventoryNet", "2012-12-31", 8_888_000)], laid, [], "10-K");
  expect(found!.place).toBeNull();
});

test("a number in another row is not taken for the fact, however alone its value", () => {
  const laid = layOutText(readMarkup("<p>We employ 981 people in 1,472 shops.</p>", null).blocks, 0);
  const [found] = findPrintedPlaces([fact("us-gaap:Goodwill", "2012-12-31", 981_000)], laid, [], "10-K");
  expect(found!.place).toBeNull();
});
