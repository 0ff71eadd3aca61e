import { runInNewContext } from "node:vm";
import { type Answer } from "../../../src/contracts/answer";
import { numbersIn, plainText, type NumberReference, type ShownNumber } from "../../../src/contracts/rich-text";

/** What a narrative says that its numbers do not: each in a sentence; none where it stands. */
export function faultsOf(answer: Answer, valueOfFact: (factId: string) => number | null): string[] {
  const told = answer.statements.filter(({ text }) => numbersIn(text).length > 0);
  const faults = told.flatMap(({ text }) => numbersIn(text).flatMap((number) => faultOfNumber(number, valueOfFact)));
  const narrative = told[0];
  const row = told.find(({ text }) => /^(?:Year|Quarter) by (?:year|quarter): /.test(plainText(text)));
  if (narrative === undefined || row === undefined || row === narrative)
    return [...faults, "there is no row under the narrative"];
  const values = numbersIn(row.text).map(({ value }) => value ?? NaN);
  const isYears = plainText(row.text).startsWith("Year");
  return [...faults, ...faultsOfWords(plainText(narrative.text), values, isYears), ...faultsOfOrder(narrative.text)];
}

/** A number must be what its fact says, or what its formula gives over its facts, and be shown as what it is. */
function faultOfNumber(number: ShownNumber, valueOfFact: (factId: string) => number | null): string[] {
  if (number.reference === null || number.value === null || number.verdict === "unchecked")
    return [`${number.shown} points at nothing`];
  const value = valueOfReference(number.reference, valueOfFact);
  if (value === null) return [`${number.shown} points at no tagged fact`];
  if (Math.abs(value - number.value) > Math.max(1e-9, Math.abs(value) * 1e-9))
    return [`${number.shown} is ${number.value}, its reference gives ${value}`];
  const shown = valueShown(number.shown);
  return shown !== null && Math.abs(shown.value - value) <= shown.halfDigit * 1.0001
    ? []
    : [`${number.shown} is not how ${value} is shown`];
}

function valueOfReference(reference: NumberReference, valueOfFact: (factId: string) => number | null): number | null {
  if (reference.kind === "fact") return valueOfFact(reference.factId);
  if (reference.kind === "cell") return null;
  let formula = reference.formula;
  for (const [name, operand] of Object.entries(reference.operands).sort(([a], [b]) => b.length - a.length)) {
    const value = valueOfReference(operand, valueOfFact);
    if (value === null) return null;
    formula = formula.replaceAll(new RegExp(`\\b${name}\\b`, "g"), `(${value})`);
  }
  // Digits, operators and brackets are left: JavaScript's own arithmetic is the second opinion.
  if (!/^[\d\s.eE+\-*/^()]+$/.test(formula)) return null;
  return Number(runInNewContext(formula.replaceAll("^", "**")));
}

const scales: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** "-$4,210.5 million" as a number, with half of its last digit. */
function valueShown(shown: string): { value: number; halfDigit: number } | null {
  const [, sign, digits, rest] = /^(-?)[^\d-]*([\d,]+(?:\.\d+)?)\s*(.*)$/.exec(shown) ?? [];
  if (digits === undefined) return null;
  const scale = /^%|percentage points/.test(rest ?? "") ? 0.01 : (scales[rest?.split(" ")[0] ?? ""] ?? 1);
  const decimals = digits.split(".")[1]?.length ?? 0;
  return {
    value: (sign === "-" ? -1 : 1) * Number(digits.replaceAll(",", "")) * scale,
    halfDigit: 0.5 * 10 ** -decimals * scale,
  };
}

