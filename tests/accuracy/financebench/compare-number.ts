import { type AnswerValue } from "../../../src/contracts/answer";

const scaleWords: readonly (readonly [RegExp, number])[] = [
  [/^\s*(?:billions?|bn|b)\b/i, 1e9],
  [/^\s*(?:millions?|mn|mm|m)\b/i, 1e6],
  [/^\s*(?:thousands?|k)\b/i, 1e3],
  [/^\s*%/, 0.01],
];
const scaleAsked: readonly (readonly [RegExp, number])[] = [
  [/\bbillions?\b/i, 1e9],
  [/\bmillions?\b/i, 1e6],
  [/\bthousands?\b/i, 1e3],
];
const digitWords = ["zero", "one", "two", "three", "four"];

/**
 * Whether a number given is one that the expected answer states, in the unit and scale it is stated in and to the
 * digits that the question asks for, or else to those that the answer shows.
 */
export function statesNumber(question: string, answer: string, given: Pick<AnswerValue, "value" | "scale">): boolean {
  const single = given.value * given.scale;
  const asked = decimalsAsked(question);
  return [...answer.matchAll(/(-|\()?\s*([$€£])?\s*(-?\d[\d,]*(?:\.\d+)?)/g)].some((match) => {
    const [whole, minus, currency, digits] = match;
    const size = Number(digits!.replaceAll(",", ""));
    const value = minus === undefined ? size : -Math.abs(size);
    const behind = answer.slice(match.index + whole.length);
    const stated = scaleWords.find(([word]) => word.test(behind))?.[1];
    const scale = stated ?? (currency === undefined ? 1 : (scaleAsked.find(([word]) => word.test(question))?.[1] ?? 1));
    const shown = /\.(\d*?)0*$/.exec(digits!)?.[1]?.length ?? 0;
    return Math.abs(single / scale - value) <= 0.5 * 10 ** -(asked ?? shown) + 1e-9 * Math.abs(value);
  });
}

function decimalsAsked(question: string): number | null {
  const word = /\b(\w+) decimal/i.exec(question)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const digits = digitWords.includes(word) ? digitWords.indexOf(word) : Number(word);
  return Number.isInteger(digits) ? digits : null;
}
