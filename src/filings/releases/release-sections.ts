import { type LaidBlock } from "../layout/lay-out-text";
import { type Opening } from "../sections/opening";
import { findTitledSections } from "../sections/titled-sections";
import { releaseSections } from "./release-catalogue";

const headlineCharacters = 240;
const seenForHeadline = 30;
/** Beyond this something else stands there that we did not recognise. */
const longestSafeHarbour = 8000;
/** What stands above a headline: the exhibit's number, the kind of text, a place and a day, who to call. */
const notHeadline =
  /^(?:exhibit|ex-?)\s*\d|^(?:press|news|earnings) release\W*$|^(?:for )?immediate release|^for (?:release|further|more|additional)|^(?:investor|media|press|company)?\s*(?:relations )?contacts?\b|^\W*(?:page )?\d{1,3}\W*$|^(?:news|contact)\W*$|^(?:nasdaq|nyse)\b|@|\b\d{3}[-.)]\s?\d{3}[-.]\d{4}\b|^https?:|^www\.|^[A-Z][a-z]+ \d{1,2}, \d{4}$|^source\b/i;
const saysWhatHappened =
  /\b(?:approves?|authorizes?|agrees?|issues?|comments?|confirms?|files?|sets?|report(?:s|ed)?|announc(?:es?|ed)|results?|declares?|declared|completes?|completed|appoints?|names?|named|to (?:acquire|present|host|participate)|acquires?|provides?|updates?|delivers?|achieves?|posts?|raises?|enters?|prices?|launches|signs|elects?|record|grows?|increases?|expands?|sells?|closes|quarter)\b/i;

/** An earnings release in its usual parts, `name` ("Exhibit 99.1") above each: the headline first. */
export function releaseOpenings(blocks: readonly LaidBlock[], from: number, to: number, name: string): Opening[] {
  const headlineAt = headline(blocks, from, to);
  const title = headlineAt === null ? name : `${name}: ${blocks[headlineAt]!.text.replace(/\s+/g, " ").trim()}`;
  const first: Opening = { blockIndex: from, part: null, item: null, title, kind: "exhibit", path: [name] };
  const parts = findTitledSections(blocks, releaseSections, (headlineAt ?? from) + 1, to).map(
    ({ blockIndex, slot }): Opening => ({
      blockIndex,
      part: null,
      item: null,
      title: `${name}: ${slot.title}`,
      kind: slot.kind ?? "exhibit",
      path: [name, slot.title],
    }),
  );
  return [first, ...withEndOfSafeHarbour(blocks, parts, to, name)];
}

/** A safe harbour ends at the next heading as prominent: what follows it is said, and must not be set aside with it. */
function withEndOfSafeHarbour(
  blocks: readonly LaidBlock[],
  parts: readonly Opening[],
  to: number,
  name: string,
): Opening[] {
  return parts.flatMap((part, at): Opening[] => {
    if (part.kind !== "safe-harbour") return [part];
    const next = parts[at + 1]?.blockIndex ?? to;
    const rank = blocks[part.blockIndex]!.headingRank ?? 0;
    let end = part.blockIndex + 1;
    while (end < next && (blocks[end]!.headingRank ?? -1) < rank) end++;
    const length = blocks[end - 1]!.end - blocks[part.blockIndex]!.start;
    const own: Opening = length > longestSafeHarbour ? { ...part, kind: "exhibit" } : part;
    if (end >= next) return [own];
    const heading = blocks[end]!.text.replace(/\s+/g, " ").trim();
    const title = `${name}: ${heading}`;
    return [own, { blockIndex: end, part: null, item: null, title, kind: "exhibit", path: [name, heading] }];
  });
}

/** The first short block that says what happened; a heading wins over a line. */
function headline(blocks: readonly LaidBlock[], from: number, to: number): number | null {
  let found: number | null = null;
  for (let index = from; index < Math.min(to, from + seenForHeadline); index++) {
    const { kind, text, headingRank } = blocks[index]!;
    if (kind === "table" || text.length > headlineCharacters || text.length < 12) continue;
    if (notHeadline.test(text.trim()) || !saysWhatHappened.test(text) || /[.]$/.test(text)) continue;
    if (headingRank !== null) return index;
    found ??= index;
  }
  return found;
}
