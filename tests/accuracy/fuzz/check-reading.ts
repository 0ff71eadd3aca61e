import { type Fact, type ParsedDocument, parsedDocumentSchema } from "../../../src/contracts/document";

/** What is wrong with a reading, whatever file it is of: null where passages, facts and sections hold together. */
export function brokenPromise(read: ParsedDocument): string | null {
  const shape = parsedDocumentSchema.safeParse(read);
  if (!shape.success)
    return `not a document: ${shape.error.issues[0]?.path.join(".")} ${shape.error.issues[0]?.message}`;
  let end = 0;
  for (const passage of read.passages) {
    if (passage.start < end) return `${passage.id} begins before the one before it ends`;
    if (read.text.slice(end, passage.start).trim() !== "") return `text before ${passage.id} is in no passage`;
    if (passage.text !== read.text.slice(passage.start, passage.end))
      return `${passage.id} is not its slice of the text`;
    end = passage.end;
  }
  if (read.text.slice(end).trim() !== "") return "text after the last passage is in none";
  const passages = new Map(read.passages.map((passage) => [passage.id, passage]));
  for (const fact of read.facts) {
    if (fact.span === null) continue;
    const passage = passages.get(fact.passageId ?? "");
    if (passage === undefined) return `${fact.id} stands in no passage`;
    if (fact.span.start < 0 || fact.span.end > passage.text.length) return `${fact.id} stands outside its passage`;
    if (fact.printed !== null && fact.printed !== passage.text.slice(fact.span.start, fact.span.end))
      return `${fact.id} is not printed where it says`;
  }
  for (const section of read.sections) {
    if (section.start > section.end || section.end > read.text.length)
      return `"${section.title}" lies outside the text`;
  }
  return null;
}

/** A fact of a file's start that the whole does not have; null where there is none. */
export function foreignFact(part: ParsedDocument, whole: ParsedDocument): string | null {
  const values = new Map<string, Fact[]>();
  for (const fact of whole.facts) {
    const key = keyOf(fact);
    const among = values.get(key);
    if (among === undefined) values.set(key, [fact]);
    else among.push(fact);
  }
  for (const fact of part.facts) {
    // What is read from tables without tags rests on the whole table, and says of itself that it is read.
    if (fact.source === "read") continue;
    if (!(values.get(keyOf(fact)) ?? []).some((other) => says(fact, other))) {
      return `${keyOf(fact)} is ${String(fact.value).slice(0, 60)}, which the whole file does not say`;
    }
  }
  return null;
}

/** The same value, the same to the digits it is stated in, or the start of a text whose rest was cut off. */
function says(fact: Fact, whole: Fact): boolean {
  if (typeof fact.value === "number" && typeof whole.value === "number") {
    const room = typeof fact.decimals === "number" ? 0.5 * 10 ** -fact.decimals : 0;
    return Math.abs(fact.value - whole.value) <= room * 1.000001;
  }
  if (typeof fact.value === "string" && typeof whole.value === "string") return whole.value.startsWith(fact.value);
  return fact.value === whole.value;
}

function keyOf(fact: Fact): string {
  const dimensions = Object.entries(fact.dimensions).map(([axis, member]) => `${axis}=${member}`);
  return [fact.concept, fact.unit, fact.start, fact.end, ...dimensions.sort()].join("|");
}
