import { type ConceptId, type UnitKind } from "../contracts/concept";
import { type ConceptMatch } from "../contracts/model-map";
import { conceptById } from "./dictionary";
import { debtBySection, departmentOfStaff, matchInSection } from "./match-in-section";
import { matchOfAKind } from "./match-of-a-kind";
import { matchUnderHeading, movedUnderHeading } from "./match-under-heading";
import { type LabelSurroundings, matchName } from "./match-name";
import { nameRatio } from "./name-ratio";
import { movementOfBalance, readMovementLabel } from "./read-movement-label";
import { readComposed } from "./read-ratio-label";
import { rollForwardRow } from "./roll-forward-row";

export { type LabelSurroundings } from "./match-name";

/** Sheets made after one pattern repeat their labels under the same headings. */
const matched = new Map<string, ConceptMatch | null>();
const mostRemembered = 20_000;

/** What a row's label names in the dictionary, or null: an unknown label stays unknown. */
export function matchConcept(label: string, around: LabelSurroundings = {}): ConceptMatch | null {
  const asked = [label, around.unit ?? "", around.statement ?? "", ...(around.path ?? [])].join("\u0000");
  let match = matched.get(asked);
  if (match === undefined) {
    if (matched.size >= mostRemembered) matched.clear();
    matched.set(asked, (match = lookUp(label, around)));
  }
  return match;
}

function lookUp(label: string, around: LabelSurroundings): ConceptMatch | null {
  if (/\?\s*$/u.test(label)) return null;
  const department = departmentOfStaff(label, around);
  if (department !== null) return department === "unknown" ? null : department;
  const named = matchName(label, around);
  const isRolled = named === null || conceptById(named.id)?.isGeneric === true || named.confidence < 0.8;
  return (
    (isRolled ? matchRollForward(label, around) : null) ??
    (named === null
      ? null
      : (movedUnderHeading(label, named, around) ?? debtBySection(named, label, around) ?? named)) ??
    matchInSection(label, around) ??
    matchMovement(label, around) ??
    matchRatio(label, around) ??
    matchDays(label, around) ??
    matchUnderHeading(label, around) ??
    matchOfAKind(label, around)
  );
}

/** "Ending balance" under "PP&E" is PP&E itself; an opening balance is last period's and stays a row of its own. */
function matchRollForward(label: string, around: LabelSurroundings): ConceptMatch | null {
  if (around.unit === "percent" || around.unit === "multiple") return null;
  const row = rollForwardRow(label, around.path);
  if (row === null) return null;
  if (row.of === null) return matchNamelessBalance(label, row.part);
  const name = conceptById(row.of)!.name;
  if (row.part === "closing") return { id: row.of, confidence: 0.85, reason: `“${label.trim()}” closes ${name}` };
  if (row.part !== "opening") return null;
  const opening: ConceptId = row.of === "cash-and-equivalents" ? "beginning-cash" : "opening-balance";
  return { id: opening, confidence: 0.8, reason: `“${label.trim()}” opens ${name}` };
}

/** "Beg. bal. A": of which balance neither label nor heading say. */
function matchNamelessBalance(label: string, part: string): ConceptMatch | null {
  if (matchName(label) !== null || (part !== "opening" && part !== "closing")) return null;
  return { id: `${part}-balance`, confidence: 0.7, reason: `“${label.trim()}” is the ${part} of a balance` };
}

function matchMovement(label: string, around: LabelSurroundings): ConceptMatch | null {
  if (isUnit(around, ["percent", "multiple", "days"])) return null;
  const balance = readMovementLabel(label)?.balance ?? null;
  if (balance === null) return null;
  const own = cash.has(balance) ? "net-change-in-cash" : movementOfBalance(balance);
  const name = conceptById(balance)!.name;
  return own === null
    ? { id: "change-in-balance", confidence: 0.7, reason: `the label is the movement of ${name}` }
    : { id: own, confidence: 0.86, reason: `“${label.trim()}” is the movement of ${name}` };
}

const cash: ReadonlySet<ConceptId> = new Set(["cash-and-equivalents", "cash-and-short-term-investments"]);

function isUnit(around: LabelSurroundings, kinds: readonly UnitKind[]): boolean {
  return around.unit !== undefined && kinds.includes(around.unit);
}

/** "Inventory growth %", "Other costs as % of sales": derived from something, so never that something itself. */
function matchRatio(label: string, around: LabelSurroundings): ConceptMatch | null {
  const ratio = readComposed(label.normalize("NFKC").replace(/\s+/gu, " ").trim());
  return ratio === null ? null : nameRatio(ratio, around);
}

/** "Accounts receivable (days)": the balance named in days. */
function matchDays(label: string, around: LabelSurroundings): ConceptMatch | null {
  const found = /^(.+?)\s*\(?(?:in )?days\)?\s*$/iu.exec(label.trim());
  if (found === null || isUnit(around, ["percent", "currency"])) return null;
  return matchName(`${found[1]!} days`, { ...around, unit: "days" });
}
