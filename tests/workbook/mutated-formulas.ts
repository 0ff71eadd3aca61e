import { seededRandom } from "../support/seeded-random";
import { formulasAtRandom } from "./formulas-at-random";

/** What the grammar of formulas-at-random leaves out: the newer, the rarer and the nearly right. */
const seeds = [
  "=LET(x,A1:A9,y,SUM(x),x/y)",
  "=LAMBDA(a,b,a+b)(A1,B1)",
  "=MAP(A1:A3,LAMBDA(v,v*2))#",
  "=@INDEX(A1:C9,MATCH($E$1,A:A,0),2)",
  "=SUM(@A1:A9)-B2#*@Rate",
  "=[1]Sheet1!$A$1+'[2]Other sheet'!B2:C3+[3]!Growth",
  "='C:\\Models\\[Deal (v2).xlsx]Sources & Uses'!$D$14",
  "=SUM(Jan:Dec!B2,'Q1 24:Q4 24'!C3:D9)",
  "=R1C1+RC[-1]*R[2]C",
  "=SUM(R2C2:R[-1]C,R,C)",
  "=#NULL!+#DIV/0!+#VALUE!+#REF!+#NAME?+#NUM!+#N/A+#SPILL!+#CALC!+#GETTING_DATA",
  "='Old sheet'!#REF!*#REF!$A$1",
  "=5%%%^-2%+--3%",
  '={1,"a;b",TRUE;#N/A,-2.5E+3,""}',
  "=SUMPRODUCT((A1:A9={1,2,3})*--(B1:B9>0),C1:C9)",
  "=Sales[[#This Row],[Price '[net']]:[It''s]]*Sales[@Qty]",
  "=SUM(Sales[[#Headers],[#Data],[A]:[B]],[@[Unit price]])",
  "=Umsätze!B5+Größe*數量+'Ünïcode 表'!A1",
  '=IF(A1<>"","say ""yes"" ➜ 👍",\'It\'\'s\'!A1)',
  "=OFFSET(INDEX(A:A,1):B9,1,,2,)",
  "=SUM(A1:A9 B:B,(C1,D1:D9),3:3 E:E)",
  "=1E5+1e-5+.5+5.+1.5E+300",
  "=TRUE+false&True()",
  "=\n  A1 +\r\n\tB1\u00a0* C1 ",
  "=_xlfn._xlws.FILTER(A1:A9,B1:B9)+_xlfn.ANCHORARRAY(C1)",
  "+A1-B1",
  "=A1:B2:C3:Sheet!D4",
  "=XFD1048576+XFE1+A1048577+AAAA1+A0",
];
const fragments = [
  ..."()[]{}'\"!#$%&*+,-./:;<=>?@^_ ~\\|`",
  ..."AZ19é表\n\t\u0000\u00a0\u200b\ud83d",
  '""',
  "''",
  "[#",
  "[@",
  "]]",
  "[1]",
  "#REF!",
  "R1C1",
  "A1:",
  "$A$1",
  "Jan:Dec!",
  "LET(",
  "LAMBDA(x,",
  "1E",
  "%%",
];
const longRuns = [
  "(",
  ")",
  "-",
  "%",
  "+A1",
  "IF(1,",
  "'",
  '"',
  "[",
  "]",
  "[#",
  "A:",
  "A1:",
  "A1 ",
  "{1;",
  "é",
  "#",
  "(A1)(",
  ",",
  "'[",
];

/** Formulas bent out of shape in every way we could think of, the same ones for the same seed. */
export function mutatedFormulas(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const healthy = [...seeds, ...seeds, ...formulasAtRandom(1_500, seed + 1)];

  const edit = (text: string): string => {
    const [from, to] = [below(text.length + 1), below(text.length + 1)].sort((a, b) => a - b) as [number, number];
    switch (below(8)) {
      case 0:
        return text.slice(0, from) + pick(fragments) + text.slice(from);
      case 1:
        return text.slice(0, from) + text.slice(from + 1);
      case 2:
        return text.slice(0, from) + pick(fragments) + text.slice(from + 1);
      case 3:
        return text.slice(0, from) + String.fromCharCode(below(0x250)) + text.slice(from + 1);
      case 4:
        return text.slice(0, to) + text.slice(from);
      case 5:
        return text.slice(0, from) + pick(healthy).slice(1) + text.slice(to);
      case 6:
        return text.slice(0, from);
      default:
        return text.slice(0, from) + text.slice(to);
    }
  };
  const wrap = (text: string): string => {
    const inner = text.replace(/^=/u, "");
    const [open, close] = pick([
      ["(", ")"],
      ["SUM(", ")"],
      ["IF(A1,", ",2)"],
      ["-(", ")%"],
      ["LET(x,", ",x)"],
      ["{", "}"],
    ] as const);
    const times = 1 + below(6);
    return `=${open.repeat(times)}${inner}${close.repeat(times)}`;
  };
  /** One in two hundred is huge: that is where a reader that looks back would hang. */
  const stretch = (text: string): string => {
    const at = below(text.length + 1);
    return text.slice(0, at) + pick(longRuns).repeat(1 + below(12_000)) + text.slice(at);
  };

  return Array.from({ length: count }, (_, i) => {
    let text = pick(healthy);
    if (i % 200 === 199) text = stretch(text);
    if (random() < 0.15) text = wrap(text);
    for (let edits = below(5); edits > 0; edits--) text = edit(text);
    return text;
  });
}
