import { matchConcept } from "../../concepts/match-concept";
import { type ConceptId } from "../../contracts/concept";
import { readableConcepts } from "./readable-concepts";
import { type PrimaryStatement } from "./tell-statement";

interface StatementLine {
  readonly id: ConceptId;
  readonly label: RegExp;
  /** What the heading above must say. */
  readonly under?: RegExp;
}

const leastConfidence = 0.85;
const cash = String.raw`^(?:net |total )?cash (?:flows? )?(?:(?:provided|generated|used|from|by|in|for|or|and)[ /]*|\((?:provided|generated|used|from|by|in|for)[ a-z]*\)\s*)+`;
const share = String.raw`per (?:common |ordinary |class a )?share`;
const stock = String.raw`(?:the )?(?:company['’]s )?(?:common stock|common shares|ordinary shares|treasury (?:stock|shares)|own shares|shares)`;

/** Lines that mean one thing on the face of a statement, where the same words elsewhere might not. */
const lines: Readonly<Record<PrimaryStatement, readonly StatementLine[]>> = {
  "income-statement": [
    { id: "eps-basic", label: /^basic$/i, under: new RegExp(`\\b(?:earnings|income|loss|profit)\\b.*${share}`, "i") },
    {
      id: "eps-diluted",
      label: /^diluted$/i,
      under: new RegExp(`\\b(?:earnings|income|loss|profit)\\b.*${share}`, "i"),
    },
    { id: "eps-basic", label: new RegExp(`^(?:net )?(?:earnings|income|loss|profit)\\b.*${share}\\b.*\\bbasic$`, "i") },
    {
      id: "eps-diluted",
      label: new RegExp(`^(?:net )?(?:earnings|income|loss|profit)\\b.*${share}\\b.*\\bdiluted$`, "i"),
    },
    {
      id: "operating-income",
      label: /^(?:operating loss|loss from operations|operating (?:\(loss\) profit|profit \(loss\)))$/i,
    },
    {
      id: "net-income",
      label:
        /^(?:loss|\(loss\) profit|profit \(loss\)|loss \(profit\)|profit\/\(loss\)|\(loss\)\/profit) for the (?:year|period)$/i,
    },
    { id: "research-and-development", label: /^research,? development,? and engineering(?: expenses?| costs?)?$/i },
  ],
  "balance-sheet": [
    { id: "property-plant-equipment", label: /^(?:land|property), (?:buildings?|plant),? and equipment$/i },
    {
      id: "total-equity",
      label:
        /^(?!.*\b(?:other|liabilit\w+|preferred|beginning|ending)\b)[\w.,&’' -]{1,60}(?:share|stock)(?:holders|owners)['’]? ?equity$/i,
    },
  ],
  "cash-flow": [
    { id: "operating-cash-flow", label: new RegExp(`${cash}(?:operating activities|operations)$`, "i") },
    { id: "investing-cash-flow", label: new RegExp(`${cash}investing activities$`, "i") },
    { id: "financing-cash-flow", label: new RegExp(`${cash}financing activities$`, "i") },
    {
      id: "dividends-paid",
      label:
        /^(?:common stock )?(?:cash )?dividends(?: paid)?(?: (?:to|on) (?:common )?(?:share|stock)(?:holders|owners)?)?(?: [-–—] common and preferred)?$/i,
    },
    {
      id: "share-repurchases",
      label: new RegExp(
        `^(?:re)?purchases? of ${stock}(?: for treasury)?$|^${stock} (?:re)?purchased$|^repurchase of ${stock}$`,
        "i",
      ),
    },
    {
      id: "capital-expenditure",
      label:
        /^(?:purchases?|additions?|acquisitions?|expenditures?) (?:of|to|for) (?:(?:land|property|plant|buildings?|equipment|and)[, ]*){2,}$/i,
    },
  ],
};
/** A figure of a part of the company's business, or of what others own of it. */
const ofPart = /\b(?:continuing|discontinued|non-?controlling|minority|redeemable|temporary|mezzanine)\b/i;

/** Which readable concept a row of a primary statement names; null where none does for sure. */
export function nameRow(label: string, path: readonly string[], statement: PrimaryStatement): ConceptId | null {
  if (path.some((words) => /\bdiscontinued\b/i.test(words))) return null;
  const bare = withoutNotes(label);
  const match = matchConcept(bare, { path, statement });
  if (match !== null && match.confidence >= leastConfidence) {
    return readableConcepts[statement].has(match.id) ? match.id : null;
  }
  if (ofPart.test(bare)) return null;
  const above = path[path.length - 1] ?? "";
  const line = lines[statement].find(
    ({ label: words, under }) =>
      words.test(bare) && (under === undefined || (under.test(above) && !ofPart.test(above))),
  );
  return line?.id ?? null;
}

/** "Inventories (Note 4)", "Goodwill (3)", "Receivables, net of allowances of $21 and $25, respectively" */
function withoutNotes(label: string): string {
  return label
    .replace(/\s?\((?:see\s)?(?:notes?\s[^)]{0,120}|\d{1,2}|[a-z])\)/gi, "")
    .replace(/,?\s*\(?(?:net of|less)\s+(?:allowances?|accumulated|doubtful|reserves?)\b.*$/i, "")
    .replace(/[:.]+$/, "")
    .trim();
}
