import { printFormula } from "../../src/workbook/print-formula";
import { readFormula } from "../../src/workbook/read-formula";
import { type FormulaNode } from "../../src/workbook/formula";
import { formulasAtRandom } from "./formulas-at-random";
import { mutatedFormulas } from "./mutated-formulas";
import { tormentReader } from "./torment-reader";

/** The meaning with every binary operation in brackets. */
function meaning(formula: string): string {
  const read = readFormula(formula);
  return read.kind === "read" ? shown(read.root) : `unread: ${read.why}`;
}

function shown(node: FormulaNode): string {
  switch (node.kind) {
    case "binary":
      return `(${shown(node.left)} ${node.operator} ${shown(node.right)})`;
    case "unary":
      return `[${node.operator}${shown(node.operand)}]`;
    case "postfix":
      return `[${shown(node.operand)}${node.operator}]`;
    case "group":
      return shown(node.inner);
    case "call":
      return `${node.name}<${node.args.map(shown).join("; ")}>`;
    case "missing":
      return "nothing";
    default: {
      const read = { kind: "read" as const, root: { ...node, lead: "" }, trail: "" };
      return printFormula(read).slice(1);
    }
  }
}

function rootOf(formula: string): FormulaNode {
  const read = readFormula(formula);
  if (read.kind === "unread") throw new Error(read.why);
  return read.root;
}

describe("reading a formula", () => {
  it.each([
    ["=1+2*3^2", "(1 + (2 * (3 ^ 2)))"],
    ["=1-2-3", "((1 - 2) - 3)"],
    ["=2^3^2", "((2 ^ 3) ^ 2)"],
    ["=-2^2", "([-2] ^ 2)"],
    ["=A1&B1=C1", "((A1 & B1) = C1)"],
    ["=A1>=B1+1", "(A1 >= (B1 + 1))"],
    ["=10%*A1", "([10%] * A1)"],
    ["=-A1%", "[[-A1]%]"],
    ["=SUM(A1:A3 B1:B3,C1)", "SUM<(A1:A3 intersection B1:B3); C1>"],
    ["=SUM((A1,B1))", "SUM<(A1 union B1)>"],
    ["=A1:INDEX(B1:B9,3)", "(A1 range INDEX<B1:B9; 3>)"],
    ["=IF(A1,,2)", "IF<A1; nothing; 2>"],
    ["=@A1:A3", "[@A1:A3]"],
    ["=SUM(A1#)", "SUM<[A1#]>"],
    ["=LOG10(A1)", "LOG10<A1>"],
    ["=_xlfn.XLOOKUP(1,A:A,$3:7)", "XLOOKUP<1; A:A; $3:7>"],
  ])("%s means %s", (formula, expected) => {
    expect(meaning(formula)).toBe(expected);
  });

  it("tells sheets, books and three dimensions of a reference", () => {
    expect(rootOf("='My ''own'' sheet'!A1")).toMatchObject({ qualifier: { sheet: "My 'own' sheet", book: null } });
    expect(rootOf("=[1]Sheet1!A1")).toMatchObject({ qualifier: { sheet: "Sheet1", book: "1" } });
    expect(rootOf("='[Book 2.xlsx]Jan Feb'!A1")).toMatchObject({
      qualifier: { sheet: "Jan Feb", book: "Book 2.xlsx" },
    });
    expect(rootOf("=Jan:Dec!B2")).toMatchObject({ qualifier: { sheet: "Jan", lastSheet: "Dec" } });
    expect(rootOf("=[1]!Rate")).toMatchObject({ kind: "name", qualifier: { book: "1", sheet: null } });
  });

  it("tells the parts of a table reference", () => {
    expect(rootOf("=Sales[[#This Row],[Unit price]]")).toMatchObject({
      reference: { table: "Sales", rows: "this-row", firstColumn: "Unit price", lastColumn: "Unit price" },
    });
    expect(rootOf("=[@Amount]")).toMatchObject({ reference: { table: null, rows: "this-row", firstColumn: "Amount" } });
    expect(rootOf("=Sales[[#Headers],[#Data],[A]:[B]]")).toMatchObject({
      reference: { rows: "headers-and-data", firstColumn: "A", lastColumn: "B" },
    });
    expect(rootOf("=Sales[#Totals]")).toMatchObject({ reference: { rows: "totals", firstColumn: null } });
    expect(rootOf("=Sales[It''s '[net']]")).toMatchObject({ reference: { firstColumn: "It's [net]" } });
  });

  it.each([
    ["=", "it is empty"],
    ["=SUM(", "it ends too early"],
    ["=SUM(A1", '")" is missing'],
    ['="abc', "a text has no closing quote"],
    ["='Sheet 1!A1", "a quoted sheet name does not end"],
    ["={1,A1}", "an array of constants holds something else"],
    ["=A1 B1 2", '"2" is not understood there'],
    ["=$ABCD1", '"$ABCD1" is no cell of a sheet'],
  ])("leaves %s unread and says why", (formula, why) => {
    expect(readFormula(formula)).toEqual({ kind: "unread", why });
  });

  it("leaves unread what is nested or repeated beyond any formula of a person", () => {
    expect(readFormula(`=${"(".repeat(5_000)}1${")".repeat(5_000)}`).kind).toBe("unread");
    expect(readFormula(`=${"-".repeat(20_000)}1`).kind).toBe("unread");
    expect(readFormula(`=A1${"%".repeat(9_000)}`).kind).toBe("unread");
    expect(readFormula(`=${"A".repeat(40_000)}`).kind).toBe("unread");
  });

  it("reads and prints a sum of two thousand cells", () => {
    const formula = `=${Array.from({ length: 2_000 }, (_, i) => `A${i + 1}`).join("+")}`;
    const read = readFormula(formula);
    expect(read.kind === "read" && printFormula(read)).toBe(formula);
  });

  it("prints every formula as it was written, white space included", () => {
    for (const formula of [...formulasAtRandom(3_000, 7), "= SUM( A1 , B2:C3 ,, 4 ) ", "=IF(A1,\n  B1,\n  C1)"]) {
      const read = readFormula(formula);
      expect(read).toMatchObject({ kind: "read" });
      if (read.kind === "read") expect(printFormula(read)).toBe(formula);
    }
  });

  it("takes five thousand formulas bent out of shape: no crash, what is read prints back, unknown stays unknown", () => {
    const torment = tormentReader(mutatedFormulas(5_000, 11));
    expect(torment.failures).toEqual([]);
    expect(torment.read).toBeGreaterThan(1_500);
    expect(torment.read).toBeLessThan(3_000);
    expect(torment.mostLooksASign).toBeLessThanOrEqual(1);
  });

  it("reads no array inside an array, however deep", () => {
    expect(readFormula(`=${"{1;".repeat(9_000)}`)).toEqual({
      kind: "unread",
      why: "an array of constants holds something else",
    });
  });
});
