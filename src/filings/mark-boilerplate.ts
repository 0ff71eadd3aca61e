import { type Passage } from "../contracts/document";
import { type FoundSection } from "./sections/find-sections";

const safeHarbour =
  /\b(?:private securities litigation reform act|forward[- ]looking statements? (?:are|is|involve|within|contained|made)|undertakes? no (?:obligation|duty) to (?:publicly )?(?:update|revise))\b/gi;
const incorporation = /\bincorporated (?:herein )?by reference\b/i;
const contents = /\btable of contents\b|\bpage\b[\s\S]{0,200}\bitem\s*1\b/i;

/** True for text that stands in every filing and answers no question: cover, contents, signatures, safe harbour. */
export function isBoilerplate(
  kind: Passage["kind"],
  text: string,
  path: readonly string[],
  section: FoundSection["kind"],
): boolean {
  if (section === "cover" || section === "signatures" || section === "safe-harbour") return true;
  if (path.some((heading) => /forward[- ]looking|exhibit index|index to exhibits|safe harbou?r/i.test(heading)))
    return true;
  if (kind === "table") return isContentsTable(text) || exhibitRows(text);
  if ((text.match(safeHarbour)?.length ?? 0) >= 2) return true;
  return text.length < 600 && incorporation.test(text);
}

function isContentsTable(text: string): boolean {
  const lines = text.split("\n");
  if (contents.test(text.slice(0, 400)) && lines.length > 5) return true;
  const items = lines.filter((line) => /^\|?\s*(?:item|part|note)\s+[\divx]+/i.test(line)).length;
  return items >= 5 && items > lines.length * 0.4;
}

function exhibitRows(text: string): boolean {
  const lines = text.split("\n");
  const exhibits = lines.filter((line) => /^\|?\s*\d{1,3}\.\w{1,4}[*†+#\s]*\s\|/.test(line)).length;
  return exhibits >= 3 && exhibits > lines.length * 0.4;
}
