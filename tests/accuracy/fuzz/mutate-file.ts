import { gzipSync } from "node:zlib";

type Random = () => number;

export interface Mutation {
  readonly name: string;
  /** What is left is a start of the file: facts read from it are facts of the whole. */
  readonly isCut: boolean;
  readonly apply: (bytes: Buffer, random: Random) => Uint8Array;
}

const upTo = (random: Random, length: number): number => Math.floor(random() * length);
const splice = (bytes: Buffer, at: number, removed: number, added: string): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(added, "latin1"), bytes.subarray(at + removed)]);

/** Edits a few matches of a pattern, drawn; bytes stand as latin1 so that none is lost. */
function editMatches(pattern: RegExp, edit: (found: string, random: Random) => string): Mutation["apply"] {
  return (bytes, random) => {
    const text = bytes.toString("latin1");
    const matches = [...text.matchAll(pattern)];
    if (matches.length === 0) return bytes;
    const chosen = new Set(Array.from({ length: 1 + upTo(random, 8) }, () => upTo(random, matches.length)));
    let result = "";
    let from = 0;
    for (const [index, match] of matches.entries()) {
      if (!chosen.has(index)) continue;
      result += text.slice(from, match.index) + edit(match[0], random);
      from = match.index + match[0].length;
    }
    return Buffer.from(result + text.slice(from), "latin1");
  };
}

const insertAnywhere =
  (piece: (random: Random) => string): Mutation["apply"] =>
  (bytes, random) =>
    splice(bytes, upTo(random, bytes.length), 0, piece(random));

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const wide = (bytes: Buffer): Buffer => Buffer.from(bytes.toString("utf8"), "utf16le");

/** Ways a file is damaged on its road, mistaken by its writer or made to harm. */
export const mutations: readonly Mutation[] = [
  { name: "cut", isCut: true, apply: (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)) },
  {
    name: "cut, gzipped",
    isCut: true,
    apply: (bytes, random) => gzipSync(bytes.subarray(0, upTo(random, bytes.length)), { level: 1 }),
  },
  {
    name: "cut gzip",
    isCut: false,
    apply: (bytes, random) => {
      const zipped = gzipSync(bytes, { level: 1 });
      return zipped.subarray(0, upTo(random, zipped.length));
    },
  },
  {
    name: "bytes flipped",
    isCut: false,
    apply: (bytes, random) => {
      const flipped = Buffer.from(bytes);
      for (let left = 1 + upTo(random, 200); left > 0; left--) flipped[upTo(random, bytes.length)] = upTo(random, 256);
      return flipped;
    },
  },
  {
    name: "gzip flipped",
    isCut: false,
    apply: (bytes, random) => {
      const zipped = gzipSync(bytes, { level: 1 });
      zipped[upTo(random, zipped.length)] = upTo(random, 256);
      return zipped;
    },
  },
  {
    name: "piece lost",
    isCut: false,
    apply: (bytes, random) => splice(bytes, upTo(random, bytes.length), upTo(random, bytes.length / 4), ""),
  },
  {
    name: "piece twice",
    isCut: false,
    apply: (bytes, random) => {
      const from = upTo(random, bytes.length);
      const piece = bytes.subarray(from, from + upTo(random, 50_000));
      return splice(bytes, upTo(random, bytes.length), 0, piece.toString("latin1"));
    },
  },
  {
    name: "tags swapped",
    isCut: false,
    apply: (bytes, random) => {
      const tags = bytes.toString("latin1").match(/<[^<>]{1,200}>/g) ?? ["<p>"];
      return editMatches(/<[^<>]{1,200}>/g, (_, draw) => tags[upTo(draw, tags.length)]!)(bytes, random);
    },
  },
  { name: "end tags lost", isCut: false, apply: editMatches(/<\/[^<>]{1,60}>/g, () => "") },
  { name: "tags unclosed", isCut: false, apply: editMatches(/<[^<>]{1,200}>/g, (tag) => tag.slice(0, -1)) },
  { name: "quotes lost", isCut: false, apply: editMatches(/"/g, () => "") },
  {
    name: "nested deep",
    isCut: false,
    apply: insertAnywhere((random) => {
      const tag = ["<div>", "<table><tr><td>", "<span style='x:y'>", "<b>", "<ix:nonNumeric name='a:b'>"][
        upTo(random, 5)
      ]!;
      return tag.repeat(10 ** (2 + upTo(random, 3)));
    }),
  },
  {
    name: "entities broken",
    isCut: false,
    apply: editMatches(
      /&[#\w]{1,8};/g,
      (_, random) =>
        ["&", "&#", "&#x;", "&#99999999999;", "&#0;", "&#55357;", "&#xD800;", "&bogus;", "&amp", "&nbsp"][
          upTo(random, 10)
        ]!,
    ),
  },
  {
    name: "long attribute",
    isCut: false,
    apply: insertAnywhere((random) => `<td style="${"color:red;".repeat(upTo(random, 30_000))}" colspan="99999999">`),
  },
  { name: "NULs", isCut: false, apply: insertAnywhere((random) => "\0".repeat(1 + upTo(random, 2000))) },
  {
    name: "UTF-16 LE with its mark",
    isCut: false,
    apply: (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), wide(bytes)]),
  },
  { name: "UTF-16 LE without", isCut: false, apply: (bytes) => wide(bytes) },
  {
    name: "UTF-16 BE with its mark",
    isCut: false,
    apply: (bytes) => Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(wide(bytes))]),
  },
  { name: "UTF-16 BE without", isCut: false, apply: (bytes) => swapped(wide(bytes)) },
  {
    name: "two encodings",
    isCut: false,
    apply: (bytes, random) => {
      const at = upTo(random, bytes.length);
      return Buffer.concat([bytes.subarray(0, at), wide(bytes.subarray(at))]);
    },
  },
  {
    name: "wrong charset",
    isCut: false,
    apply: (bytes, random) => {
      const charset = ["utf-8", "shift_jis", "utf-7", "koi8-r", "utf-16", "none"][upTo(random, 6)]!;
      return Buffer.concat([Buffer.from(`<meta charset="${charset}">`), bytes, Buffer.from([0xe9, 0x80, 0xff])]);
    },
  },
  {
    name: "tagged numbers broken",
    isCut: false,
    apply: editMatches(
      /\b(?:scale|sign|format|contextRef|unitRef|decimals|name|id|continuedAt)="[^"]{0,80}"/g,
      (attribute, random) =>
        attribute.replace(/"[^"]*"/, ['""', '"999999"', '"-"', '"ixt:zerodash"', '"c1"', '"&quot;"'][upTo(random, 6)]!),
    ),
  },
  {
    name: "submission's tags broken",
    isCut: false,
    apply: (bytes, random) =>
      editMatches(
        /<\/?(?:SEC-DOCUMENT|SEC-HEADER|DOCUMENT|TYPE|TEXT)>[^\n]{0,60}/g,
        (line, draw) =>
          ["", `${line}\n${line}`, "<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\nM(R,C", "<TYPE>"][
            upTo(draw, 4)
          ]!,
      )(Buffer.concat([Buffer.from("<SEC-DOCUMENT>x\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n"), bytes]), random),
  },
];
