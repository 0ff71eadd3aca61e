import { plainLook, type Block } from "../blocks";
import { type OwnStatement, type Source } from "../source";
import { findWrittenDate } from "../written-date";
import { noXbrl } from "../xbrl/fact-collector";

type Data = Readonly<Record<string, unknown>>;

interface Speech {
  readonly speaker: string | null;
  readonly text: string;
}

const mostSpeeches = 20_000;
const turnsKeys = ["speakers", "transcript_split", "transcript", "turns", "segments", "components", "content"];
const speakerKeys = ["name", "speaker", "speaker_name", "speakerName", "person", "componentpersonname"];
const roleKeys = ["title", "role", "position", "speaker_title", "job_title"];
const textKeys = ["text", "content", "speech", "body", "componenttext"];
const wholeKeys = ["text", "content", "transcript"];

/**
 * A call as the data services give it: turns with speakers, prepared remarks apart from questions, or one text. Null
 * where the data is no call. Speakers known by a number alone keep the number; nobody is named by guess.
 */
export function readCallJson(text: string): Source | null {
  const data = parse(text);
  if (data === null) return null;
  const speeches = speechesOf(data);
  if (speeches.length === 0) return null;
  return {
    blocks: speeches.flatMap(blocksOf),
    xbrl: noXbrl,
    header: null,
    fictional: false,
    warnings: [],
    stated: statementOf(data),
  };
}

function parse(text: string): Data | null {
  try {
    const value: unknown = JSON.parse(text);
    // Some services answer with a list of one call.
    const first = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
    return isData(first) ? first : null;
  } catch {
    return null;
  }
}

function speechesOf(data: Data): Speech[] {
  for (const key of turnsKeys) {
    const turns = data[key];
    if (!Array.isArray(turns) || !turns.some((turn) => isData(turn) && textIn(turn, textKeys) !== null)) continue;
    const names = namesOf(data);
    return turns
      .slice(0, mostSpeeches)
      .filter(isData)
      .map((turn) => ({ speaker: speakerOf(turn, names), text: textIn(turn, textKeys) ?? "" }));
  }
  const prepared = textIn(data, ["prepared_remarks", "preparedRemarks"]);
  const questions = textIn(data, ["questions_and_answers", "questionsAndAnswers", "q_and_a", "qa"]);
  if (prepared !== null || questions !== null) {
    return [
      { speaker: null, text: prepared === null ? "" : `Prepared remarks\n${prepared}` },
      { speaker: null, text: questions === null ? "" : `Questions and answers\n${questions}` },
    ];
  }
  // One text alone is a call only where the data says of which quarter or event.
  const whole = textIn(data, wholeKeys);
  const isOfCall = isData(data["event"]) || (data["quarter"] !== undefined && data["year"] !== undefined);
  return whole !== null && isOfCall ? [{ speaker: null, text: whole }] : [];
}

/** Names beside the turns, by the number under which the turns stand. */
function namesOf(data: Data): ReadonlyMap<string, Data> {
  const key = Object.keys(data).find((name) => /^speaker_?(?:name|info)/i.test(name));
  const map = key === undefined ? undefined : data[key];
  if (!isData(map)) return new Map();
  return new Map(Object.entries(map).map(([id, who]) => [id, isData(who) ? who : { name: who }]));
}

function speakerOf(turn: Data, names: ReadonlyMap<string, Data>): string | null {
  const info = turn["speaker_info"] ?? turn["speakerInfo"];
  const id = textIn(turn, speakerKeys);
  const known = isData(info) ? info : id === null ? undefined : names.get(id);
  const name = (known === undefined ? null : textIn(known, speakerKeys)) ?? id;
  if (name === null) return null;
  const unnamed = /^(?:spk|speaker)[\s_-]*0*([1-9]\d*|0)$/i.exec(name);
  if (unnamed !== null) return `Speaker ${unnamed[1]} (not named)`;
  const role = (known === undefined ? null : textIn(known, roleKeys)) ?? textIn(turn, roleKeys);
  const company = textIn(turn, ["company"]);
  const what = [role, company].filter((part) => part !== null && !sameWords(part, name)).join(", ");
  return what === "" ? name : `${name}, ${what}`;
}

function sameWords(first: string, second: string): boolean {
  return first.trim().toLowerCase() === second.trim().toLowerCase();
}

function blocksOf({ speaker, text }: Speech): Block[] {
  const common = { kind: "text", marks: [], pageBreakBefore: false, rows: null, exhibit: null } as const;
  const paragraphs = text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  // Without speakers in the data the text may name them itself: its lines are read as printed ones are.
  if (speaker === null) return paragraphs.map((line): Block => ({ ...common, text: line, look: plainLook }));
  if (paragraphs.length === 0) return [];
  const heading: Block = { ...common, text: speaker, look: { ...plainLook, bold: true }, speaker };
  return [heading, ...paragraphs.map((line): Block => ({ ...common, text: line, look: plainLook, speaker }))];
}

function statementOf(data: Data): OwnStatement {
  const event = isData(data["event"]) ? { ...data, ...data["event"] } : data;
  const quarter = /^(?:(20\d\d)-?)?Q?([1-4])$/i.exec(plainOf(event["quarter"]));
  const year = /^(?:20\d\d)$/.exec(quarter?.[1] ?? plainOf(event["year"]))?.[0];
  const date = textIn(event, ["conference_date", "date", "event_date", "call_date"]);
  return {
    form: "transcript",
    title: null,
    company: textIn(event, ["company_name", "company", "companyName"]),
    ticker: textIn(event, ["symbol", "ticker"]),
    date: date === null ? null : findWrittenDate(date.slice(0, 10)),
    quarter: quarter === null || year === undefined ? null : `Q${quarter[2]} ${year}`,
  };
}

function textIn(data: Data, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = data[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}

function plainOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
