import { findConceptsInText } from "../../concepts/find-concepts-in-text";
import { capitalsOfFinance } from "./find-companies";

/** Capitalised words that name no company. */
const ordinary = new Set(
  (
    "item note part section form schedule exhibit table page annex company companies management board group segment division " +
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep " +
    "sept oct nov dec monday tuesday wednesday thursday friday what who it let that there here how where when why which the this " +
    "fiscal quarter year annual report today yesterday tomorrow everyone everybody someone nobody wall street"
  ).split(" "),
);

/** What follows a name in law, as written: "Copperline Robotics Corp.", "Quartz Meadow plc". */
const legalForm =
  "(?:Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|LLC|LLP|LP|L\\.P|plc|PLC|p\\.l\\.c|AG|SE|SA|S\\.A|NV|N\\.V|AB|ASA|GmbH|Holdings)";

export interface UnknownNames {
  /** Written with its legal form or as a ticker that owns something: no product or segment is; null where none is. */
  readonly company: string | null;
  /** Spoken of as an owner, "Quartz Meadow's revenue": surely somebody; null where none is. */
  readonly owner: string | null;
  /** Other words written like names. */
  readonly others: readonly string[];
}

/**
 * Names in a question from which the known companies were taken out. Whoever asks for another company's revenue
 * must not be shown the revenue of the only one on file.
 */
export function findUnknownNames(question: string): UnknownNames {
  let owner: string | null = null;
  const others: string[] = [];
  const named = /(?<![\p{L}\p{N}&])(\p{Lu}\p{Ll}[\p{L}&-]*(?: \p{Lu}[\p{L}&-]*)*)(['’]s)?(?![\p{L}\p{N}])/gu;
  for (const match of question.matchAll(named)) {
    const words = match[1]!.split(" ").filter((word) => !ordinary.has(word.toLowerCase()));
    const name = words.join(" ");
    if (name === "" || findConceptsInText(name).length > 0) continue;
    const before = question.slice(0, match.index);
    // "The Fed's", "our Board's": whoever needs an article is spoken of as a body, not by a company's name.
    if (match[2] !== undefined && !/\b(?:the|our|its|their|your|this)\s+$/i.test(before)) owner ??= name;
    else if (!beginsSentence(question, match.index)) others.push(name);
  }
  return { company: nameWithLegalForm(question) ?? tickerThatOwns(question), owner, others };
}

function nameWithLegalForm(question: string): string | null {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}&])((?:\\p{Lu}[\\p{L}\\p{N}&.-]* )*\\p{Lu}[\\p{L}\\p{N}&-]*),? (${legalForm})(?![\\p{L}\\p{N}])`,
    "gu",
  );
  for (const match of question.matchAll(pattern)) {
    const words = match[1]!.split(" ");
    while (words.length > 0 && isOrdinary(words[0]!)) words.shift();
    if (words.length > 0) return `${words.join(" ")} ${match[2]!}`;
  }
  return null;
}

const opens =
  /^(?:Is|Are|Was|Were|Did|Does|Do|Has|Have|Had|Can|Could|Will|Would|Compare|Show|Give|Tell|Of|For|And|In)$/;
const isOrdinary = (word: string) => ordinary.has(word.toLowerCase()) || opens.test(word);

function tickerThatOwns(question: string): string | null {
  if (question === question.toUpperCase()) return null;
  for (const match of question.matchAll(
    /(?<![\p{L}\p{N}&])(?<!\b(?:the|our|its|their) )(\p{Lu}{2,5})['’]s(?![\p{L}])/giu,
  )) {
    const ticker = match[1]!;
    if (ticker !== ticker.toUpperCase() || capitalsOfFinance.has(ticker)) continue;
    if (findConceptsInText(ticker).length === 0) return ticker;
  }
  return null;
}

/**
 * Companies nobody has on file that stand beside a known one: "Adobe and Quartz Meadow", "Quartz Meadow versus Adobe".
 * Without them a comparison would quietly become a look-up.
 */
export function findUnknownPartners(question: string, known: readonly string[]): string[] {
  const name = "(\\p{Lu}[\\p{L}&-]+(?: \\p{Lu}[\\p{L}&-]*)*)(?:['’]s)?";
  const joined = "\\s*(?:,|,?\\s+and|,?\\s+or|\\s+vs\\.?|\\s+versus|\\s+with|\\s+to|\\s+than|\\s+against|\\s+&)\\s+";
  const partners = known.flatMap((words) => {
    const own = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const after = new RegExp(`${own}(?:['’]s)?${joined}${name}`, "gu");
    const before = new RegExp(`${name}${joined}${own}`, "gu");
    return [...question.matchAll(after), ...question.matchAll(before)].map((match) =>
      match[1]!
        .split(" ")
        .filter((word, index) => index > 0 || !/^(?:Compare|Is|Did|Was|Does|Do|How|Which|What|Who)$/.test(word))
        .join(" "),
    );
  });
  return [...new Set(partners)].filter(
    (partner) =>
      partner !== "" &&
      !known.some((words) => words.includes(partner) || partner.includes(words)) &&
      !ordinary.has(partner.toLowerCase()) &&
      findConceptsInText(partner).length === 0,
  );
}

function beginsSentence(question: string, at: number): boolean {
  return /(?:^|[.?!:"“]\s*)$/.test(question.slice(0, at));
}
