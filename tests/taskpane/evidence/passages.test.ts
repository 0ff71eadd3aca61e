import { describeAge, isOld } from "../../../src/taskpane/evidence/describe-age";
import { locateQuote } from "../../../src/taskpane/evidence/locate-quote";
import { markTable } from "../../../src/taskpane/evidence/mark-table";
import { marginCitation, marginText } from "../support/samples";

describe("locateQuote", () => {
  it("finds a quote where its citation says", () => {
    expect(locateQuote(marginCitation, marginText)).toEqual({ start: 39, end: 79 });
  });

  it("finds it by its words where the passage has shifted", () => {
    expect(locateQuote(marginCitation, `Note. ${marginText}`)).toEqual({ start: 45, end: 85 });
  });

  it("highlights nothing where the words do not stand", () => {
    expect(locateQuote(marginCitation, "Something else entirely.")).toBeNull();
  });
});

describe("markTable", () => {
  const rows = [
    ["", "2024", "2023"],
    ["Revenue", "1,284", "1,197"],
    ["Other revenue", "1,284", "12"],
  ];
  const text = "2024 | 2023\nRevenue | 1,284 | 1,197\nOther revenue | 1,284 | 12";
  const markedOf = (quote: string, from = 0) => {
    const start = text.indexOf(quote, from);
    return markTable(rows, text, { start, end: start + quote.length })
      .flat()
      .filter((cell) => cell.isMarked)
      .map((cell) => cell.text);
  };

  it("marks the cells a quote covers", () => {
    expect(markedOf("Revenue | 1,284 | 1,197")).toEqual(["Revenue", "1,284", "1,197"]);
  });

  it("marks the figure meant, not its double in another row", () => {
    const marked = markTable(rows, text, { start: text.lastIndexOf("1,284"), end: text.lastIndexOf("1,284") + 5 });
    expect(marked.map((row) => row.map((cell) => cell.isMarked))).toEqual([
      [false, false, false],
      [false, false, false],
      [false, true, false],
    ]);
  });
});

describe("describeAge", () => {
  it("counts whole months back from the as-of date", () => {
    expect(describeAge("2025-02-14", "2026-11-23")).toBe("filed 1 year 9 months before your as-of date");
    expect(describeAge("2026-01-24", "2026-11-23")).toBe("filed 9 months before your as-of date");
    expect(describeAge("2026-11-01", "2026-11-23")).toBe("filed less than a month before your as-of date");
  });

  it("warns of a filing nobody could have known", () => {
    expect(describeAge("2026-12-01", "2026-11-23")).toBe("filed after your as-of date: not known then");
  });

  it("calls a filing old once a later annual report should stand", () => {
    expect(isOld("2025-02-14", "2026-11-23")).toBe(true);
    expect(isOld("2026-02-14", "2026-11-23")).toBe(false);
  });
});
