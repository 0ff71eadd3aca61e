import { findConceptsInText } from "../concepts/find-concepts-in-text";

/** Capitalised words that name no company. */
const ordinary = new Set(
  (
    "item note part section form schedule exhibit table page annex company companies management board group segment division " +
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep " +
    "sept oct nov dec monday tuesday wednesday thursday friday what who it let that there here how where when why which the this " +
    "fiscal quarter year annual report"
  ).split(" "),
);

export interface UnknownNames {
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
    if (match[2] !== undefined) owner ??= name;
    else if (!beginsSentence(question, match.index)) others.push(name);
  }
  return { owner, others };
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
