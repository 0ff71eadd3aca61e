import { type Fact } from "../../../src/contracts/document";
import { context, readPage } from "./inline-page";

/** A number as exact as it is stated: whole digits and a power of ten, so that nothing is rounded on the way. */
interface Stated {
  readonly digits: string;
  readonly decimals: number;
  readonly isNegative: boolean;
}

/** Numbers of a row that is the same each time it begins at the same seed. */
class Dice {
  constructor(private seed: number) {}

  below(count: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * count);
  }

  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }
}

const small = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split(" ");

/** Ways in which filers print a number: format and how whole digits and those behind the point are set. */
const styles: readonly { format: string; group: string; point: string }[] = [
  { format: "ixt:num-dot-decimal", group: ",", point: "." },
  { format: "ixt:num-dot-decimal", group: "\u2009", point: "." },
  { format: "ixt:numdotdecimal", group: "&#160;", point: "." },
  { format: "ixt:numcommadot", group: ",", point: "." },
  { format: "ixt:numspacedot", group: " ", point: "." },
  { format: "ixt:num-dot-decimal-apos", group: "’", point: "." },
  { format: "ixt:num-comma-decimal", group: ".", point: "," },
  { format: "ixt:numdotcomma", group: ".", point: "," },
  { format: "ixt:numspacecomma", group: "\u202f", point: "," },
  { format: "ixt:numcommadecimal", group: ".", point: "," },
  { format: "ixt:numcomma", group: "", point: "," },
  { format: "", group: "", point: "." },
];

function draw(dice: Dice): Stated {
  if (dice.below(20) === 0) return { digits: "0", decimals: 0, isNegative: false };
  const length = 1 + dice.below(12);
  const digits = Array.from({ length }, (_, at) => (at === 0 ? 1 + dice.below(9) : dice.below(10))).join("");
  return { digits, decimals: dice.below(9) - 6, isNegative: dice.below(3) === 0 };
}

/** The value by way of an exponent, which JavaScript reads exactly: no code of ours takes part. */
function valueOf({ digits, decimals, isNegative }: Stated): number {
  return Number(`${isNegative ? "-" : ""}${digits}e${-decimals}`);
}

/** The number at a scale, in a style, with markup between its characters now and then. */
function print(dice: Dice, id: number, stated: Stated): string {
  const scale = dice.of([0, 3, 6, -2]);
  const behind = stated.decimals + scale;
  const padded = behind < 0 ? stated.digits + "0".repeat(-behind) : stated.digits.padStart(behind + 1, "0");
  const at = padded.length - Math.max(behind, 0);
  const { format, group, point } = dice.of(styles);
  const whole = padded.slice(0, at).replace(/\B(?=(?:\d{3})+$)/g, group);
  let shown = whole + (at < padded.length ? point + padded.slice(at) : "");
  let attributes = format === "" ? "" : ` format="${format}"`;
  const value = Math.abs(valueOf(stated)) / 10 ** scale;
  if (value === 0) {
    shown = dice.of(["—", "-", "–"]);
    attributes = ` format="${dice.of(["ixt:fixed-zero", "ixt:zerodash"])}"`;
  } else if (Number.isInteger(value) && value < small.length && dice.below(2) === 0) {
    shown = small[value]!;
    attributes = ' format="ixt-sec:numwordsen"';
  }
  if (dice.below(4) === 0) shown = `<b>${shown.charAt(0)}</b>${shown.slice(1)}`;
  if (scale !== 0) attributes += ` scale="${scale}"`;
  if (stated.isNegative) attributes += ` sign="-"`;
  const fact = `<ix:nonFraction name="k:N${id}" contextRef="c${id % 7}" unitRef="${id % 2 === 0 ? "usd" : "eps"}" decimals="${stated.decimals}"${attributes}>${shown}</ix:nonFraction>`;
  return dice.below(3) === 0 ? `<table><tr><td>Kettles</td><td>$${fact}</td></tr></table>` : `<p>Kettles ${fact}</p>`;
}

it.each([11, 2023, 77_777])("random numbers printed in every format are read back as stated (seed %i)", (seed) => {
  const dice = new Dice(seed);
  const stated = Array.from({ length: 400 }, () => draw(dice));
  const contexts = Array.from({ length: 7 }, (_, at) =>
    context(`c${at}`, `<xbrli:instant>2023-0${at + 1}-28</xbrli:instant>`),
  );
  const { facts, warnings, text } = readPage(
    stated.map((one, id) => print(dice, id, one)).join("\n"),
    contexts.join(""),
  );

  expect(warnings).toEqual([]);
  const read = facts.map(({ concept, value, decimals, unit, end }) => ({ concept, value, decimals, unit, end }));
  expect(read).toEqual(
    stated.map((one, id): Pick<Fact, "concept" | "value" | "decimals" | "unit" | "end"> => ({
      concept: `k:N${id}`,
      value: valueOf(one),
      decimals: one.decimals,
      unit: id % 2 === 0 ? "USD" : "USD/shares",
      end: `2023-0${(id % 7) + 1}-28`,
    })),
  );
  expect(facts.every(({ printed }) => printed !== null && text.includes(printed))).toBe(true);
});
