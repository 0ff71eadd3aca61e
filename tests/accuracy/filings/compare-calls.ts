import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { partOf } from "../../support/measured-data";
import { printCall, type KnownTurn } from "./print-call";

export interface CallComparison {
  readonly file: string;
  readonly style: string;
  readonly part: "tuned" | "kept";
  /** Solid characters said, and those that stand in a passage of the one who said them. */
  readonly characters: { readonly right: number; readonly of: number };
  readonly turns: { readonly right: number; readonly of: number };
  /** Passages with words of two speakers. */
  readonly mixed: number;
  /** Whether questions begin where the data says; null where it does not say. */
  readonly boundary: boolean | null;
  /** Who asks, in order, as read; null where the data does not say who is an analyst. */
  readonly askers: boolean | null;
}

interface CallData {
  readonly speakers?: readonly { readonly speaker: string; readonly text: string }[];
  readonly speaker_name_map_v2?: Readonly<Record<string, { readonly name: string; readonly title: string | null }>>;
  readonly prepared_remarks?: string;
  readonly questions_and_answers?: string;
}

const leastQuestion = 100;
/** Names for voices that the data only numbers, so that their turns can be printed. */
const firstNames = [
  "Ada",
  "Ben",
  "Cleo",
  "Dan",
  "Eve",
  "Finn",
  "Gina",
  "Hugo",
  "Iris",
  "Jack",
  "Kim",
  "Leo",
  "Mona",
  "Ned",
  "Olga",
  "Paul",
];
const lastNames = ["Abbott", "Brandt", "Castle", "Dorsey", "Ellwood", "Faber", "Garner", "Holm"];

/** Every stored call with turns, as data and printed six ways, against who said what. */
export function compareCalls(filingsFolder: string): CallComparison[] {
  const folder = path.join(filingsFolder, "transcripts");
  const files = readdirSync(folder).filter((name) => name.endsWith(".json.gz"));
  const data = new Map(
    files.map((name) => [
      name,
      JSON.parse(gunzipSync(readFileSync(path.join(folder, name))).toString("utf8")) as CallData,
    ]),
  );
  return files.flatMap((name): CallComparison[] => {
    const call = data.get(name)!;
    const part = partOf(name);
    const bytes = readFileSync(path.join(folder, name));
    const asData = readTextDocument(bytes, { fileName: name });
    if (call.speakers === undefined) return [compareParts(name, part, call, asData)];
    // The other shape of the same call says where its questions begin.
    const twin = data.get(name.replace(/_speakers.*$/, "_prepared_qna.json.gz"));
    const turns = knownTurns(call);
    const firstQuestion =
      twin?.prepared_remarks === undefined ? -1 : turnAfter(turns, solid(twin.prepared_remarks).length);
    const hasRoles = call.speaker_name_map_v2 !== undefined;
    const dataNames = call.speakers.map(
      ({ speaker }) => call.speaker_name_map_v2?.[speaker]?.name ?? `Speaker ${Number(speaker.replace(/\D/g, ""))}`,
    );
    return [
      compare(
        name,
        "as data",
        part,
        asData,
        turns.map((turn, index) => ({ ...turn, name: dataNames[index]! })),
        firstQuestion,
        hasRoles,
      ),
      ...printCall(turns, firstQuestion < 0 ? null : firstQuestion).map(({ style, fileName, text }) =>
        compare(name, style, part, readTextDocument(Buffer.from(text), { fileName }), turns, firstQuestion, hasRoles),
      ),
    ];
  });
}

/** The turn that begins nearest to where the prepared remarks end: the data parts them after "Certainly." */
function turnAfter(turns: readonly KnownTurn[], preparedCharacters: number): number {
  let [best, nearest, characters] = [-1, Number.POSITIVE_INFINITY, 0];
  for (const [index, { text }] of turns.entries()) {
    const distance = Math.abs(characters - preparedCharacters);
    if (distance < nearest) [best, nearest] = [index, distance];
    characters += solid(text).length;
  }
  return best;
}