const counts = "none one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Words of direction held against the row itself. */
function faultsOfWords(text: string, row: readonly number[], isYears: boolean): string[] {
  const faults: string[] = [];
  const [first, last] = [row[0]!, row.at(-1)!];
  const says = (words: RegExp): boolean => words.test(text);
  const opening = text.split(/(?<=\.)\s(?=[A-Z])/)[0] ?? "";
  if (isYears) {
    if (/\brose from\b/.test(opening) && !(last > first)) faults.push("said to have risen");
    if (/\bfell from\b/.test(opening) && !(last < first)) faults.push("said to have fallen");
    if (/\bunchanged within the rounding\b/.test(opening) && Math.abs(last / first - 1) > 0.01)
      faults.push("said to be unchanged");
    if (/\blittle changed\b/.test(opening) && Math.abs(last - first) >= Math.max(0.005, Math.abs(first) * 0.01))
      faults.push("said to have changed little");
    const [, way, count, of] = /\b(rising|falling) in (\w+) of the (\w+) years/.exec(text) ?? [];
    if (way !== undefined) {
      const steps = row.slice(1).map((value, index) => value - row[index]!);
      const fits = steps.filter((step) => (way === "rising" ? step > 0 : step < 0)).length;
      // Where a year is missing in between, fewer steps are counted than there are figures.
      if (counts.indexOf(of!) > steps.length || counts.indexOf(count!) > fits)
        faults.push(`said to be ${way} in ${count} of ${of}`);
    }
    if (says(/\brising in each of/) && row.some((value, index) => index > 0 && value <= row[index - 1]!))
      faults.push("said to rise every year");
    if (says(/\bfalling in each of/) && row.some((value, index) => index > 0 && value >= row[index - 1]!))
      faults.push("said to fall every year");
    const [, streak, years] = /\bhas (risen|fallen) in each of the last (\w+) years/.exec(text) ?? [];
    if (streak !== undefined)
      for (const [index, value] of row.slice(-counts.indexOf(years!) - 1).entries()) {
        const before = row.slice(-counts.indexOf(years!) - 1)[index - 1];
        if (before !== undefined && (streak === "risen" ? value <= before : value >= before))
          faults.push(`said to have ${streak} for ${years} years`);
      }
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    if (says(/\babove the mean\b/) && last <= mean) faults.push("said to stand above the mean");
    if (says(/\bbelow the mean\b/) && last >= mean) faults.push("said to stand below the mean");
  }
  if (says(/\bnot above zero\b/) && row.every((value) => value > 0)) faults.push("said not to be above zero");
  return faults;
}

/** Words that order the numbers after them: quickened, slowed, deepened, eased, highest and lowest, largest and smallest. */
function faultsOfOrder(text: Answer["statements"][number]["text"]): string[] {
  const faults: string[] = [];
  text.forEach((segment, index) => {
    if (segment.kind !== "text") return;
    const following = text.slice(index + 1).flatMap((one) => (one.kind === "number" ? [one.number.value ?? NaN] : []));
    const sentence = segment.text.split(/(?<=\.)\s/).at(-1) ?? "";
    const length = following.length === 0 ? 0 : sentenceNumbers(text.slice(index + 1));
    const own = following.slice(0, length);
    const rises = own.every((value, at) => at === 0 || value > own[at - 1]!);
    const falls = own.every((value, at) => at === 0 || value < own[at - 1]!);
    if (/\b(?:quickened|eased)\b/.test(sentence) && !rises) faults.push(`“${sentence.trim()}” of ${own.join(", ")}`);
    if (/\b(?:slowed|deepened)\b/.test(sentence) && !falls) faults.push(`“${sentence.trim()}” of ${own.join(", ")}`);
    if (/\bhighest (?:in|at)\b/.test(sentence) && own.length > 1 && own[0]! < own[1]!)
      faults.push("the highest is below the lowest");
  });
  return faults;
}

/** How many numbers stand before the sentence ends. */
function sentenceNumbers(rest: Answer["statements"][number]["text"]): number {
  let count = 0;
  for (const segment of rest) {
    if (segment.kind === "number") count++;
    else if (segment.kind === "text" && /\.(?:\s|$)/.test(segment.text)) return count;
  }
  return count;
}
