import { readPreformatted } from "../../../src/filings/plain/read-preformatted";

const typed = `<TABLE>
<CAPTION>
                      TINY KETTLES INC
           CONSOLIDATED STATEMENTS OF INCOME
           (in thousands, except per share data)

                                   Three Months Ended     Nine Months Ended
                                     September 30,          September 30,
                                   ------------------     ------------------
                                     1996      1995         1996      1995
<S>                                <C>       <C>          <C>       <C>
Revenues:
  Kettles                          $ 1,234   $ 1,100      $ 3,456   $ 3,200
  Lids                                 200       150          600       500
                                   -------   -------      -------   -------
    Total revenues                   1,434     1,250        4,056     3,700

Cost of sales................          900       800        2,500     2,300
Loss on disposal                       (12)       --          (12)       --
Earnings per share                 $   .52   $   .45      $  1.54   $  1.40
</TABLE>

This is prose that goes on for a while and then ends with
a line that is short.
`;

describe("typewriter text", () => {
  const blocks = readPreformatted(typed, [], null);

  it("has its tables as rows and columns, signs joined, rules gone", () => {
    expect(blocks.map((block) => block.kind)).toEqual(["table", "text"]);
    expect(blocks[0]?.rows?.slice(3, 8)).toEqual([
      ["", "Three Months Ended", "", "Nine Months Ended", ""],
      ["", "September 30,", "", "September 30,", ""],
      ["", "1996", "1995", "1996", "1995"],
      ["Revenues:", "", "", "", ""],
      ["Kettles", "$ 1,234", "$ 1,100", "$ 3,456", "$ 3,200"],
    ]);
    expect(blocks[0]?.rows?.at(-1)).toEqual(["Earnings per share", "$.52", "$.45", "$1.54", "$1.40"]);
  });

  it("has heads over its columns and paths before its rows", () => {
    expect(blocks[0]?.structure?.columnHeads.slice(1)).toEqual([
      ["Three Months Ended", "September 30,", "1996"],
      ["Three Months Ended", "September 30,", "1995"],
      ["Nine Months Ended", "September 30,", "1996"],
      ["Nine Months Ended", "September 30,", "1995"],
    ]);
    expect(blocks[0]?.structure?.rowPaths.slice(6, 11)).toEqual([
      ["Revenues:"],
      ["Revenues:", "Kettles"],
      ["Revenues:", "Lids"],
      ["Revenues:", "Total revenues"],
      ["Cost of sales"],
    ]);
  });

  it("loses its line ends in prose", () => {
    expect(blocks[1]?.text).toBe("This is prose that goes on for a while and then ends with a line that is short.");
  });

  it("joins the parts of a table that a blank line parts, the single last line too", () => {
    const lines = [
      "                 1996     1995",
      "Cash            $ 100    $  90",
      "Lids              200      180",
      "",
      "Total           $ 300    $ 270",
    ];
    const [table, ...others] = readPreformatted(lines.join("\n"), [], null);
    expect(others).toEqual([]);
    expect(table?.rows).toEqual([
      ["", "1996", "1995"],
      ["Cash", "$ 100", "$90"],
      ["Lids", "200", "180"],
      ["Total", "$ 300", "$ 270"],
    ]);
  });
});
