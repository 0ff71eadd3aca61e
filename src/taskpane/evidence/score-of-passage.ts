import { type Answer } from "../../contracts/answer";
import { type PassageScore } from "./why-passage";

/** How the latest question that found a passage scored it; null where none did, as for the source of a figure. */
export function scoreOfPassage(
  passageId: string,
  answered: readonly { readonly question: string; readonly answer: Answer }[],
): PassageScore | null {
  for (const { question, answer } of [...answered].reverse()) {
    const found = answer.evidence.find((evidence) => evidence.passageId === passageId);
    if (found !== undefined) return { question, score: found.score };
  }
  return null;
}
