import { readPeriodLabel, readPeriodWords } from "../../../src/filings/tables/read-period-words";

const said = (...heads: string[]) => {
  const found = readPeriodWords(heads);
  return found === null ? null : [found.year, found.month, found.day, found.months, found.kind];
};

describe("the words over a column", () => {
  it.each<[string[], unknown]>([
    [
      ["Three Months Ended", "June 30, 2024"],
      [2024, 6, 30, 3, "duration"],
    ],
    [
      ["Three Months Ended June 30,", "2024"],
      [2024, 6, 30, 3, "duration"],
    ],
    [
      ["Nine Months Ended", "September 30,", "2023"],
      [2023, 9, 30, 9, "duration"],
    ],
    [
      ["Thirteen Weeks Ended", "November 2, 2024"],
      [2024, 11, 2, 3, "duration"],
    ],
    [["52 weeks ended Feb. 3, 2024"], [2024, 2, 3, 12, "duration"]],
    [
      ["12 Weeks Ended", "9/9/2023"],
      [2023, 9, 9, 3, "duration"],
    ],
    [
      ["As of December 31,", "2023"],
      [2023, 12, 31, null, "instant"],
    ],
    [["31 December 2023"], [2023, 12, 31, null, null]],
    [["Fiscal 2024"], [2024, null, null, 12, "duration"]],
    [["2024"], [2024, null, null, null, null]],
  ])("%j", (heads, expected) => {
    expect(said(...heads)).toEqual(expected);
  });

  it("say nothing where they name a loan, a plan or a change", () => {
    expect(said("Notes due 2027")).toBeNull();
    expect(said("2024 vs. 2023")).toBeNull();
    expect(said("Total")).toBeNull();
  });

  it("leave a year below a whole date to what it is of", () => {
    expect(said("June 30, 2023", "2019")).toEqual([2023, 6, 30, null, null]);
  });
});

describe("a row's label", () => {
  it("is of a year only where it says little else", () => {
    expect(readPeriodLabel("Fiscal year 2022")?.year).toBe(2022);
    expect(readPeriodLabel("Repurchase agreement entered into in fiscal 2022")).toBeNull();
    expect(readPeriodLabel("Balance at December 31, 2022")?.year).toBe(2022);
  });
});
