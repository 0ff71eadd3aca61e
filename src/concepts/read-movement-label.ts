import { type ConceptId } from "../contracts/concept";
import { concepts } from "./dictionary";
import { matchName } from "./match-name";
import { isStock } from "./measure";
import { balanceMoved } from "./sign-convention";

const rise = "(?:increase|inc\\.?|rise)s?";
const fall = "(?:decrease|dec\\.?|fall|reduction)s?";
const either = `\\(?${rise}\\)?\\s*(?:[/&,]|or|and)?\\s*\\(?${fall}\\)?|\\(?${fall}\\)?\\s*(?:[/&,]|or|and)?\\s*\\(?${rise}\\)?`;
const before = new RegExp(
  `^(?:(?:less|plus|add|minus|\\(\\s*[-+]\\s*\\))\\s*:?\\s*)?(?:net\\s+)?(?:changes?|movements?|delta|Δ|δ|${either}|\\(?${rise}\\)?|\\(?${fall}\\)?)\\s*(?:in|of)?\\s+(?:the\\s+)?(.+?)\\s*:?$`,
  "iu",
);
const behind = new RegExp(`^(.+?)\\s*[-–,:]?\\s*(?:\\(?changes?\\)?|movements?|${either})\\s*:?$`, "iu");

export interface MovementLabel {
  /** What moves, as the label writes it. */
  readonly text: string;
  /** The balance that moves; null where the words name nothing we know. */
  readonly balance: ConceptId | null;
}

/** What a label says it is the movement of: "(Increase) / decrease in inventory", "Δ NWC", "Change in other payables"; null for any other. */
export function readMovementLabel(label: string): MovementLabel | null {
  const text = label.normalize("NFKC").replace(/\s+/gu, " ").trim();
  if (text.length > 90 || /%|\b(?:rate|growth)\b/iu.test(text)) return null;
  const moved = (before.exec(text) ?? behind.exec(text))?.[1]?.trim();
  if (moved === undefined || moved === "") return null;
  const match = matchName(moved, { statement: "balance-sheet" });
  const balance = match !== null && match.confidence >= 0.7 && isStock(match.id) ? match.id : null;
  return { text: moved, balance };
}

const movements = new Map<ConceptId, ConceptId>();
for (const { id } of concepts) {
  const balance = balanceMoved(id);
  if (balance !== null && !movements.has(balance)) movements.set(balance, id);
}

/** The dictionary's concept for the movement of a balance ("change-in-inventory"); null where it has none. */
export function movementOfBalance(balance: ConceptId): ConceptId | null {
  return movements.get(balance) ?? null;
}