function knownTurns(call: CallData): KnownTurn[] {
  return call.speakers!.map(({ speaker, text }) => {
    const known = call.speaker_name_map_v2?.[speaker];
    const number = Number(speaker.replace(/\D/g, ""));
    const made = `${firstNames[number % firstNames.length]!} ${lastNames[number % lastNames.length]!}`;
    return { name: known?.name ?? made, role: known?.title ?? null, text: text.replace(/\s+/g, " ").trim() };
  });
}

/** Data that only parts prepared remarks from questions: both parts are kept whole and begin where they begin. */
function compareParts(
  file: string,
  part: CallComparison["part"],
  call: CallData,
  read: ParsedDocument,
): CallComparison {
  const at = questionsAt(read);
  const before = solid(read.text.slice(0, at ?? 0)).length;
  const prepared = solid(call.prepared_remarks ?? "").length;
  const heading = solid("Prepared remarks").length;
  const all = solid((call.prepared_remarks ?? "") + (call.questions_and_answers ?? "")).length;
  const kept = Math.min(all, solid(read.passages.map(({ text }) => text).join("")).length);
  return {
    file,
    style: "as data in two parts",
    part,
    characters: { right: kept, of: all },
    turns: { right: 0, of: 0 },
    mixed: 0,
    boundary: prepared === 0 || all === prepared ? null : at !== null && before === prepared + heading,
    askers: null,
  };
}

function compare(
  file: string,
  style: string,
  part: CallComparison["part"],
  read: ParsedDocument,
  turns: readonly KnownTurn[],
  firstQuestion: number,
  hasRoles: boolean,
): CallComparison {
  const words = read.passages.map((passage) => solid(passage.text)).join("");
  const passageAt = read.passages.flatMap((passage, index) => Array<number>(solid(passage.text).length).fill(index));
  const speakers = read.passages.map(({ path: above }) =>
    solid((above[above.length - 1] ?? "").split(",")[0]!).toLowerCase(),
  );
  const owners = new Map<number, Set<string>>();
  let [from, right, of, turnsRight, boundaryAt] = [0, 0, 0, 0, -1];
  for (const [index, { name, text }] of turns.entries()) {
    const said = solid(text);
    const key = solid(name).toLowerCase();
    of += said.length;
    const at = words.indexOf(said, from);
    if (at < 0) continue;
    if (index === firstQuestion) boundaryAt = at;
    from = at + said.length;
    let mine = 0;
    for (let place = at; place < from; place++) {
      const passage = passageAt[place]!;
      if (speakers[passage]!.startsWith(key)) mine++;
      owners.set(passage, (owners.get(passage) ?? new Set()).add(key));
    }
    right += mine;
    if (mine === said.length) turnsRight++;
  }
  const start = questionsAt(read);
  const readAt = start === null ? -1 : solid(read.text.slice(0, start)).length;
  return {
    file,
    style,
    part,
    characters: { right, of },
    turns: { right: turnsRight, of: turns.length },
    mixed: [...owners.values()].filter(({ size }) => size > 1).length,
    // Between the two stand only headings: the part's own and the speaker's.
    boundary: firstQuestion < 0 ? null : readAt >= 0 && boundaryAt >= readAt && boundaryAt - readAt < 120,
    askers: hasRoles ? askersRead(read).join("|") === askersKnown(turns).join("|") : null,
  };
}

function questionsAt(read: ParsedDocument): number | null {
  return read.sections.find(({ title }) => /^Question/.test(title))?.start ?? null;
}

function askersRead(read: ParsedDocument): string[] {
  return read.sections.flatMap(({ title }) => {
    const asker = /^Question \d+: ([^,]+)/.exec(title)?.[1];
    return asker === undefined ? [] : [solid(asker).toLowerCase()];
  });
}

/** Analysts in the order they first ask at some length; "Great, thank you." is no question. */
function askersKnown(turns: readonly KnownTurn[]): string[] {
  const askers: string[] = [];
  for (const { name, role, text } of turns) {
    const key = solid(name).toLowerCase();
    if (role?.includes("Analyst") === true && text.length >= leastQuestion && askers[askers.length - 1] !== key)
      askers.push(key);
  }
  return askers;
}

function solid(text: string): string {
  return text.replace(/[\s|]+/g, "");
}
