import { type ReadFormula } from "../../src/workbook/formula";
import { printFormula } from "../../src/workbook/print-formula";
import { fromR1C1, toR1C1 } from "../../src/workbook/r1c1";
import { longestFormula, readFormula } from "../../src/workbook/read-formula";
import { a1Notation, type Notation } from "../../src/workbook/reference-notation";
import { referencesOf } from "../../src/workbook/references";
import { walkFormula } from "../../src/workbook/walk-formula";

export interface Torment {
  readonly formulas: number;
  readonly read: number;
  /** What went wrong, with the formula; none is the aim. */
  readonly failures: readonly string[];
  /** Looks at the text for a reference, at most, a sign of the formula: the work a reader does, free of the machine's speed. */
  readonly mostLooksASign: number;
  readonly slowestMs: number;
}

const home = { rowIndex0: 400, columnIndex0: 40 };
/** Excel forbids names that read as a place in R1C1; such a text has no R1C1 form that tells the two apart. */
const looksLikeR1C1 = /^(?:R\d*)?(?:C\d*)?$/iu;

/** Reads every formula, whatever it is, and checks what must hold of any: no crash, it prints back, unknown stays unknown. */
export function tormentReader(formulas: readonly string[], clock: () => number = () => 0): Torment {
  const failures: string[] = [];
  let read = 0;
  let mostLooksASign = 0;
  let slowestMs = 0;
  for (const formula of formulas) {
    let looks = 0;
    const counting: Notation = {
      ...a1Notation,
      readReference(text, at) {
        looks++;
        return a1Notation.readReference(text, at);
      },
    };
    const started = clock();
    try {
      const result = readFormula(formula, counting);
      slowestMs = Math.max(slowestMs, clock() - started);
      mostLooksASign = Math.max(mostLooksASign, looks / (formula.length + 1));
      if (result.kind === "read") read++;
      const wrong = result.kind === "read" ? wrongWithRead(formula, result) : wrongWithUnread(formula, result);
      if (wrong !== null) failures.push(`${wrong}: ${formula.slice(0, 200)}`);
    } catch (error) {
      failures.push(`${String(error)}: ${formula.slice(0, 200)}`);
    }
  }
  return { formulas: formulas.length, read, failures, mostLooksASign, slowestMs };
}

function wrongWithRead(formula: string, read: Extract<ReadFormula, { kind: "read" }>): string | null {
  const printed = printFormula(read);
  const written = formula.startsWith("=") ? formula : `=${formula}`;
  // References in small letters come back in capitals.
  if (printed.toUpperCase() !== written.toUpperCase()) return `prints back as ${printed.slice(0, 200)}`;
  referencesOf(read, "Sheet1");
  for (const node of walkFormula(read.root)) if (node.kind === "name" && looksLikeR1C1.test(node.name)) return null;
  const r1c1 = toR1C1(formula, home);
  // R1C1 is longer: what fits in A1 may pass the longest formula there is.
  if (r1c1 !== null && r1c1.length > longestFormula) return null;
  const back = r1c1 === null ? null : fromR1C1(r1c1, home);
  return back === printed ? null : `goes through R1C1 ${r1c1?.slice(0, 200)} to ${back?.slice(0, 200)}`;
}

function wrongWithUnread(formula: string, read: Extract<ReadFormula, { kind: "unread" }>): string | null {
  if (read.why === "") return "is unread without a reason";
  if (referencesOf(read, "Sheet1").length > 0) return "is unread and yet refers";
  return toR1C1(formula, home) === null ? null : "is unread and yet has an R1C1 form";
}
