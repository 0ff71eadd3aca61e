import { seededRandom } from "../support/seeded-random";

const leaves = [
  "A1",
  "$B$2",
  "C$3",
  "$D4",
  "XFD1048576",
  "A1:B9",
  "$A:$C",
  "3:$7",
  "Model!B5",
  "'My ''own'' sheet'!C3:D9",
  "[1]Sheet1!A1",
  "'[Book 2.xlsx]Jan Feb'!$A$1",
  "Jan:Dec!B2",
  "Rate",
  "Sales[Amount]",
  "Sales[[#This Row],[Unit price]]",
  "Sales[@[Unit price]:[Total]]",
  "1",
  "0.5",
  "1.25E-3",
  "25%",
  '"a ""quoted"" text"',
  '""',
  "TRUE",
  "#N/A",
  "#REF!",
  "Model!#REF!",
  "{1,2;-3,4}",
  "A1#",
];
const operators = ["+", "-", "*", "/", "^", "&", "=", "<>", "<=", ">=", "<", ">", " + ", "  * "];
const functions = ["SUM", "IF", "_xlfn.XLOOKUP", "INDEX", "IFERROR", "ROUND"];

/** Formulas of every shape the reader knows, the same ones for the same seed. */
export function formulasAtRandom(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const expression = (depth: number): string => {
    const dice = random();
    if (depth <= 0 || dice < 0.3) return pick(leaves);
    if (dice < 0.55) return expression(depth - 1) + pick(operators) + expression(depth - 1);
    if (dice < 0.65) return `(${expression(depth - 1)})`;
    if (dice < 0.72) return `-${expression(depth - 1)}`;
    if (dice < 0.77) return `${pick(["A1", "B2"])} ${pick(["C1:D4", "E:E"])}`;
    if (dice < 0.8) return `(A1:A3,B1:B3)`;
    const args = Array.from({ length: Math.floor(random() * 4) }, () => (random() < 0.1 ? "" : expression(depth - 1)));
    return `${pick(functions)}(${args.join(pick([",", ", ", " ,"]))})`;
  };
  return Array.from({ length: count }, () => `=${expression(4)}`);
}
