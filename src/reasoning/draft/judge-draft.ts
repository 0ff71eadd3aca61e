import { type StatementOfAnswer } from "../../contracts/answer";
import { type CheckedDraft } from "./check-draft";
import { findLiterals } from "./find-literals";
import { renderStatement } from "./render-draft";

export type DraftVerdict =
  | {
      readonly kind: "accepted";
      readonly statements: StatementOfAnswer[];
      readonly nextQuestions: string[];
      readonly note: string;
    }
  | { readonly kind: "send-back"; readonly note: string }
  | { readonly kind: "refused"; readonly why: string };

const mostQuestions = 4;
const nothingAllowed = {
  dates: new Set<string>(),
  items: new Set<string>(),
  forms: new Set<string>(),
  names: [],
  quarters: true,
};

/**
 * What becomes of a checked draft. Typed numbers are sent back once and then shown marked as unchecked; everything else
 * (unknown references, altered quotes, statements on nothing, swapped periods) is sent back twice and then refused whole.
 */
export function judgeDraft(
  checked: CheckedDraft,
  revisions: { done: number; most: number },
  nextQuestions: readonly string[],
): DraftVerdict {
  const typed = checked.problems.filter((problem) => problem.kind === "literal-number").length;
  const others = checked.problems.length - typed;
  if (others === 0 && (typed === 0 || revisions.done > 0)) {
    const marked = typed === 0 ? "" : `; ${typed} typed numbers are marked as unchecked`;
    return {
      kind: "accepted",
      statements: checked.statements.map(renderStatement),
      nextQuestions: nextQuestions.filter(isPlainQuestion).slice(0, mostQuestions),
      note: `${checked.statements.length} statements passed the checks${marked}`,
    };
  }
  const kinds = [...new Set(checked.problems.map((problem) => problem.kind))].join(", ");
  if (revisions.done < revisions.most)
    return { kind: "send-back", note: `sent back for ${checked.problems.length} problems: ${kinds}` };
  return { kind: "refused", why: `its draft did not pass the checks (${kinds})` };
}

/** A question may name years; any other number, link or markup in it is not ours to show. */
function isPlainQuestion(question: string): boolean {
  const years = new Set(Array.from({ length: 60 }, (_, index) => 1990 + index));
  return (
    question.length > 0 &&
    question.length <= 200 &&
    !/https?:|www\.|[<>{}[\]|]/.test(question) &&
    findLiterals(question, { ...nothingAllowed, years }).length === 0
  );
}
