import { chooseFilings, usualForms } from "../../src/edgar/choose-filings";
import { type ListedFiling } from "../../src/edgar/read-submissions";

function filing(form: string, filed: string): ListedFiling {
  return {
    accession: `0000000042-${filed.slice(2, 4)}-${filed.slice(5, 7)}${filed.slice(8)}00`,
    form,
    filed,
    periodEnd: null,
    sizeBytes: 1,
    primaryDocument: "",
    items: "",
  };
}

const filings = [
  filing("10-K", "2022-02-25"),
  filing("4", "2024-01-02"),
  filing("10-K/A", "2023-04-01"),
  filing("10-K405", "2001-03-01"),
  filing("10-Q", "2023-05-04"),
  filing("DEF 14A", "2023-03-30"),
];

describe("the choice among a company's filings", () => {
  it("takes a form with its amendments and older names, newest first", () => {
    const chosen = chooseFilings(filings, { forms: ["10-k"], since: null, newest: null });
    expect(chosen.map(({ form, filed }) => `${form} ${filed}`)).toEqual([
      "10-K/A 2023-04-01",
      "10-K 2022-02-25",
      "10-K405 2001-03-01",
    ]);
  });

  it("begins on the day given and ends with the count given", () => {
    const chosen = chooseFilings(filings, { forms: ["10-K", "10-Q", "DEF 14A"], since: "2022-02-25", newest: 2 });
    expect(chosen.map(({ form }) => form)).toEqual(["10-Q", "DEF 14A"]);
  });

  it("counts reports, not what amends them, and brings the amendments along", () => {
    const chosen = chooseFilings(filings, { forms: ["10-K"], since: null, newest: 1 });
    expect(chosen.map(({ form }) => form)).toEqual(["10-K/A", "10-K"]);
  });

  it("takes amendments alone, and one older name alone, where that is asked", () => {
    const forms = (asked: string) =>
      chooseFilings(filings, { forms: [asked], since: null, newest: null }).map(({ form }) => form);
    expect(forms("10-K/A")).toEqual(["10-K/A"]);
    expect(forms("10-K405")).toEqual(["10-K405"]);
    expect(forms("def14a")).toEqual(["DEF 14A"]);
    expect(forms("10-X")).toEqual([]);
  });

  it("leaves out what nobody reads for a model", () => {
    const chosen = chooseFilings(filings, { forms: usualForms, since: null, newest: null });
    expect(chosen.map(({ form }) => form)).not.toContain("4");
  });
});
