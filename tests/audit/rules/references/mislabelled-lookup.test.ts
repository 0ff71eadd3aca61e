import { mislabelledLookup } from "../../../../src/audit/rules/references/mislabelled-lookup";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const peers = rows(
  ["Company", "Revenue", "EBITDA", "Net debt"],
  ["Alder", 100, 20, 50],
  ["Birch", 200, 44, 70],
  ["Cedar", 300, 54, 90],
);
const lines = rows(["", 2026, 2027], ["Revenue", 100, 110], ["EBITDA", 20, 23], ["Capex", 5, 6]);

test("a column counted one too far is told by its header", () => {
  const found = findWith(
    mislabelledLookup,
    workbook({
      Peers: peers,
      Comps: rows(
        ["Name", "Revenue", "EBITDA"],
        ["Birch", ["=VLOOKUP(A2,Peers!A1:D4,2,FALSE)", 200], ["=VLOOKUP(A2,Peers!A1:D4,4,FALSE)", 70]],
        ["Cedar", ["=VLOOKUP(A3,Peers!A1:D4,2,FALSE)", 300], ["=VLOOKUP(A3,Peers!A1:D4,4,FALSE)", 90]],
      ),
    }),
  );
  expect(placesOf(found)).toEqual(["Comps!C2:C3"]);
  expect(wordsOf(found[0])).toContain("“EBITDA” picks “Net debt”");
});

test("a match, an XLOOKUP and a conditional sum for the name of another row are told", () => {
  const found = findWith(
    mislabelledLookup,
    workbook({
      Data: lines,
      Summary: rows(
        ["", 2026],
        ["Revenue", ['=INDEX(Data!B1:B4,MATCH("Revenue",Data!A1:A4,0))', 100]],
        ["EBITDA", ["=INDEX(Data!B1:B4,MATCH(A2,Data!A1:A4,0))", 100]],
        ["Capex", ['=XLOOKUP("EBITDA",Data!A1:A4,Data!B1:B4)', 20]],
        ["Revenue", ['=SUMIF(Data!A1:A4,"Capex",Data!B1:B4)', 5]],
      ),
    }),
  );
  expect(placesOf(found)).toEqual(["Summary!B3,B4,B5"]);
});

test("look-ups of their own name, of what the label only adds to, and of names the table lacks are left alone", () => {
  expect(
    findWith(
      mislabelledLookup,
      workbook({
        Data: lines,
        Summary: rows(
          ["", 2026],
          ["EBITDA of the group", ['=INDEX(Data!B1:B4,MATCH("EBITDA",Data!A1:A4,0))', 20]],
          ["Operating profit", ['=XLOOKUP("EBITDA",Data!A1:A4,Data!B1:B4)', 20]],
          ["EBITDA", ['=XLOOKUP("EBITDA",Data!A1:A4,Data!B1:B4)', 20]],
          ["EBITDA", ['=XLOOKUP("EBITDA",Data!A1:A4,Data!B1:B4)/XLOOKUP("Revenue",Data!A1:A4,Data!B1:B4)', 0.2]],
        ),
      }),
    ),
  ).toEqual([]);
});
